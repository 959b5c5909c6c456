import { readdir, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ContainerState, type CriService } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { listContainers } from "../client/lists.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError, describeSystemError, systemCodeOf } from "../context/command-error.ts";

/** Removes a log and its rotations (`0.log.20240101-000000.gz`): the kubelet's job, which nobody does for containers made by hand. */
const removeLogs = async (context: CommandContext, logPath: string): Promise<void> => {
  const folder = dirname(logPath);
  const name = basename(logPath);
  const listed = await readdir(folder).catch(() => []);
  for (const file of listed.filter((entry) => entry === name || entry.startsWith(`${name}.`))) {
    await unlink(join(folder, file)).catch((error: unknown) => {
      if (systemCodeOf(error) !== "ENOENT")
        context.warn(`log ${join(folder, file)} cannot be removed: ${describeSystemError(error)}`);
    });
  }
};

const remove = async (
  context: CommandContext,
  service: CriService,
  request: { readonly containerId: string; readonly force: boolean; readonly keepLogs: boolean },
): Promise<void> => {
  const { containerId, force, keepLogs } = request;
  const { status } = await service.containerStatus({ containerId, verbose: false });
  if (status?.state === ContainerState.CONTAINER_RUNNING) {
    if (!force)
      throw new CommandError(
        `container "${containerId}" is running; stop it first ("crikit stop ${containerId.slice(0, 13)}") or use --force`,
      );
    await service.stopContainer({ containerId, timeout: 0n });
  }
  await service.removeContainer({ containerId });
  await context.print(`${containerId}\n`);
  if (!keepLogs && status !== undefined && status.logPath !== "") await removeLogs(context, status.logPath);
};

export const command = defineCommand({
  name: "rm",
  usage: "[flags] CONTAINER-ID...",
  description: "Removes containers and their log files.",
  examples: ["crikit rm 3f2a", "crikit rm --all --force"],
  flags: {
    force: { kind: "switch", short: "f", summary: "Stop running containers first" },
    "keep-logs": { kind: "switch", short: "k", summary: "Leave the log files" },
    all: { kind: "switch", short: "a", summary: "All containers" },
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args }) => {
    if (flags.all === args.length > 0)
      throw new UsageError(flags.all ? "give container ids or --all, not both" : "give a container id, or --all");
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const ids = flags.all
      ? (await listContainers(service)).map(({ id }) => id)
      : await resolveContainerIds(service, args);
    if (flags.all && ids.length === 0) context.warn("there are no containers");
    const { force, "keep-logs": keepLogs } = flags;
    await forEach(context, ids, (containerId) => remove(context, service, { containerId, force, keepLogs }), {
      atOnce: 8,
    });
    return 0;
  },
});
