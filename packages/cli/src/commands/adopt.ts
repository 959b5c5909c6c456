import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { formatStructured, outputFlag } from "../output/structured.ts";

export const command = defineCommand({
  name: "adopt",
  usage: "--dry-run [flags]",
  description:
    "Lists the pods that dockershim or cri-dockerd has left on a Docker Engine, and what would be missing under crikit. Nothing is changed: " +
    '"crikit serve --adapter docker" takes them over as they are.',
  examples: ["crikit adopt --dry-run", "crikit adopt --dry-run --docker-endpoint unix:///run/docker.sock -o json"],
  flags: {
    "dry-run": { kind: "switch", summary: "Only say what would be: adopting needs no step of its own" },
    "docker-endpoint": {
      kind: "text",
      placeholder: "ENDPOINT",
      standard: "DOCKER_HOST, the docker context, /var/run/docker.sock",
      summary: "Where the Docker Engine is",
    },
    output: outputFlag(["table", "json", "yaml"], "table"),
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    if (!flags["dry-run"])
      throw new CommandError(
        'there is nothing to do: "crikit serve --adapter docker" takes over what is there; --dry-run shows it',
      );
    const { reportAdoption } = await import("@crikit/adapter-docker");
    const found = await reportAdoption({ dockerEndpoint: flags["docker-endpoint"] });
    if (flags.output === "json" || flags.output === "yaml") {
      await context.print(
        await formatStructured(
          found.map((one) => ({ ...one, limits: [...one.limits] })),
          flags.output,
        ),
      );
      return 0;
    }
    const lines = found.flatMap(({ id, kind, name, isRunning, limits }) => [
      `${id.slice(0, 13)}  ${kind}  ${isRunning ? "running" : "not running"}  ${name}`,
      ...limits.map((limit) => `  ${limit}`),
    ]);
    await context.print(found.length === 0 ? "no pods of dockershim or cri-dockerd\n" : `${lines.join("\n")}\n`);
    return 0;
  },
});
