import { type CriService, PodSandboxState } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { forEach } from "../client/each.ts";
import { listPodSandboxes } from "../client/lists.ts";
import { resolvePodIds } from "../client/pod-selection.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

const remove = async (
  context: CommandContext,
  service: CriService,
  request: { readonly podSandboxId: string; readonly force: boolean },
): Promise<void> => {
  const { podSandboxId, force } = request;
  const { status } = await service.podSandboxStatus({ podSandboxId, verbose: false });
  if (status?.state === PodSandboxState.SANDBOX_READY) {
    if (!force)
      throw new CommandError(
        `pod "${podSandboxId}" is running; stop it first ("crikit stopp ${podSandboxId.slice(0, 13)}") or use --force`,
      );
    await service.stopPodSandbox({ podSandboxId });
    await context.print(`Stopped sandbox ${podSandboxId}\n`);
  }
  await service.removePodSandbox({ podSandboxId });
  await context.print(`Removed sandbox ${podSandboxId}\n`);
};

export const command = defineCommand({
  name: "rmp",
  usage: "[flags] POD-ID...",
  description: "Removes pods with all their containers.",
  examples: ["crikit rmp 3f2a", "crikit rmp --all --force"],
  flags: {
    force: { kind: "switch", short: "f", summary: "Stop running pods first" },
    all: { kind: "switch", short: "a", summary: "All pods" },
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["pod"],
  run: async (context, { flags, args }) => {
    if (flags.all === args.length > 0)
      throw new UsageError(flags.all ? "give pod ids or --all, not both" : "give a pod id, or --all");
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const ids = flags.all ? (await listPodSandboxes(service)).map(({ id }) => id) : await resolvePodIds(service, args);
    if (flags.all && ids.length === 0) context.warn("there are no pods");
    const { force } = flags;
    await forEach(context, ids, (podSandboxId) => remove(context, service, { podSandboxId, force }), { atOnce: 8 });
    return 0;
  },
});
