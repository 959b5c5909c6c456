import { isAbsolute, resolve } from "node:path";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "checkpoint",
  usage: "--export FILE CONTAINER-ID...",
  description: "Writes the state of running containers into an archive on the runtime's host.",
  flags: {
    export: { kind: "text", short: "e", placeholder: "FILE", completion: "file", summary: "The archive to write" },
    timeout: { kind: "integer", placeholder: "SECONDS", standard: "0, the runtime's", summary: "How long it may take" },
  },
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args }) => {
    if (!flags.export) throw new UsageError("checkpoint needs --export /path/to/checkpoint.tar");
    const location = isAbsolute(flags.export) ? flags.export : resolve(flags.export);
    await using runtime = await connectRuntime(context);
    const ids = await resolveContainerIds(runtime.service, args);
    const timeout = BigInt(flags.timeout ?? 0);
    await forEach(context, ids, async (containerId) => {
      await runtime.service.checkpointContainer({ containerId, location, timeout });
      await context.print(`${containerId}\n`);
    });
    return 0;
  },
});
