import type { Source } from "../../models/source.js";
import { adzuna } from "./adzuna.js";
import { arbeitnow } from "./arbeitnow.js";
import { ashby } from "./ashby.js";
import { bamboohr } from "./bamboohr.js";
import { breezy } from "./breezy.js";
import { comeet } from "./comeet.js";
import { eightfold } from "./eightfold.js";
import { eures } from "./eures.js";
import { greenhouse } from "./greenhouse.js";
import { himalayas } from "./himalayas.js";
import { hn } from "./hn.js";
import { hrmdirect } from "./hrmdirect.js";
import { icims } from "./icims.js";
import { icimsJibe } from "./icims-jibe.js";
import { jazzhr } from "./jazzhr.js";
import { jobtech } from "./jobtech.js";
import { jobvite } from "./jobvite.js";
import { jsonld } from "./jsonld.js";
import { lever } from "./lever.js";
import { neogov } from "./neogov.js";
import { nhsJobs } from "./nhs-jobs.js";
import { oracle } from "./oracle.js";
import { paylocity } from "./paylocity.js";
import { personio } from "./personio.js";
import { phenom } from "./phenom.js";
import { pinpoint } from "./pinpoint.js";
import type { Platform } from "./platform.js";
import { recruitee } from "./recruitee.js";
import { reed } from "./reed.js";
import { remoteok } from "./remoteok.js";
import { remotive } from "./remotive.js";
import { rippling } from "./rippling.js";
import { rss } from "./rss.js";
import { smartrecruiters } from "./smartrecruiters.js";
import { teamtailor } from "./teamtailor.js";
import { themuse } from "./themuse.js";
import { ukCivilService } from "./uk-civil-service.js";
import { usajobs } from "./usajobs.js";
import { workable } from "./workable.js";
import { workday } from "./workday.js";

// biome-ignore format: one name a line, so that a new one is one line
const ALL: Platform[] = [
  adzuna,
  arbeitnow,
  ashby,
  bamboohr,
  breezy,
  comeet,
  eightfold,
  eures,
  greenhouse,
  himalayas,
  hn,
  hrmdirect,
  icims,
  icimsJibe,
  jazzhr,
  jobtech,
  jobvite,
  jsonld,
  lever,
  neogov,
  nhsJobs,
  oracle,
  paylocity,
  personio,
  phenom,
  pinpoint,
  recruitee,
  reed,
  remoteok,
  remotive,
  rippling,
  rss,
  smartrecruiters,
  teamtailor,
  themuse,
  ukCivilService,
  usajobs,
  workable,
  workday,
];

/** Every platform by its name; a new one is a file beside this one and a name above. */
export const platforms: ReadonlyMap<string, Platform> = new Map(ALL.map((platform) => [platform.name, platform]));

/** The platform of a source. @throws Error where it is none of ours, which `sources.yaml` is checked for */
export const platformOf = ({ id, platform: name }: Source): Platform => {
  const platform = platforms.get(name);
  if (platform === undefined) throw new Error(`source ${id}: no platform "${name}"`);
  return platform;
};

/** Names in the environment that a platform needs and that are not set. */
export const missingSecrets = ({ needs = [] }: Platform): string[] => needs.filter((name) => !process.env[name]);
