import type { Source } from "../../models/source.js";
import { isPrivateHost } from "../politeness/address.js";
import { UsageError, version } from "./context.js";

const onLoopback = (address: string | undefined): boolean =>
  address !== undefined && isPrivateHost(new URL(address).hostname);

/**
 * The user agent of a crawl: it starts with `certworth/<version>` and says whom a host may write to.
 * @param asked what is asked: sources, or an address alone
 * @throws UsageError where public hosts would be asked without a contact
 */
export const userAgentFor = (asked: Pick<Source, "base_url" | "enabled">[]): string => {
  const contact = process.env.CERTWORTH_CONTACT;
  if (contact === undefined && !asked.filter(({ enabled }) => enabled).every(({ base_url }) => onLoopback(base_url)))
    throw new UsageError("set CERTWORTH_CONTACT to an address (mail or URL) that the crawled hosts can write to");
  return `certworth/${version} (+${contact ?? "loopback"})`;
};
