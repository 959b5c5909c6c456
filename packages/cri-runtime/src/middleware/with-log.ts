import type { CriService } from "@crikit/cri-api";
import { type Outcome, withObserver } from "./observed.ts";
import { targetOf } from "./target.ts";

/** One call that has ended. */
export interface CallLogEntry {
  /** The call's name in the proto. */
  readonly call: string;
  /** What it was about: an id or a name, empty for lists and the like. */
  readonly target: string;
  readonly outcome: Outcome;
  /** The error's text, empty if there is none. */
  readonly message: string;
  readonly durationMs: number;
  /** Messages of a server stream; 1 for a unary call that was answered. */
  readonly messages: number;
}

/** One line for people: `ContainerStatus "3f2a" NotFound 1.2 ms: container "3f2a" does not exist`. */
export const formatCallLogEntry = (entry: CallLogEntry): string =>
  [
    entry.call,
    ...(entry.target === "" ? [] : [JSON.stringify(entry.target)]),
    entry.outcome,
    `${entry.durationMs.toFixed(1)} ms`,
    ...(entry.messages > 1 ? [`${entry.messages} messages`] : []),
  ].join(" ") + (entry.message === "" ? "" : `: ${entry.message}`);

/** A service that tells `log` of each call when it ends. Requests and answers are not logged: they may hold secrets. */
export const withLog = (
  service: CriService,
  log: (entry: CallLogEntry) => void,
  options: { readonly nowMs?: () => number } = {},
): CriService => {
  const nowMs = options.nowMs ?? (() => performance.now());
  return withObserver(service, (call, request) => {
    const startedAtMs = nowMs();
    let messages = 0;
    return {
      message: () => {
        messages++;
      },
      ended: (outcome, error) =>
        log({
          call: call.name,
          target: targetOf(request),
          outcome,
          message: error instanceof Error ? error.message : "",
          durationMs: nowMs() - startedAtMs,
          messages: call.isStream ? messages : Number(outcome === "OK"),
        }),
    };
  });
};
