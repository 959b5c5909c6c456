import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { formatStructured, outputFlag } from "../output/structured.ts";

export const command = defineCommand({
  name: "version",
  usage: "[flags]",
  description: 'Prints what the runtime says of itself. "crikit --version" prints crikit\'s own version.',
  flags: { output: outputFlag(["table", "json", "yaml"], "table") },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    await using runtime = await connectRuntime(context);
    const { version, runtimeName, runtimeVersion, runtimeApiVersion } = await runtime.service.version({
      version: "v1",
    });
    if (flags.output === "json" || flags.output === "yaml") {
      const fields = { version, runtimeName, runtimeVersion, runtimeApiVersion };
      await context.print(await formatStructured(fields, flags.output));
      return 0;
    }
    await context.print(
      `Version:  ${version}\nRuntimeName:  ${runtimeName}\nRuntimeVersion:  ${runtimeVersion}\nRuntimeApiVersion:  ${runtimeApiVersion}\n`,
    );
    return 0;
  },
});
