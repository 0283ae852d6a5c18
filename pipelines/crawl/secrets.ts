const NAMED = /\{env:([A-Z0-9_]+)\}/g;

/**
 * Text with those of its `{env:NAME}`s filled in that are allowed. All others stay as they stand: an answer can name an address
 * to ask for next, and must not be able to have any variable of our environment sent to it.
 */
export const withSecrets = (text: string, allowed: readonly string[], encode: (value: string) => string): string =>
  text.replace(NAMED, (mark, name: string) => (allowed.includes(name) ? encode(process.env[name] ?? "") : mark));

/** The ways in which an answer may give back a secret that it was sent: as it is, in an address, in JSON, in a page, in Base64. */
const writings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  secret.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"),
  Buffer.from(secret).toString("base64"),
];

/** Text to be kept, with secrets as their `{env:NAME}`. */
export const blotted = (text: string, names: readonly string[]): string => {
  let clean = text;
  for (const name of names) {
    const secret = process.env[name];
    if (!secret) continue;
    for (const writing of writings(secret)) clean = clean.replaceAll(writing, `{env:${name}}`);
  }
  return clean;
};
