import { UsageError } from "../arguments/usage-error.ts";
import { COMPLETION_SCRIPTS } from "../completion/scripts.ts";
import { defineCommand } from "../context/command.ts";

const shells = Object.keys(COMPLETION_SCRIPTS) as readonly (keyof typeof COMPLETION_SCRIPTS)[];

export const command = defineCommand({
  name: "completion",
  usage: "[bash|zsh|fish]",
  description:
    "Prints a script that completes commands, their flags and values, and the ids and images of the runtime.",
  examples: ["source <(crikit completion bash)", "source <(crikit completion zsh)", "crikit completion fish | source"],
  flags: {},
  arguments: [0, 1],
  argumentCompletions: [shells],
  run: async (context, { args: [shell = "bash"] }) => {
    const known = shells.find((name) => name === shell);
    if (known === undefined)
      throw new UsageError(`completion knows ${shells.join(", ")}, not ${JSON.stringify(shell)}`);
    await context.print(COMPLETION_SCRIPTS[known]);
    return 0;
  },
});
