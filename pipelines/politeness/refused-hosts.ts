/** Sites that forbid automated reading in their terms, by the domain they stand under. */
const REFUSED: Readonly<Record<string, string>> = {
  linkedin: "LinkedIn's User Agreement (8.2) forbids scraping by any means",
  indeed: "Indeed's Terms of Service forbid automated access without its written leave",
  glassdoor: "Glassdoor's Terms of Use forbid scraping and automated collection",
};

/** Why a host is never asked, whatever a source says; null where it may be. Covers all its subdomains and countries. */
export const refusedHost = (hostname: string): string | null => {
  const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
  // The name before a public suffix of one or two labels: linkedin.com, uk.indeed.com, glassdoor.co.uk.
  const named = labels.slice(-3, -1).find((label) => Object.hasOwn(REFUSED, label));
  return named === undefined ? null : (REFUSED[named] ?? null);
};
