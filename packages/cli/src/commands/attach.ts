import { connectRuntime } from "../client/connection.ts";
import { resolveContainerId } from "../client/container-selection.ts";
import { completeUrl, readSessionOptions, SESSION_FLAGS } from "../client/sessions.ts";
import { checkTerminal, withStreams } from "../client/terminal.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "attach",
  usage: "[flags] CONTAINER-ID",
  description:
    "Connects to the streams of a container's first process until it ends or Ctrl-C; ctrl-p,ctrl-q leaves a terminal.",
  examples: ["crikit attach -it 3f2a"],
  flags: {
    tty: { kind: "switch", short: "t", summary: "The container has a terminal" },
    stdin: { kind: "switch", short: "i", summary: "Pass standard input on" },
    ...SESSION_FLAGS,
  },
  arguments: [1, 1],
  argumentCompletions: ["container"],
  run: async (context, { flags, args: [typed = ""] }) => {
    const { stdin, tty } = flags;
    checkTerminal(context, { stdin, tty }, "stdin");
    const session = await readSessionOptions(flags);
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const containerId = await resolveContainerId(service, typed);
    const { attach } = await import("@crikit/streaming/client");
    const request = { containerId, tty, stdin, stdout: true, stderr: !tty };
    const url = async (): Promise<string> => completeUrl((await service.attach(request)).url);
    await withStreams(context, { stdin, tty }, (streams) =>
      attach(url, { ...session, ...streams, signal: context.signal }),
    );
    return 0;
  },
});
