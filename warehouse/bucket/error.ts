/** A bucket cannot be used (exit code 1); the message says what to do. */
export class BucketError extends Error {
  override name = "BucketError";
}

/** What the engine says of a bucket, in the order in which it is looked for, and what to do. */
const TROUBLES: [said: RegExp, told: string][] = [
  [/NoSuchBucket/, "there is no such bucket; make it, or set the place right in the file lake of the data directory"],
  [
    /HTTP (code )?403|AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken/,
    "the server refuses; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN, AWS_REGION) to a user who may list, read and write there",
  ],
  [
    /Could not connect|Unable to connect|Timeout|HTTP (GET|PUT|POST|HEAD|code 5)/,
    "the server cannot be reached or fails; nothing that was under way counts, what was finished is kept: look at AWS_ENDPOINT_URL and the network, and run again",
  ],
];

/** An error of the engine about a bucket in words that say what to do; else itself. */
export const bucketError = (error: unknown): unknown => {
  const { name, message } = error as Error;
  const place = /\b(s3|https?):\/\/[^\s'"?]+/.exec(message)?.[0];
  const told = TROUBLES.find(([said]) => said.test(message))?.[1];
  if (name !== "Error" || place === undefined || told === undefined) return error;
  return new BucketError(`${place}: ${told} (${message.split("\n")[0]})`, { cause: error });
};
