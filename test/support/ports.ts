import { createServer } from "node:net";

/** Ports that a night of the demo market takes, from its `--port` on. */
const BLOCK = 16;
/** Below the ports that the system gives to whoever asks for any (32,768 and up on Linux): those come and go. */
const FIRST = 20_000;
const BLOCKS = 700;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/**
 * The first of so many free ports that nights may take one after another, since adverts name their addresses.
 * Processes begin to look at different places, so that tests side by side do not find the same ones.
 */
export const freePorts = async (): Promise<number> => {
  for (let block = process.pid; ; block++) {
    const port = FIRST + BLOCK * (block % BLOCKS);
    const free = await Promise.all(Array.from({ length: BLOCK }, (_, i) => isFree(port + i)));
    if (free.every(Boolean)) return port;
  }
};
