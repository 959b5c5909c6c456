import type { ContainerConfig, CriService, PodSandboxConfig } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolvePodId } from "../client/pod-selection.ts";
import { PULL_FLAGS, type PullChoice, pullForContainer } from "../client/pull-image.ts";
import { loadContainerConfig, loadPodConfig } from "../configuration/cri-config.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { deadlineOf, RUN_FLAGS } from "./runp.ts";

/** The flags of commands that create containers. */
export const CREATE_FLAGS = {
  "no-pull": { kind: "switch", summary: "Do not pull the image, whatever the configuration says" },
  "with-pull": { kind: "switch", summary: "Pull the image first, whatever the configuration says" },
  ...PULL_FLAGS,
  "cancel-timeout": RUN_FLAGS["cancel-timeout"],
} as const;

/** The values of {@link CREATE_FLAGS}. */
export interface CreateChoice extends PullChoice {
  readonly "no-pull": boolean;
  readonly "with-pull": boolean;
  readonly "cancel-timeout": number | undefined;
}

/** Whether the image is pulled first: as the flags say, else as `usually`. */
export const checkPullChoice = (choice: CreateChoice, usually: boolean): boolean => {
  if (choice["no-pull"] && choice["with-pull"]) throw new UsageError("--no-pull and --with-pull exclude each other");
  return choice["with-pull"] || (usually && !choice["no-pull"]);
};

/** What a container is created of. */
export interface Creation {
  readonly podSandboxId: string;
  readonly config: ContainerConfig;
  readonly podConfig: PodSandboxConfig;
  readonly choice: CreateChoice;
  readonly pulls: boolean;
}

/** Creates a container, its image pulled first if wanted, and returns its id. */
export const createContainer = async (
  context: CommandContext,
  service: CriService,
  creation: Creation,
): Promise<string> => {
  const { podSandboxId, config, podConfig, choice, pulls } = creation;
  if (pulls) await pullForContainer(context, service, { config, podConfig, choice });
  const { containerId } = await service.createContainer(
    { podSandboxId, config, sandboxConfig: podConfig },
    deadlineOf(choice["cancel-timeout"]),
  );
  return containerId;
};

/** Prints both schemas if a command was asked for them: `crikit create jsonschema`. */
export const printSchemas = async (context: CommandContext, args: readonly string[]): Promise<boolean> => {
  if (args[0] !== "jsonschema" && args[0] !== "js") return false;
  const { printJsonSchema } = await import("../output/json-schema.ts");
  const kinds = { pod: "PodSandboxConfig", container: "ContainerConfig" } as const;
  const wanted = args.slice(1);
  const unknown = wanted.find((word) => !Object.hasOwn(kinds, word));
  if (unknown !== undefined)
    throw new UsageError(`jsonschema takes "pod" or "container", not ${JSON.stringify(unknown)}`);
  const names = (["pod", "container"] as const).filter((kind) => wanted.length === 0 || wanted.includes(kind));
  await printJsonSchema(
    context,
    names.map((kind) => kinds[kind]),
  );
  return true;
};

export const command = defineCommand({
  name: "create",
  usage: "[flags] POD-ID CONTAINER-CONFIG POD-CONFIG",
  description:
    'Creates a container as two files describe it, JSON or YAML, and prints its id. "crikit create jsonschema" prints the files\' schemas.',
  examples: ["crikit create 3f2a container.yaml pod.yaml", "crikit create --with-pull 3f2a container.json pod.json"],
  flags: CREATE_FLAGS,
  arguments: [1, 3],
  argumentCompletions: ["pod", "file"],
  run: async (context, { flags, args }) => {
    if (await printSchemas(context, args)) return 0;
    const [typed = "", containerPath, podPath] = args;
    if (containerPath === undefined || podPath === undefined)
      throw new UsageError('create takes a pod id and two files; see "crikit create --help"');
    const config = await loadContainerConfig(containerPath);
    const podConfig = await loadPodConfig(podPath);
    await using runtime = await connectRuntime(context);
    const { service, settings } = runtime;
    const pulls = checkPullChoice(flags, settings.pullImageOnCreate);
    const podSandboxId = await resolvePodId(service, typed);
    const containerId = await createContainer(context, service, {
      podSandboxId,
      config,
      podConfig,
      choice: flags,
      pulls,
    });
    await context.print(`${containerId}\n`);
    return 0;
  },
});
