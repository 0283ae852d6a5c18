/** Somebody asked the run to stop (SIGINT, SIGTERM): what was under way is finished, the rest is left for the next (exit 130). */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/** The one signal by which a run is asked to stop at the next safe place. */
let stop = new AbortController();
let underWay = 0;

/** A run that listens. */
export interface Listening {
  stop: AbortController;
  /** Says that it has ended. */
  ended: () => void;
}

/** Registers a run that listens. */
export const listening = (): Listening => {
  if (underWay === 0) stop = new AbortController();
  underWay += 1;
  const ended = (): void => {
    underWay -= 1;
  };
  return { stop, ended };
};

/**
 * Asks the run under way to stop.
 * @returns false where nothing listens, or it was asked before: then the process may simply end
 */
export const interrupt = (): boolean => {
  if (underWay === 0 || stop.signal.aborted) return false;
  stop.abort(new Interrupted("interrupted; what was finished is kept, and it is safe to run again"));
  return true;
};
