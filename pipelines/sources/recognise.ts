import type { Source } from "../../models/source.js";

/** What vendors keep for themselves in front of their domain: no employer's board stands there. */
const VENDORS_OWN = new Set(
  [
    "www app api apps help support docs documentation developer developers status cdn assets static images media files",
    "login auth account accounts sso signin blog info go get try learn university community resources partner partners",
    "email mail click links tracking marketing hire widget widgets embed demo sandbox staging",
  ].flatMap((names) => names.split(" ")),
);

/** The steps of an address's path as they stand in it, percent-encoding and letter case kept. */
export const steps = (url: URL): string[] => url.pathname.split("/").filter((step) => step !== "");

/** The one label in front of a vendor's domain (`acme` of acme.breezy.hr); undefined elsewhere and on the vendor's own sites. */
export const tenant = (url: URL, domain: string): string | undefined => {
  if (!url.hostname.endsWith(`.${domain}`)) return undefined;
  const label = url.hostname.slice(0, -domain.length - 1);
  return label.includes(".") || VENDORS_OWN.has(label) ? undefined : label;
};

/** The step that follows a run of steps (`acme` after `v1/boards` in /v1/boards/acme/jobs), whatever their letter case. */
export const stepAfter = (url: URL, ...run: string[]): string | undefined => {
  const path = steps(url);
  const lower = path.map((step) => step.toLowerCase());
  const at = lower.findIndex((_, index) => run.every((step, offset) => lower[index + offset] === step.toLowerCase()));
  return at < 0 ? undefined : path[at + run.length];
};

/** A board by its name; null where there is none, or where the step is a file of the vendor's page. */
export const boardNamed = (name: string | undefined): Pick<Source, "board"> | null =>
  name === undefined ||
  !/^[\w%~+][\w%~+.-]*$/.test(name) ||
  /\.(js|css|png|svg|ico|txt|xml|json|html?|php)$/i.test(name)
    ? null
    : { board: name };

/** The host of a board: the board itself where it is one (an own domain has a dot), else its name before the vendor's domain. */
export const boardHost = (board: string, domain: string): string =>
  board.includes(".") ? board : `${board}.${domain}`;
