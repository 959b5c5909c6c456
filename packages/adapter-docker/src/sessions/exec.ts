import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { CriError } from "@crikit/cri-api";
import type { ExecSession, ExitStatus, SessionCall, SessionStreams } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import { asking } from "../translate/cri-error.ts";
import { type ExecTarget, signalExec } from "./exec-kill.ts";
import { pumpInput, pumpOutput, pumpSizes } from "./pump-streams.ts";

const markName = "CRIKIT_EXEC";
const exitTries = 40;

const exitStatusOf = async (engine: Engine, execId: string): Promise<ExitStatus> => {
  for (let tries = 0; ; tries++) {
    const { Running, ExitCode } = await engine.inspectExec(execId);
    if (Running !== true && ExitCode !== null && ExitCode !== undefined) return { exitCode: ExitCode };
    if (tries >= exitTries) throw new CriError("Internal", `exec "${execId}" has closed its streams and still runs`);
    await sleep(Math.min(10 * 2 ** tries, 250));
  }
};

/**
 * Executes a command in a container. When the signal fires, the process and its children are killed, and the promise rejects with the signal's reason; a
 * hang-up sends them SIGHUP.
 */
export const execInContainer = async (
  engine: Engine,
  session: ExecSession & { readonly isLocal: boolean },
  streams: SessionStreams,
  call: SessionCall,
): Promise<ExitStatus> => {
  const { containerId, command, tty, isLocal } = session;
  call.signal.throwIfAborted();
  const mark = `${markName}=${randomBytes(8).toString("hex")}`;
  const execId = await asking(`exec in container "${containerId}"`, () =>
    engine.createExec(containerId, {
      command,
      tty,
      stdin: streams.stdin !== undefined,
      stdout: streams.stdout !== undefined,
      stderr: streams.stderr !== undefined && !tty,
      // Only a process that cannot be signalled from here has to be found by a mark.
      ...(isLocal ? {} : { env: [mark] }),
    }),
  );
  const target: ExecTarget = { containerId, execId, mark };
  const stream = await asking(`exec in container "${containerId}"`, () =>
    engine.startExec(execId, { tty, signal: undefined }),
  );
  const signalAll = (signal: NodeJS.Signals): Promise<void> =>
    signalExec(engine, target, { signal, isLocal }).catch(() => {});
  const onHangup = (): void => void signalAll("SIGHUP");
  call.hangup?.addEventListener("abort", onHangup, { once: true });
  if (call.hangup?.aborted === true) onHangup();
  const onAbort = (): void => void signalAll("SIGKILL").finally(() => stream.destroy());
  call.signal.addEventListener("abort", onAbort, { once: true });
  if (call.signal.aborted) onAbort();
  try {
    const ended = pumpOutput(stream, streams, tty);
    if (streams.stdin !== undefined) void pumpInput(streams.stdin, stream, ended);
    if (streams.resize !== undefined) void pumpSizes(streams.resize, (size) => engine.resizeExec(execId, size), ended);
    const error = await ended;
    call.signal.throwIfAborted();
    if (error !== undefined)
      throw new CriError("Unavailable", `exec in container "${containerId}" lost the engine: ${error.message}`, {
        cause: error,
      });
    return await asking(`exec in container "${containerId}"`, () => exitStatusOf(engine, execId));
  } finally {
    call.hangup?.removeEventListener("abort", onHangup);
    call.signal.removeEventListener("abort", onAbort);
    stream.destroy();
  }
};
