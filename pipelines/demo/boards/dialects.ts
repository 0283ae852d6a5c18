import { hashOf } from "../random.js";
import type { Shelf } from "./advert.js";
import { type Answer, json, type Manner, page, type Route } from "./answer.js";
import { ashby } from "./ashby.js";
import { bamboohr } from "./bamboohr.js";
import { greenhouse, greenhouseMissing } from "./greenhouse.js";
import { lever, leverMissing } from "./lever.js";
import { neogov } from "./neogov.js";
import { personio } from "./personio.js";
import { recruitee } from "./recruitee.js";
import { smartrecruiters, smartrecruitersMissing } from "./smartrecruiters.js";
import { teamtailor } from "./teamtailor.js";
import { workable } from "./workable.js";
import { workday } from "./workday.js";

/** How the boards of one platform with an API speak. Plain sites (jsonld) are hosts of their own, and stand apart. */
export interface Dialect extends Required<Pick<Manner, "validators" | "zips">> {
  platform: string;
  /** Whether tenants have hosts of their own; here they share one, each below a path of its name. */
  hosted: boolean;
  /** Whether each advert has a page of its own, which robots.txt may bar. */
  pages: boolean;
  /** What robots.txt bars beside `/private/`. */
  bars: readonly string[];
  /** What a source calls the board. */
  board(tenant: string): string;
  /** The platform's id for the advert of that number. */
  requisition(serial: number, barred: boolean): string;
  routes(shelf: Shelf): Route[];
  missing(changed: number): Answer;
}

const uuid = (serial: number): string => {
  const hex = [0, 1, 2, 3].map((part) => hashOf(serial, part, "uuid").toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const numbered = (serial: number): string => String(serial);
const shortcode = (serial: number): string => serial.toString(16).toUpperCase().padStart(10, "0");
/** Ids that begin with 999 are what robots.txt bars where the id alone makes a page's address. */
const numberedOrBarred = (serial: number, barred: boolean): string => (barred ? `999${serial}` : String(serial));
const lost = (changed: number): Answer => json({ error: "not found" }, changed, 404);
const lostPage = (changed: number): Answer => page("Not found", "<h1>Not found</h1>", "", changed, 404);

/** What most of them have in common. */
const COMMON = {
  hosted: false,
  pages: false,
  bars: [],
  zips: true,
  board: (tenant: string): string => tenant,
  requisition: numbered,
  missing: lost,
} as const;

/**
 * Validators and compression are those of what the platforms are known or believed to run on: frameworks such as Rails
 * and Express send weak ETags unasked, services in PHP, Java or .NET often nothing that a client could ask again with, and
 * a feed that is a file has the time of that file. Nobody measured the platforms for this; that they differ is the point.
 * Of the lists only Greenhouse's and Recruitee's tell when an advert was changed, and both hold the texts themselves.
 */
export const DIALECTS: readonly Dialect[] = [
  {
    ...COMMON,
    platform: "greenhouse",
    validators: "weak etag",
    routes: greenhouse,
    missing: greenhouseMissing,
  },
  { ...COMMON, platform: "lever", validators: "weak etag", requisition: uuid, routes: lever, missing: leverMissing },
  { ...COMMON, platform: "ashby", validators: "etag", zips: false, requisition: uuid, routes: ashby },
  {
    ...COMMON,
    platform: "smartrecruiters",
    pages: true,
    bars: ["/v1/companies/*/postings/999"],
    validators: "none",
    requisition: numberedOrBarred,
    routes: smartrecruiters,
    missing: smartrecruitersMissing,
  },
  { ...COMMON, platform: "recruitee", hosted: true, validators: "weak etag", routes: recruitee },
  { ...COMMON, platform: "workable", validators: "none", requisition: shortcode, routes: workable },
  {
    ...COMMON,
    platform: "workday",
    pages: true,
    bars: ["/wday/cxs/*/private/"],
    validators: "none",
    zips: false,
    board: (tenant) => `${tenant}.wd5/Careers`,
    requisition: (serial) => `JR${serial}`,
    routes: workday,
  },
  {
    ...COMMON,
    platform: "personio",
    hosted: true,
    validators: "modified",
    zips: false,
    routes: personio,
    missing: lostPage,
  },
  {
    ...COMMON,
    platform: "teamtailor",
    hosted: true,
    pages: true,
    validators: "weak etag",
    requisition: uuid,
    routes: teamtailor,
    missing: lostPage,
  },
  {
    ...COMMON,
    platform: "bamboohr",
    hosted: true,
    pages: true,
    bars: ["/*/careers/999"],
    validators: "none",
    zips: false,
    requisition: numberedOrBarred,
    routes: bamboohr,
  },
  { ...COMMON, platform: "neogov", validators: "none", routes: neogov, missing: lostPage },
];
