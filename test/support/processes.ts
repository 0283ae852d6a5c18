import { execFileSync } from "node:child_process";

export interface Process {
  pid: number;
  parent: number;
  /** The command line. */
  command: string;
}

const all = (): Process[] =>
  execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8", maxBuffer: 1 << 24 })
    .split("\n")
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });

/** Every process that descends from one, at this moment. */
export const descendantsOf = (pid: number, processes = all()): Process[] =>
  processes.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...descendantsOf(child.pid, processes)]);
