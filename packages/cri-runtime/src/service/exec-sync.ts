import { type Call, CriError, type CriService, type ExecSyncRequest, type ExecSyncResponse } from "@crikit/cri-api";
import type { CriRuntime } from "../contract/runtime.ts";
import type { ExitStatus } from "../contract/streams.ts";
import { type ByteCollector, createByteCollector } from "./byte-collector.ts";
import { endedBy } from "./guard.ts";
import { requireRunning } from "./objects.ts";

/** Bounds of ExecSync. */
export interface ExecSyncBounds {
  /** Bytes of stdout and stderr together. */
  readonly maxBytes: number;
  /** Milliseconds to wait for a process that has been told to end. */
  readonly endMs: number;
}

/** Longer than any timer runs; a timeout beyond it (24 days) is as good as this. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Shares the answer's bytes: what one stream leaves is the other's, and neither can take more than half from the other. */
export const shareBytes = (sizes: { stdout: number; stderr: number }, maxBytes: number): typeof sizes => {
  const half = Math.floor(maxBytes / 2);
  const stderr = Math.min(sizes.stderr, Math.max(half, maxBytes - sizes.stdout));
  return { stdout: Math.min(sizes.stdout, maxBytes - stderr), stderr };
};

const toResponse = (
  status: ExitStatus,
  output: { stdout: ByteCollector; stderr: ByteCollector },
  maxBytes: number,
): ExecSyncResponse => {
  const share = shareBytes({ stdout: output.stdout.byteLength, stderr: output.stderr.byteLength }, maxBytes);
  return {
    stdout: output.stdout.collected(share.stdout),
    stderr: output.stderr.collected(share.stderr),
    exitCode: status.exitCode,
  };
};

const settledWithin = async (work: Promise<unknown>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.then(undefined, () => undefined), elapsed]);
  clearTimeout(timer);
};

/** A promise of the signal's firing that leaves no listener behind once disposed. */
const firing = (signal: AbortSignal): { readonly fired: Promise<"fired">; dispose(): void } => {
  let listener = (): void => {};
  const fired = new Promise<"fired">((resolve) => {
    listener = () => resolve("fired");
    if (signal.aborted) listener();
    else signal.addEventListener("abort", listener, { once: true });
  });
  return { fired, dispose: () => signal.removeEventListener("abort", listener) };
};

const execute = async (
  runtime: CriRuntime,
  request: ExecSyncRequest & { readonly signal: AbortSignal },
  bounds: ExecSyncBounds,
): Promise<ExecSyncResponse | undefined> => {
  const output = { stdout: createByteCollector(bounds.maxBytes), stderr: createByteCollector(bounds.maxBytes) };
  const { signal } = request;
  const session = { containerId: request.containerId, command: request.cmd, tty: false };
  const ending = firing(signal);
  try {
    const work = runtime.exec(session, output, { signal });
    const outcome = await Promise.race([work, ending.fired]);
    if (outcome !== "fired" && !signal.aborted) return toResponse(outcome, output, bounds.maxBytes);
    await settledWithin(work, bounds.endMs);
    return undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    ending.dispose();
  }
};

/**
 * ExecSync over a runtime's `exec`: output cut to what one message holds (never an error), the timeout in seconds (0 is none) ends the process
 * and is answered with `DeadlineExceeded`, as is the call's own end with `Canceled`.
 */
export const createExecSync =
  (runtime: CriRuntime, bounds: ExecSyncBounds): CriService["execSync"] =>
  async (request, call?: Call) => {
    const containerId = await requireRunning(runtime, request.containerId, call);
    const ended = new AbortController();
    let isTimedOut = false;
    const seconds = request.timeout;
    const timeoutMs = seconds > BigInt((MAX_TIMER_MS / 1000) | 0) ? MAX_TIMER_MS : Number(seconds) * 1000;
    const timer =
      timeoutMs > 0
        ? setTimeout(() => {
            isTimedOut = true;
            ended.abort(new CriError("DeadlineExceeded", `ExecSync timed out after ${seconds} s`));
          }, timeoutMs)
        : undefined;
    const signal = call?.signal === undefined ? ended.signal : AbortSignal.any([ended.signal, call.signal]);
    try {
      const response = await execute(runtime, { ...request, containerId, signal }, bounds);
      if (response !== undefined) return response;
    } finally {
      clearTimeout(timer);
    }
    if (!isTimedOut && call?.signal?.aborted) throw endedBy(call.signal, "ExecSync");
    const command = JSON.stringify(request.cmd.join(" ").slice(0, 200));
    throw new CriError(
      "DeadlineExceeded",
      `command ${command} in container "${request.containerId}" timed out after ${seconds} s`,
    );
  };
