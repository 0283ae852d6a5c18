import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

/** Who holds a data directory: enough to tell a live owner from a dead one whose process id was given out again. */
export const Owner = z.object({
  pid: z.int().positive(),
  /** Name of the machine, or of the container. */
  host: z.string().optional(),
  /** ISO time at which it was taken, for people. */
  started_at: z.string().optional(),
  /** Identity of the machine's boot; null where the system has none. */
  boot: z.string().nullable().optional(),
  /** Start of the process in clock ticks since the boot; null where the system does not say. */
  ticks: z.string().nullable().optional(),
});
export type Owner = z.infer<typeof Owner>;

/** Content of a file of the system; null where there is none. */
const read = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

/** Start of a process in ticks since the boot: field 22 of proc(5)'s stat, counted after the name, which may hold spaces. */
const ticksOf = (pid: number): string | null =>
  read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ")[19] ?? null;

const bootId = (): string | null => read("/proc/sys/kernel/random/boot_id")?.trim() ?? null;

/** This process, as an owner. */
export const self = (): Owner => ({
  pid: process.pid,
  host: hostname(),
  started_at: new Date().toISOString(),
  boot: bootId(),
  ticks: ticksOf(process.pid),
});

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/**
 * Whether an owner still runs. `unknown` is one of another machine or container, whose processes cannot be seen from here:
 * its heartbeat must tell. Another boot of this machine, or another process under the same id, is none.
 */
export const lifeOf = (owner: Owner): "alive" | "dead" | "unknown" => {
  if (owner.host !== undefined && owner.host !== hostname()) return "unknown";
  const boot = bootId();
  if (owner.boot && boot && owner.boot !== boot) return "dead";
  if (!runs(owner.pid)) return "dead";
  const ticks = ticksOf(owner.pid);
  return owner.ticks && ticks && owner.ticks !== ticks ? "dead" : "alive";
};
