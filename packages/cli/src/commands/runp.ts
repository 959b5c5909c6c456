import { connectRuntime } from "../client/connection.ts";
import { loadPodConfig } from "../configuration/cri-config.ts";
import { defineCommand } from "../context/command.ts";

/** `--runtime` and `--cancel-timeout`. */
export const RUN_FLAGS = {
  runtime: { kind: "text", short: "r", placeholder: "HANDLER", summary: "The runtime handler to use" },
  "cancel-timeout": {
    kind: "duration",
    short: "T",
    standard: "the timeout of calls",
    summary: "How long the call may take before it is canceled",
  },
} as const;

/** The deadline of a call, if one was asked for. */
export const deadlineOf = (timeoutMs: number | undefined): { readonly timeoutMs?: number } =>
  timeoutMs !== undefined && timeoutMs > 0 ? { timeoutMs } : {};

export const command = defineCommand({
  name: "runp",
  usage: "[flags] POD-CONFIG",
  description:
    'Runs a pod sandbox as a file describes it, JSON or YAML, and prints its id. "crikit runp jsonschema" prints the file\'s schema.',
  examples: ["crikit runp pod.yaml", "crikit runp --runtime gvisor pod.json"],
  flags: RUN_FLAGS,
  arguments: [1, 1],
  argumentCompletions: ["file"],
  run: async (context, { flags, args: [path = ""] }) => {
    if (path === "jsonschema" || path === "js") {
      const { printJsonSchema } = await import("../output/json-schema.ts");
      return printJsonSchema(context, ["PodSandboxConfig"]);
    }
    const config = await loadPodConfig(path);
    await using runtime = await connectRuntime(context);
    const { podSandboxId } = await runtime.service.runPodSandbox(
      { config, runtimeHandler: flags.runtime ?? "" },
      deadlineOf(flags["cancel-timeout"]),
    );
    await context.print(`${podSandboxId}\n`);
    return 0;
  },
});
