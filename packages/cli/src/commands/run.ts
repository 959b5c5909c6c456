import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { loadContainerConfig, loadPodConfig } from "../configuration/cri-config.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { CREATE_FLAGS, checkPullChoice, createContainer, printSchemas } from "./create.ts";
import { RUN_FLAGS } from "./runp.ts";

const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const command = defineCommand({
  name: "run",
  usage: "[flags] CONTAINER-CONFIG POD-CONFIG",
  description:
    "Runs a pod, creates a container in it and starts it; prints the container's id. The image is pulled first, unless told otherwise. " +
    "If the container cannot be started, the pod is removed again, unless --keep is given.",
  examples: ["crikit run container.yaml pod.yaml", "crikit run --no-pull container.json pod.json"],
  flags: {
    ...CREATE_FLAGS,
    runtime: RUN_FLAGS.runtime,
    keep: { kind: "switch", summary: "Keep the pod if its container cannot be created or started" },
  },
  arguments: [1, 3],
  argumentCompletions: ["file"],
  run: async (context, { flags, args }) => {
    if (await printSchemas(context, args)) return 0;
    const [containerPath = "", podPath] = args;
    if (podPath === undefined || args.length > 2) throw new UsageError('run takes two files; see "crikit run --help"');
    const config = await loadContainerConfig(containerPath);
    const podConfig = await loadPodConfig(podPath);
    await using runtime = await connectRuntime(context);
    const { service, settings } = runtime;
    const pulls = checkPullChoice(flags, !settings.disablePullOnRun);
    const { podSandboxId } = await service.runPodSandbox({ config: podConfig, runtimeHandler: flags.runtime ?? "" });
    try {
      const creation = { podSandboxId, config, podConfig, choice: flags, pulls };
      const containerId = await createContainer(context, service, creation);
      await service.startContainer({ containerId });
      await context.print(`${containerId}\n`);
      return 0;
    } catch (error) {
      if (flags.keep) throw new CommandError(`${errorText(error)} (pod ${podSandboxId} is kept)`, { cause: error });
      const call = { signal: AbortSignal.timeout(30_000) };
      await service.stopPodSandbox({ podSandboxId }, call).catch(() => {});
      await service.removePodSandbox({ podSandboxId }, call).catch(() => {});
      throw error;
    }
  },
});
