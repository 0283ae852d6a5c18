import { spawn } from "node:child_process";
import { ADVICE, type Alarm } from "../../models/alarm.js";
import type { Effects } from "../effects.js";

/** How long a webhook or command may take, in ms. */
const PATIENCE = 30_000;

/** What is told of a night; the same words go to every receiver. */
export interface Notice {
  verb: string;
  exit_code: number;
  alarms: (Alarm & { advice: string })[];
}

/** Where notices go: from the environment only, since an address may hold a secret. */
export interface Receivers {
  webhook?: string | undefined;
  command?: string | undefined;
}

export const receiversOf = (env: NodeJS.ProcessEnv): Receivers => ({
  webhook: env.CERTWORTH_ALARM_WEBHOOK,
  command: env.CERTWORTH_ALARM_COMMAND,
});

export const noticeOf = (verb: string, exit: number, alarms: readonly Alarm[]): Notice => ({
  verb,
  exit_code: exit,
  alarms: alarms.map((alarm) => ({ ...alarm, advice: ADVICE[alarm.alarm] ?? "" })),
});

/** @throws where the answer is not 2xx, or the address is neither https nor loopback's http; never naming the address */
const post = async (address: string, notice: Notice): Promise<void> => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isLoopback = url !== null && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url?.protocol !== "https:" && !(url?.protocol === "http:" && isLoopback))
    throw new Error("CERTWORTH_ALARM_WEBHOOK: an address that begins with https:// is expected");
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(notice),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: Error) => {
    throw new Error(`the webhook did not answer (${error.name})`);
  });
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
};

/** Runs a shell command with the notice on its stdin. @throws where it fails */
const tell = (command: string, notice: Notice): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ["pipe", "ignore", "ignore"], timeout: PATIENCE });
    child.on("error", reject);
    child.on("close", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`the alarm command ended with ${code ?? signal}`)),
    );
    // A command that does not read its stdin is no failure.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify(notice));
  });

/**
 * Tells of a night's alarms: a log line each, and the receivers where there is anything to tell. A receiver that fails is
 * logged and no more: the night's own end is what counts.
 */
export const deliver = async (notice: Notice, receivers: Receivers, { log }: Pick<Effects, "log">): Promise<void> => {
  for (const { level, subject, sentence, advice, ...facts } of notice.alarms)
    log[level]({ event: "alarm", ...facts, subject }, `${subject}: ${sentence}: ${advice}`);
  if (notice.alarms.length === 0) return;
  const { webhook, command } = receivers;
  const tries = [webhook ? post(webhook, notice) : null, command ? tell(command, notice) : null];
  for (const outcome of await Promise.allSettled(tries))
    if (outcome.status === "rejected")
      log.error({ event: "alarm not delivered" }, `alarms were not delivered: ${(outcome.reason as Error).message}`);
};
