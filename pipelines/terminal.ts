import cliProgress from "cli-progress";
import pino, { type Logger } from "pino";
import { printable } from "../models/printable.js";
import type { Effects, Progress } from "./effects.js";

export interface TerminalOptions {
  level: string;
  quiet: boolean;
}

const LOG_EVERY_MS = 5000;
const LEVEL_NAMES: Record<number, string> = { 40: "warning: ", 50: "error: ", 60: "error: " };

/** Log lines as sentences, for people at a terminal. */
const plainLines = (): { write(line: string): void } => ({
  write: (line) => {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    process.stderr.write(`\r\u001b[K${LEVEL_NAMES[level] ?? ""}${printable(msg)}\n`);
  },
});

const logger = ({ level, quiet }: TerminalOptions, terminal: boolean): Logger => {
  const options = { level: quiet ? "error" : level, base: null };
  return terminal ? pino(options, plainLines()) : pino(options, pino.destination({ dest: 2, sync: true }));
};

const bar = (label: string, total: number | undefined): Progress => {
  const unit = total === undefined ? "{value}" : "{bar} {value}/{total}";
  const shown = new cliProgress.SingleBar(
    {
      format: `${label} ${unit} | {rate}/s${total === undefined ? "" : " | {eta_formatted} left"} {note}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  const started = performance.now();
  let value = 0;
  shown.start(total ?? 0, 0, { rate: 0, note: "" });
  return {
    tick: (n = 1, note = "") => {
      value += n;
      const rate = Math.round((value * 1000) / Math.max(1, performance.now() - started));
      shown.update(value, { rate, note });
    },
    done: () => shown.stop(),
  };
};

const logged = (log: Logger, label: string, total: number | undefined): Progress => {
  const started = performance.now();
  let value = 0;
  let next = LOG_EVERY_MS;
  return {
    tick: (n = 1) => {
      value += n;
      const elapsed = performance.now() - started;
      if (elapsed < next) return;
      next = elapsed + LOG_EVERY_MS;
      log.info({ event: "progress", label, value, total, per_second: Math.round((value * 1000) / elapsed) }, label);
    },
    done: () => undefined,
  };
};

/** The real world's effects: bars and sentences on a terminal, one JSON line an event in a pipe. */
export const terminalEffects = (options: TerminalOptions): Effects => {
  const terminal = process.stderr.isTTY === true;
  const log = logger(options, terminal);
  const bars = terminal && !options.quiet;
  return {
    now: () => new Date(),
    log,
    progress: (label, total) => (bars ? bar(label, total) : logged(log, label, total)),
  };
};
