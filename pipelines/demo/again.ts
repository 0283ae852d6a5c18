import { identityOf } from "./identity.js";
import type { DemoPosting } from "./posting.js";
import { streamOf } from "./random.js";
import type { Board } from "./shapes.js";

/** Parts of all adverts that are copied to an aggregator, and that are posted again after a gap. */
const COPIES = 0.012;
const REPOSTS = 0.01;
/** Days after which a copy appears; days between an advert's end and its next appearance. */
const COPY_AFTER = [1, 3] as const;
const REPOST_AFTER = [65, 110] as const;
/** How many days an advert stays open. */
export const STAYS = { least: 15, most: 60 };
/** Longest way from a posting to its copy or re-post, in days: how far back to start so as to miss none. */
export const LOOK_BACK = STAYS.most + REPOST_AFTER[1];

/** A copy on an aggregator some days later, or the same advert again after a gap; of originals only. */
export function againOf(posting: DemoPosting, boards: readonly Board[]): DemoPosting[] {
  if (posting.copyOf !== undefined) return [];
  const random = streamOf(...posting.key, "again");
  const [copies, reposts] = [random.chance(COPIES), random.chance(REPOSTS)];
  const stays = random.int(STAYS.least, STAYS.most);
  const aggregator = boards.find((board) => board.aggregator && board.id !== posting.board.id);
  const make = (board: Board, posted: number, serial: number): DemoPosting => ({
    ...posting,
    ...identityOf(board, posting.key[0], serial),
    board,
    posted,
    closed: posted + stays,
    copyOf: { source: posting.board.id, requisition: posting.requisition },
  });
  const later: DemoPosting[] = [];
  if (copies && aggregator)
    later.push(make(aggregator, posting.posted + random.int(...COPY_AFTER), posting.serial + 4000));
  if (reposts) later.push(make(posting.board, posting.closed + random.int(...REPOST_AFTER), posting.serial + 6000));
  return later;
}
