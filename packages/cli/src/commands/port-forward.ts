import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolvePodId } from "../client/pod-selection.ts";
import { completeUrl, readSessionOptions, SESSION_FLAGS } from "../client/sessions.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError, systemCodeOf } from "../context/command-error.ts";
import { untilAborted } from "../context/until-aborted.ts";

const portWords: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken; choose another, or 0 for any free one",
  EACCES: "may only be opened by root; choose one above 1023",
  EADDRNOTAVAIL: "is on an address that this machine does not have",
};

/** The system's error is the streaming client's cause; its own words name the address, not what to do. */
const refusePort = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const cause = Object.hasOwn(portWords, systemCodeOf(error) ?? "") ? error : error.cause;
  const words = portWords[systemCodeOf(cause) ?? ""];
  if (words === undefined) return error;
  const port = cause instanceof Error && "port" in cause ? ` ${String(cause.port)}` : "";
  return new CommandError(`local port${port} ${words}`, { cause: error });
};

const checkPorts = (ports: readonly string[]): void => {
  for (const port of ports) {
    const [, local = "0", remote = ""] = /^(?:(\d*):)?(\d+)$/.exec(port) ?? [];
    if (remote === "" || Number(local) > 65535 || Number(remote) < 1 || Number(remote) > 65535)
      throw new UsageError(`${JSON.stringify(port)} is no port; write 8080:80, 80 or :80 for any free local port`);
  }
};

const forward = async (
  context: CommandContext,
  options: {
    readonly url: () => Promise<string>;
    readonly ports: readonly string[];
    readonly addresses: readonly string[];
    readonly session: Awaited<ReturnType<typeof readSessionOptions>>;
  },
): Promise<void> => {
  const { portForward } = await import("@crikit/streaming/client");
  const { url, ports, addresses, session } = options;
  await using forwarder = await portForward(url, {
    ...session,
    ports,
    ...(addresses.length > 0 && { addresses }),
    onProblem: (message) => context.warn(message),
  });
  for (const { address, localPort, remotePort } of forwarder.ports) {
    const host = address.includes(":") ? `[${address}]` : address;
    await context.print(`Forwarding from ${host}:${localPort} -> ${remotePort}\n`);
  }
  await Promise.race([forwarder.closed, untilAborted(context.signal)]);
};

export const command = defineCommand({
  name: "port-forward",
  usage: "[flags] POD-ID [LOCAL:]REMOTE...",
  description: "Listens on local ports and carries each connection to a port of the pod, until Ctrl-C.",
  examples: ["crikit port-forward 3f2a 8080:80", "crikit port-forward 3f2a :5432"],
  flags: {
    address: {
      kind: "list",
      placeholder: "ADDRESS",
      standard: "127.0.0.1 and ::1",
      summary: "The local address to listen on; may be given several times",
    },
    ...SESSION_FLAGS,
  },
  arguments: [2, Number.POSITIVE_INFINITY],
  argumentCompletions: ["pod", []],
  run: async (context, { flags, args: [typed = "", ...ports] }) => {
    checkPorts(ports);
    const session = await readSessionOptions(flags);
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const podSandboxId = await resolvePodId(service, typed);
    const url = async (): Promise<string> => completeUrl((await service.portForward({ podSandboxId, port: [] })).url);
    try {
      await forward(context, { url, ports, addresses: flags.address, session });
    } catch (error) {
      throw refusePort(error);
    }
    return 0;
  },
});
