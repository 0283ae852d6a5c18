import { hashOf } from "./random.js";
import type { Board } from "./shapes.js";

export interface Identity {
  serial: number;
  requisition: string;
}

/** The ids as the platform would give them: numbers, UUIDs or a site's own. */
export function identityOf(board: Board, seed: number, serial: number): Identity {
  if (board.platform === "greenhouse") return { serial, requisition: String(serial) };
  if (board.platform === "jsonld") return { serial, requisition: `${board.board.slice(0, 2)}-${serial}` };
  const hex = [0, 1, 2, 3].map((part) => hashOf(seed, serial, part, board.id).toString(16).padStart(8, "0")).join("");
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { serial, requisition: uuid };
}
