/** What each fault of a crawl means, to follow the name of a source. */
export const FAULT_WORDS: Record<string, string> = {
  too_many_requests: "was asked too fast",
  server_error: "its server failed",
  client_error: "refused a request",
  timeout: "did not answer in time",
  connection: "could not be reached",
  truncated: "an answer broke off",
  too_large: "an answer was too large",
  undecodable: "an answer could not be decoded",
  wrong_charset: "an answer was not in the letters it claimed",
  redirect_loop: "redirected in a circle",
  redirect_refused: "redirected to where we may not follow",
  private_address: "its address is a private one",
  host_refused: "its host is one we do not ask",
  robots_closed: "its robots.txt could not be read, so nothing was asked",
  disallowed: "its robots.txt keeps pages shut",
  host_suspended: "kept failing and was left alone",
  not_the_platform: "answered with something else",
  endless_list: "its list never ended",
  budget_spent: "the night's budget ran out",
  missing_secret: "a key is missing",
  empty_board: "had no posting",
  low_yield: "had fewer postings than expected",
  high_yield: "had more postings than expected",
  schema_drift: "its fields changed",
};

export const faultWords = (name: string): string => FAULT_WORDS[name] ?? name.replaceAll("_", " ");
