import { connectRuntime } from "../client/connection.ts";
import { PULL_FLAGS, pullImage, readAuth } from "../client/pull-image.ts";
import { parseLabels } from "../client/selection.ts";
import { loadPodConfig } from "../configuration/cri-config.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

export const command = defineCommand({
  name: "pull",
  usage: "[flags] IMAGE[:TAG|@DIGEST]",
  description: '"crikit pull jsonschema" prints the schema of --pod-config\'s file.',
  examples: ["crikit pull busybox:1.36", "crikit pull --creds me:secret registry.example.com/app"],
  flags: {
    ...PULL_FLAGS,
    "pod-config": {
      kind: "text",
      placeholder: "FILE",
      completion: "file",
      summary: "The configuration of the pod that the image is for, JSON or YAML",
    },
    annotation: { kind: "list", short: "a", placeholder: "KEY=VALUE", summary: "An annotation of the image" },
  },
  arguments: [1, 1],
  argumentCompletions: ["image"],
  run: async (context, { flags, args: [image = ""] }) => {
    if (image === "jsonschema" || image === "js") {
      const { printJsonSchema } = await import("../output/json-schema.ts");
      return printJsonSchema(context, ["PodSandboxConfig"]);
    }
    if (image.trim() === "") throw new CommandError("the image's name cannot be empty");
    const annotations = parseLabels(flags.annotation, "--annotation");
    const podConfig = flags["pod-config"] === undefined ? undefined : await loadPodConfig(flags["pod-config"]);
    const auth = await readAuth(context, flags);
    await using runtime = await connectRuntime(context);
    const timeoutMs = flags["pull-timeout"];
    const reference = await pullImage(runtime.service, { image, auth, annotations, podConfig, timeoutMs });
    await context.print(`Image is up to date for ${reference}\n`);
    return 0;
  },
});
