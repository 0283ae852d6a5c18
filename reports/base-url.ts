/**
 * Where the site will stand, with a "/" at its end: what relative addresses of a feed are resolved against.
 * @throws where it is no http(s) address
 */
export function baseUrlOf(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new Error(`"${text}" is no address of a site: one such as https://example.org/certificates/ is expected`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
