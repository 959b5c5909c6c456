import type { CriService } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import {
  CONTAINER_SELECTION,
  CONTAINER_STATE_FLAG,
  resolveContainerId,
  selectContainers,
} from "../client/container-selection.ts";
import { completeUrl, readSessionOptions, SESSION_FLAGS } from "../client/sessions.ts";
import { checkTerminal, withStreams } from "../client/terminal.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { write } from "../context/io.ts";

/** Runs a command in one container, writes its output where it belongs and returns its exit code. */
type Execute = (context: CommandContext, containerId: string) => Promise<number>;

const createSyncExecute =
  (service: CriService, command: readonly string[], timeoutSeconds: number): Execute =>
  async (context, containerId) => {
    const request = { containerId, cmd: [...command], timeout: BigInt(timeoutSeconds) };
    const { stdout, stderr, exitCode } = await service.execSync(request);
    await context.print(stdout);
    await write(context.stderr, stderr);
    return exitCode;
  };

const createStreamedExecute =
  (
    service: CriService,
    command: readonly string[],
    choice: {
      readonly stdin: boolean;
      readonly tty: boolean;
      readonly timeoutSeconds: number;
      readonly session: Awaited<ReturnType<typeof readSessionOptions>>;
    },
  ): Execute =>
  async (context, containerId) => {
    const { stdin, tty, session, timeoutSeconds } = choice;
    const { execute } = await import("@crikit/streaming/client");
    const request = { containerId, cmd: [...command], tty, stdin, stdout: true, stderr: !tty };
    const url = async (): Promise<string> => completeUrl((await service.exec(request)).url);
    const timeout = timeoutSeconds > 0 ? AbortSignal.timeout(timeoutSeconds * 1000) : undefined;
    const signal = AbortSignal.any([context.signal, ...(timeout === undefined ? [] : [timeout])]);
    try {
      const { exitCode } = await withStreams(context, { stdin, tty }, (streams) =>
        execute(url, { ...session, ...streams, signal }),
      );
      return exitCode;
    } catch (error) {
      if (timeout?.aborted)
        throw new CommandError(
          `command in container "${containerId}" has not ended after ${timeoutSeconds} s; the session is closed`,
        );
      throw error;
    }
  };

/** Collects what one of several parallel commands writes, so that their lines do not mix. */
const createCollector = (context: CommandContext): { readonly context: CommandContext; flush(): Promise<void> } => {
  const out: (string | Uint8Array)[] = [];
  return {
    context: { ...context, print: async (chunk) => void out.push(typeof chunk === "string" ? chunk : chunk.slice()) },
    flush: async () => {
      for (const chunk of out) await context.print(chunk);
    },
  };
};

interface Several {
  readonly quiet: boolean;
  readonly parallel: boolean;
  readonly ignoreErrors: boolean;
}

const reportCode = (context: CommandContext, containerId: string, code: number): void => {
  if (code !== 0) context.warn(`command in container "${containerId}" exited with ${code}`);
};

/** Runs the command in several containers; the exit code is the first that is not 0, or 1 for one that could not be run. */
const executeInAll = async (
  context: CommandContext,
  ids: readonly string[],
  execute: Execute,
  choice: Several,
): Promise<number> => {
  const runOne = async (containerId: string): Promise<number> => {
    const collector = choice.parallel ? createCollector(context) : { context, flush: async () => {} };
    if (!choice.quiet) await collector.context.print(`${containerId}:\n`);
    try {
      const code = await execute(collector.context, containerId);
      await collector.flush();
      if (!choice.ignoreErrors) reportCode(context, containerId, code);
      return code;
    } catch (error) {
      await collector.flush();
      if (!choice.ignoreErrors) context.warn(error instanceof Error ? error.message : String(error));
      return 1;
    }
  };
  const codes: number[] = [];
  if (choice.parallel) codes.push(...(await Promise.all(ids.map(runOne))));
  else for (const id of ids) codes.push(await runOne(id));
  return choice.ignoreErrors ? 0 : (codes.find((code) => code !== 0) ?? 0);
};

export const command = defineCommand({
  name: "exec",
  usage: "[flags] CONTAINER-ID COMMAND [ARGUMENT...]",
  description:
    "Runs a command in a running container and exits with its exit code. With flags that choose containers there is no CONTAINER-ID, and the command runs in all of them. It goes on when crikit is interrupted.",
  examples: [
    "crikit exec -it 3f2a sh",
    "crikit exec -s 3f2a cat /etc/hosts",
    "crikit exec --label app=web -x hostname",
  ],
  flags: {
    sync: { kind: "switch", short: "s", summary: "By one call that answers with all the output, at most 16 MiB" },
    timeout: { kind: "integer", placeholder: "SECONDS", standard: "0, none", summary: "How long the command may take" },
    tty: { kind: "switch", short: "t", summary: "A terminal; ctrl-p,ctrl-q leaves it" },
    interactive: { kind: "switch", short: "i", summary: "Pass standard input on" },
    ...SESSION_FLAGS,
    ...CONTAINER_SELECTION,
    state: CONTAINER_STATE_FLAG,
    quiet: { kind: "switch", short: "q", summary: "Do not print ids where several containers are chosen" },
    "ignore-errors": { kind: "switch", short: "e", summary: "Exit with 0 whatever the commands do" },
    parallel: { kind: "switch", short: "x", summary: "In all chosen containers at once" },
  },
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  stopsAtArgument: true,
  run: async (context, { flags, args, given }) => {
    const chooses = ["state", ...Object.keys(CONTAINER_SELECTION)].some((flag) => given.has(flag));
    const [typed = "", ...rest] = args;
    const command = chooses ? args : rest;
    if (command.length === 0) throw new UsageError("exec needs a command after the container's id");
    const { interactive: stdin, tty, timeout: timeoutSeconds = 0, parallel, quiet } = flags;
    if (timeoutSeconds < 0) throw new UsageError("--timeout takes 0 or more seconds");
    checkTerminal(context, { stdin, tty }, "interactive");
    const session = await readSessionOptions(flags);
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const execute = flags.sync
      ? createSyncExecute(service, command, timeoutSeconds)
      : createStreamedExecute(service, command, { stdin, tty, timeoutSeconds, session });
    const ignoreErrors = flags["ignore-errors"];
    if (!chooses) {
      const code = await execute(context, await resolveContainerId(service, typed));
      return ignoreErrors ? 0 : code;
    }
    const ids = (await selectContainers(service, flags)).map(({ id }) => id);
    if (ids.length === 0) throw new CommandError('no container matches; "crikit ps" lists what runs');
    if (ids.length > 1 && stdin)
      throw new UsageError(`standard input cannot go to ${ids.length} containers; choose one`);
    return await executeInAll(context, ids, execute, { quiet, parallel, ignoreErrors });
  },
});
