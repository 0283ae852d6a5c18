import type { Writable } from "node:stream";

/** Ends the process quietly where nobody reads its output any more, as `head` or a cluster's cancelled task leaves it. */
export const endWithReader = (output: Writable): void => {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
};
