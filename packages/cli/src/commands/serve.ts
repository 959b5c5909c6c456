import { parseEndpoint } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { defaultServeEndpoint } from "../client/endpoint.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { ADAPTER_NAMES, type AdapterName, createAdapter } from "../serve/adapters.ts";
import { type ServedRuntime, serveRuntime } from "../serve/serve-runtime.ts";

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener("abort", () => settle(), { once: true });
  });

const readMode = (text: string | undefined): number => {
  if (text === undefined) return 0o660;
  if (!/^0?[0-7]{3}$/.test(text))
    throw new UsageError(`--socket-mode takes octal permissions such as 0660, not ${text}`);
  return Number.parseInt(text, 8);
};

const readStreamingAddress = (text: string | undefined): { readonly host?: string; readonly port?: number } => {
  if (text === undefined) return {};
  const endpoint = parseEndpoint(text.includes("://") ? text : `tcp://${text}`);
  if (endpoint.kind !== "tcp") throw new UsageError(`--streaming-address takes HOST:PORT, not ${JSON.stringify(text)}`);
  return { host: endpoint.host, port: endpoint.port };
};

const announce = async (context: CommandContext, adapter: string, served: ServedRuntime): Promise<void> => {
  const sessions = `exec, attach and port-forward at ${served.streamingUrl}`;
  await context.print(`crikit: serving ${adapter} on ${served.addresses.join(", ")} (${sessions})\n`);
};

export const command = defineCommand({
  name: "serve",
  usage: "[flags]",
  description:
    "Serves a runtime's CRI on a socket until SIGINT or SIGTERM; then takes no more calls, lets open sessions end, and removes the socket. A second signal ends it at once.",
  examples: ["crikit serve", "crikit serve --listen unix:///tmp/cri.sock --seed 1", "crikit serve --adapter docker"],
  flags: {
    adapter: {
      kind: "text",
      choices: ADAPTER_NAMES,
      completion: ADAPTER_NAMES,
      standard: "mock",
      summary: "What the runtime is: mock is in memory, docker drives a Docker Engine",
    },
    listen: {
      kind: "list",
      placeholder: "ENDPOINT",
      standard: "unix:///run/crikit.sock as root, else crikit.sock in $XDG_RUNTIME_DIR",
      summary: "Where to listen; may be given several times",
    },
    "socket-mode": {
      kind: "text",
      placeholder: "MODE",
      standard: "0660",
      summary: "The permissions of the socket file",
    },
    "socket-gid": { kind: "integer", placeholder: "GID", summary: "The group that the socket file is given" },
    "allow-remote": {
      kind: "switch",
      summary: "Let --listen tcp:// take addresses that other machines reach: whoever calls is root here",
    },
    "streaming-address": {
      kind: "text",
      placeholder: "HOST:PORT",
      standard: "127.0.0.1 and any free port",
      summary: "Where exec, attach and port-forward sessions are served",
    },
    "drain-timeout": { kind: "duration", standard: "10s", summary: "How long open sessions may go on after SIGTERM" },
    seed: { kind: "text", summary: "mock: the same seed makes the same ids" },
    "pod-cidr": { kind: "text", placeholder: "CIDR", summary: "mock: the pods' addresses" },
    state: {
      kind: "text",
      placeholder: "FILE",
      completion: "file",
      summary: "mock: keep the state in a file and go on with it",
    },
    "docker-endpoint": {
      kind: "text",
      placeholder: "ENDPOINT",
      standard: "DOCKER_HOST, the docker context, /var/run/docker.sock",
      summary: "docker: where the Docker Engine is",
    },
    root: {
      kind: "text",
      placeholder: "FOLDER",
      completion: "file",
      standard: "/var/lib/crikit/docker",
      summary: "docker: the folder for what outlives the process",
    },
    instance: {
      kind: "text",
      placeholder: "NAME",
      summary: "docker: two instances on one engine do not see each other's pods",
    },
    "sandbox-image": { kind: "text", placeholder: "IMAGE", summary: "docker: the image that holds a pod's namespaces" },
    network: {
      kind: "text",
      choices: ["bridge", "host"],
      completion: ["bridge", "host"],
      standard: "bridge",
      summary: "docker: how pods get networks",
    },
    "runtime-handler": { kind: "list", placeholder: "NAME", summary: "mock: a runtime handler beside the default one" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const name = (flags.adapter ?? "mock") as AdapterName;
    const addresses = flags.listen.length > 0 ? flags.listen : [defaultServeEndpoint(context)];
    for (const address of addresses) parseEndpoint(address);
    const mode = readMode(flags["socket-mode"]);
    const streaming = readStreamingAddress(flags["streaming-address"]);
    const adapter = await createAdapter(name, {
      seed: flags.seed,
      podCidr: flags["pod-cidr"],
      state: flags.state,
      ...(flags["runtime-handler"].length > 0 && { runtimeHandlers: flags["runtime-handler"] }),
      dockerEndpoint: flags["docker-endpoint"],
      root: flags.root,
      instance: flags.instance,
      sandboxImage: flags["sandbox-image"],
      network: flags.network === "host" || flags.network === "bridge" ? flags.network : undefined,
      onWarning: (text) => context.warn(text),
    });
    const gid = flags["socket-gid"];
    const onProblem = (text: string): void => context.warn(text);
    const served = await serveRuntime(adapter, {
      addresses,
      socket: {
        mode,
        ...(gid !== undefined && { gid }),
        tcp: flags["allow-remote"] ? "any" : "loopback",
        onError: (error, call) => onProblem(`${call}: ${String(error)}`),
      },
      streaming: {
        ...streaming,
        onProblem: ({ kind, targetId, message }) => context.debug(`${kind} in ${targetId}: ${message}`),
      },
      onInternalError: ({ call, cause }) =>
        onProblem(`${call}: ${cause instanceof Error ? cause.stack : String(cause)}`),
    });
    await announce(context, name, served);
    await untilAborted(context.signal);
    await served.close({ drainMs: flags["drain-timeout"] ?? 10_000 });
    return 0;
  },
});
