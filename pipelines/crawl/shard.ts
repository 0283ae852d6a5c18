import { createHash } from "node:crypto";
import type { Source } from "../../models/source.js";
import { platformOf } from "../sources/index.js";

/** One machine's share of a crawl that several make together: number `index` of `of`, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** `--shard` says something that is no share. It has the name of a usage error, so that the command ends with exit code 2. */
export class ShardError extends Error {
  override name = "UsageError";
}

const MOST_SHARDS = 1000;

/** @throws ShardError where the text is not `I/N` with I from 1 to N */
export const parseShard = (text: string): Shard => {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > of || of > MOST_SHARDS)
    throw new ShardError(
      `--shard: "${text}": I/N is expected, this machine's number from 1 to N and how many there are (at most ${MOST_SHARDS}), such as 2/4`,
    );
  return { index, of };
};

/** Hashed before every host. This word happens to part the two hosts with the most boards for 2, 3 and 4 machines. */
const SALT = "host/";

/**
 * The shard, 1 to n, that a host belongs to: the same on every machine and in every run, whatever else is crawled. Another
 * n sends most hosts elsewhere.
 */
export const shardOf = (host: string, n: number): number =>
  (createHash("sha256").update(`${SALT}${host.toLowerCase()}`).digest().readUIntBE(0, 6) % n) + 1;

/** The host that a source is first asked at, with its port where it has one of its own. */
export const hostOf = (source: Source): string => {
  const [first] = platformOf(source).start(source);
  if (first === undefined) throw new Error(`source ${source.id}: platform "${source.platform}" asks nothing first`);
  return new URL(first.url).host;
};

/**
 * Whether a source is this shard's. The split is by host, not by source, so that machines which know nothing of each other
 * never meet at a host and each can keep its pace there. So a host of many boards (boards-api.greenhouse.io) stays whole on
 * one machine on purpose: its limit is the host's patience, not ours. Hosts that a source only leads to later (an advert's
 * own page elsewhere) are not counted.
 */
export const inShard = (source: Source, { index, of }: Shard): boolean => shardOf(hostOf(source), of) === index;
