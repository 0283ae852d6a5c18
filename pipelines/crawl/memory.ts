import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { valueWithoutContacts } from "../../extractors/privacy.js";
import { writeFileAtomic } from "../lake/atomic.js";
import { hashOf } from "../lake/layout.js";
import type { Fetchable } from "../sources/platform.js";
import type { FieldStats } from "./drift.js";

/** What a request brought when it was last answered. */
export interface PageMemory {
  etag?: string;
  modified?: string;
  /** What the list said of the page's state. */
  stamp?: string;
  /** ISO date of the last answer, 304 included. */
  checked: string;
  /** Requisitions of the postings on the page. */
  yields: string[];
  /** What the page wanted asked next. */
  follow: Fetchable[];
}

/** What a source answered on its last night, by request. It saves asking again; without it everything is asked anew. */
export interface VisitMemory {
  /** The readers that made it: another reader must see the pages again. */
  readers: string;
  /** Platform, board and mirror that it is about. */
  of: string;
  /** Fields that the source's answers had. */
  fields?: FieldStats;
  pages: Record<string, PageMemory>;
}

/** The key of a request: two of the same key get the same answer. */
export const requestKey = ({ method = "GET", url, body }: Fetchable): string =>
  body === undefined ? `${method} ${url}` : `${method} ${url} ${body}`;

/** What a list said of an advert is stored, so it is stored without contacts, as everything is. */
const storable = (request: Fetchable): Fetchable =>
  request.carry === undefined ? request : { ...request, carry: valueWithoutContacts(request.carry) };

/** The memories of all sources, a file each. */
export class Memories {
  constructor(
    private readonly folder: string,
    private readonly readers: string,
  ) {}

  /** The last night's memory; empty where there is none, it is torn, or it is of other readers or another board. */
  read(source: string, of: string): VisitMemory {
    const empty = { readers: this.readers, of, pages: {} };
    try {
      const kept = JSON.parse(gunzipSync(readFileSync(this.#path(source))).toString("utf8")) as VisitMemory;
      if (kept.of !== of) return empty;
      return kept.readers === this.readers ? kept : { ...empty, ...(kept.fields ? { fields: kept.fields } : {}) };
    } catch {
      return empty;
    }
  }

  /** When the source was last asked, in ms since the epoch; 0 for never. */
  writtenAt(source: string): number {
    return statSync(this.#path(source), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  write(source: string, memory: VisitMemory): void {
    const pages = Object.fromEntries(
      Object.entries(memory.pages).map(([key, page]) => [key, { ...page, follow: page.follow.map(storable) }]),
    );
    writeFileAtomic(this.#path(source), gzipSync(JSON.stringify({ ...memory, pages }), { level: 4 }));
  }

  #path(source: string): string {
    return join(this.folder, `${hashOf([source], 24)}.json.gz`);
  }
}
