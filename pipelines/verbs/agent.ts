import type { Source } from "../../models/source.js";
import { isPrivateHost } from "../politeness.js";
import { UsageError, version } from "./context.js";

const onLoopback = (source: Source): boolean =>
  source.base_url !== undefined && isPrivateHost(new URL(source.base_url).hostname);

/**
 * The user agent of a crawl: it starts with `certworth/<version>` and says whom a host may write to.
 * @throws UsageError where public hosts would be asked without a contact
 */
export const userAgentFor = (sources: Source[]): string => {
  const contact = process.env.CERTWORTH_CONTACT;
  if (contact === undefined && !sources.filter((source) => source.enabled).every(onLoopback))
    throw new UsageError("set CERTWORTH_CONTACT to an address (mail or URL) that the crawled hosts can write to");
  return `certworth/${version} (+${contact ?? "loopback"})`;
};
