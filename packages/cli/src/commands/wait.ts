import { setTimeout as sleep } from "node:timers/promises";
import { ContainerState, type CriService, isCriError } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

const FIRST_POLL_MS = 50;
const LAST_POLL_MS = 1000;

const conditions = {
  running: (state: ContainerState) => state === ContainerState.CONTAINER_RUNNING,
  exited: (state: ContainerState) => state === ContainerState.CONTAINER_EXITED,
} as const;

type Condition = keyof typeof conditions | "removed";

/** Waits until a container is as wanted; returns its exit code, 0 where it has none. */
const waitFor = async (
  service: CriService,
  containerId: string,
  condition: Condition,
  signal: AbortSignal,
): Promise<number> => {
  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(2 * pollMs, LAST_POLL_MS)) {
    try {
      const { status } = await service.containerStatus({ containerId, verbose: false }, { signal });
      const state = status?.state ?? ContainerState.CONTAINER_UNKNOWN;
      if (condition !== "removed" && conditions[condition](state)) return status?.exitCode ?? 0;
      if (condition === "running" && state === ContainerState.CONTAINER_EXITED)
        throw new CommandError(
          `container "${containerId}" has exited with ${status?.exitCode ?? 0} and will not run again`,
        );
    } catch (error) {
      if (!isCriError(error, "NotFound")) throw error;
      if (condition === "removed") return 0;
      throw new CommandError(`container "${containerId}" has been removed`, { cause: error });
    }
    await sleep(pollMs, undefined, { signal });
  }
};

const untilAll = async (
  context: CommandContext,
  service: CriService,
  ids: readonly string[],
  choice: { readonly condition: Condition; readonly timeoutMs: number },
): Promise<readonly number[]> => {
  const timeout = choice.timeoutMs > 0 ? AbortSignal.timeout(choice.timeoutMs) : undefined;
  const signal = AbortSignal.any([context.signal, ...(timeout === undefined ? [] : [timeout])]);
  try {
    return await Promise.all(
      ids.map(async (id) => {
        const code = await waitFor(service, id, choice.condition, signal);
        await context.print(choice.condition === "exited" ? `${code}\n` : `${id}\n`);
        return code;
      }),
    );
  } catch (error) {
    if (timeout?.aborted && !context.signal.aborted)
      throw new CommandError(`not every container is ${choice.condition} after ${choice.timeoutMs / 1000} s`);
    throw error;
  }
};

export const command = defineCommand({
  name: "wait",
  usage: "[flags] CONTAINER-ID...",
  description:
    "Waits until containers have exited and prints their exit codes, or until they run or are removed. --exit-code ends with the first code that is not 0.",
  examples: ["crikit wait 3f2a", "crikit wait --for running --deadline 10s 3f2a"],
  flags: {
    for: {
      kind: "text",
      choices: ["exited", "running", "removed"],
      completion: ["exited", "running", "removed"],
      standard: "exited",
      summary: "What to wait for",
    },
    deadline: { kind: "duration", standard: "0s, for ever", summary: "How long to wait" },
    "exit-code": { kind: "switch", summary: "Exit with the container's exit code" },
  },
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args }) => {
    await using runtime = await connectRuntime(context);
    const ids = await resolveContainerIds(runtime.service, args);
    const condition = (flags.for ?? "exited") as Condition;
    const codes = await untilAll(context, runtime.service, ids, { condition, timeoutMs: flags.deadline ?? 0 });
    return flags["exit-code"] ? (codes.find((code) => code !== 0) ?? 0) : 0;
  },
});
