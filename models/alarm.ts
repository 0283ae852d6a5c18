import { z } from "zod";

/** From which value on an alarm warns, and from which on it is an error; for `volume_low` smaller is worse. */
const Threshold = z.strictObject({ warn: z.number().nonnegative(), error: z.number().nonnegative() });

/**
 * What a source may say of its own alarms in `sources.yaml`; `warehouse/marts/alarm.sql` has the meanings and the usual values.
 */
export const SourceAlarms = z.strictObject({
  stale: Threshold.optional(),
  volume_low: Threshold.optional(),
  volume_high: Threshold.optional(),
  refused: Threshold.optional(),
  schema_drift: Threshold.optional(),
  mention_drift: Threshold.optional(),
});
export type SourceAlarms = z.infer<typeof SourceAlarms>;

/** Something that somebody should look at. */
export interface Alarm {
  /** What kind: a key of `ADVICE`. */
  alarm: string;
  /** A source, or the part of the pipeline. */
  subject: string;
  level: "warn" | "error";
  value: number;
  sentence: string;
}

/** What to do about each alarm. */
export const ADVICE: Readonly<Record<string, string>> = {
  stale:
    'look at its faults in "certworth status"; ask it alone with "certworth crawl --only ID"; set "enabled: false" where the board is gone',
  volume_low: "open the board in a browser: a real fall needs nothing, a changed list needs its reader mended",
  volume_high: "open the board: raise expect.max where it grew; look for a list of other employers' postings where not",
  refused: 'read the reasons in "certworth status": the source writes a field otherwise than its reader expects',
  schema_drift: "compare the named fields with the platform's reader; vanished ones may be facts that are now missing",
  mention_drift:
    "read some of the source's postings of the month on the quality page: a change of template, or of our reading?",
  night_failed: "read its last log lines; the old warehouse stands; run again after the cause is gone",
  night_missing: "is the schedule on, and did the machine run? See its journal, then run the night by hand",
  checks_failed:
    'the lines after "check(s) of the warehouse failed" name the rows; the old warehouse stands until they are right',
  disk_low: 'make room: "certworth prune" shows what may go',
  damaged: 'run "certworth check"',
};
