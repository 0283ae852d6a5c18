import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { constants, createGunzip } from "node:zlib";

import { FREE_EXPANSION, MOST_EXPANSION } from "../bounds.js";

/** A compressed file that breaks off or is damaged: what came before has been handed out. */
export class BrokenFile extends Error {
  override name = "BrokenFile";
}

const edges = async (file: string): Promise<{ gzip: boolean; statedBytes: number; size: number }> => {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const [head, tail] = [Buffer.alloc(2), Buffer.alloc(4)];
    await handle.read(head, 0, 2, 0);
    await handle.read(tail, 0, 4, Math.max(0, size - 4));
    return { gzip: head[0] === 0x1f && head[1] === 0x8b, statedBytes: tail.readUInt32LE(), size };
  } finally {
    await handle.close();
  }
};

export const isGzip = async (file: string): Promise<boolean> => (await edges(file)).gzip;

/** The length at the end of a gzip file is that of its last member only, so a mismatch is looked into. */
const isCutShort = async (file: string): Promise<boolean> => {
  const gunzip = createReadStream(file).pipe(createGunzip()).resume();
  return finished(gunzip).then(
    () => false,
    () => true,
  );
};

async function* gunzipped(file: string, statedBytes: number, size: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  // With the sync flush a file that breaks off gives all that it holds, where the default would drop its end.
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 1 << 18 });
  source.once("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) {
      bytes += (chunk as Buffer).length;
      if (bytes > FREE_EXPANSION && bytes > size * MOST_EXPANSION)
        throw new BrokenFile(
          `it unpacks to more than ${MOST_EXPANSION} times its size, as no text does; unpack it beside first`,
        );
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof BrokenFile) throw error;
    throw new BrokenFile(`the gzip stream is damaged after ${bytes} bytes of content: ${(error as Error).message}`);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
  if (bytes % 2 ** 32 !== statedBytes && (await isCutShort(file)))
    throw new BrokenFile(`the gzip stream breaks off at byte ${size} of the file, after ${bytes} bytes of content`);
}

/**
 * The bytes of a file, decompressed where it is gzip (told by its first bytes, not by its name).
 * @throws BrokenFile after the last readable byte of a damaged gzip file
 */
export async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const { gzip, statedBytes, size } = await edges(file);
  if (gzip) yield* gunzipped(file, statedBytes, size);
  else for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) yield chunk as Buffer;
}
