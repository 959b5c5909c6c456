import { setTimeout as delay } from "node:timers/promises";
import type { ByteSink, SessionStreams, StreamingRuntime } from "@crikit/cri-runtime";
import type { SessionPolicy } from "../session/policy.ts";
import { reasonOf } from "../session/reason.ts";
import type { SessionFaults, SessionRequest } from "../session/session.ts";
import { type SessionStatus, statusOfExit } from "./status.ts";
import type { RemoteCommandConnection } from "./streams.ts";

/** A session on a container, as the request named it. */
export type RemoteCommandRequest = Extract<SessionRequest, { readonly kind: "exec" | "attach" }>;

/** What {@link serveRemoteCommand} serves with. */
export interface RemoteCommandServing {
  readonly runtime: StreamingRuntime;
  readonly request: RemoteCommandRequest;
  readonly policy: SessionPolicy;
  readonly faults: SessionFaults;
  /** Fires when the server ends the session. */
  readonly signal: AbortSignal;
  /** Fires when the client has gone. */
  readonly gone: AbortSignal;
  onProblem(message: string, cause?: unknown): void;
}

/** Runs one exec or attach session from the moment its connection is open until the process has ended and the client has been told. */
export const serveRemoteCommand = async (
  connection: RemoteCommandConnection,
  serving: RemoteCommandServing,
): Promise<void> => {
  const streams = await openStreams(connection, serving);
  if (streams === undefined) return;
  const status = await run(streams, serving);
  connection.finish(serving.signal.aborted ? { outcome: "error", message: "the server ended the session" } : status);
};

const openStreams = async (
  connection: RemoteCommandConnection,
  { policy, onProblem }: RemoteCommandServing,
): Promise<SessionStreams | undefined> => {
  const reason = "timed out waiting for client to create streams";
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    connection.finish({ outcome: "error", message: reason });
  }, policy.creationTimeoutMs);
  try {
    return await connection.ready;
  } catch (cause) {
    if (timedOut) onProblem(reason);
    else onProblem("the client left before its streams were open", cause);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

const run = async (streams: SessionStreams, serving: RemoteCommandServing): Promise<SessionStatus> => {
  const { request, faults, onProblem } = serving;
  try {
    if (faults.delayMs !== undefined) await delay(faults.delayMs, undefined, { signal: serving.signal });
    if (faults.error !== undefined) throw new Error(faults.error);
    const exitCode = await runOnContainer(streams, serving);
    return statusOfExit(faults.exitCode ?? exitCode);
  } catch (error) {
    const text = reasonOf(error);
    const message =
      request.kind === "exec"
        ? `error executing command in container: ${text}`
        : `error attaching to container: ${text}`;
    onProblem(message, error);
    return { outcome: "error", message };
  } finally {
    endSinks([streams.stdout, streams.stderr]);
  }
};

const runOnContainer = async (streams: SessionStreams, serving: RemoteCommandServing): Promise<number> => {
  const { runtime, request, policy, signal, gone } = serving;
  const { containerId, tty } = request;
  if (request.kind === "attach") {
    await runtime.attach({ containerId, tty }, streams, { signal: AbortSignal.any([signal, gone]) });
    return 0;
  }
  const call = {
    signal: policy.onDisconnect === "kill" ? AbortSignal.any([signal, gone]) : signal,
    hangup: policy.onDisconnect === "hup" ? gone : undefined,
  };
  const { exitCode } = await runtime.exec({ containerId, command: request.command, tty }, streams, call);
  return exitCode;
};

const endSinks = (sinks: readonly (ByteSink | undefined)[]): void => {
  for (const sink of sinks) sink?.end();
};
