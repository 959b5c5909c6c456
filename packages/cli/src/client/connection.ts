import { setTimeout as sleep } from "node:timers/promises";
import type { CriService } from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import { formatMs } from "../arguments/duration.ts";
import type { CommandContext } from "../context/command.ts";
import { findEndpoint, knownEndpoints, probeEndpoint } from "./endpoint.ts";
import { type CallWatch, watchService } from "./service-watch.ts";
import { loadSettings, type Settings } from "./settings.ts";

const CONNECT_TIMEOUT_MS = 2000;
const RETRY_FROM_MS = 500;
const RETRY_TO_MS = 5000;

/** A runtime that a command talks to. */
export interface Connection extends AsyncDisposable {
  readonly service: CriService;
  readonly settings: Settings;
  /** What the runtime was reached at. */
  readonly endpoint: string;
}

const chooseEndpoint = async (context: CommandContext, settings: Settings): Promise<string> => {
  if (settings.runtimeEndpoint !== undefined) return settings.runtimeEndpoint;
  const timeoutMs = settings.timeoutMs ?? CONNECT_TIMEOUT_MS;
  const found = await findEndpoint(knownEndpoints(context), { timeoutMs, signal: context.signal });
  context.warn(
    `using ${found}, the first that answers (--runtime-endpoint or CONTAINER_RUNTIME_ENDPOINT says another)`,
  );
  return found;
};

/** Waits until something takes connections at an endpoint, as often as was asked for. */
const awaitEndpoint = async (endpoint: string, context: CommandContext, settings: Settings): Promise<void> => {
  const timeoutMs = settings.timeoutMs ?? CONNECT_TIMEOUT_MS;
  let pauseMs = RETRY_FROM_MS;
  for (let left = settings.maxRetries; left > 0 && !context.signal.aborted; left -= 1) {
    if ((await probeEndpoint(endpoint, { timeoutMs, signal: context.signal })) === undefined) return;
    await sleep(pauseMs, undefined, { signal: context.signal }).catch(() => undefined);
    pauseMs = Math.min(2 * pauseMs, RETRY_TO_MS);
  }
};

const createWatch = (context: CommandContext, settings: Settings): CallWatch => ({
  onEnd: ({ name, tookMs, error }) => {
    if (settings.debug)
      context.warn(`debug: ${name} took ${formatMs(tookMs)}${error === undefined ? "" : `: ${String(error)}`}`);
  },
});

/** Connects to the runtime that the flags, the environment or the configuration name, or to the first known one that answers. */
export const connectRuntime = async (context: CommandContext): Promise<Connection> => {
  const settings = await loadSettings(context);
  const endpoint = await chooseEndpoint(context, settings);
  await awaitEndpoint(endpoint, context, settings);
  const client = connectCri(endpoint, {
    connectTimeoutMs: settings.timeoutMs ?? CONNECT_TIMEOUT_MS,
    ...(settings.imageEndpoint !== undefined && { imageAddress: settings.imageEndpoint }),
    ...(settings.timeoutMs !== undefined && { timeoutMs: settings.timeoutMs }),
  });
  const service = watchService(client, createWatch(context, settings), context);
  return { service, settings, endpoint, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
};
