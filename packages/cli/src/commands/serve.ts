import { parseEndpoint } from "@crikit/cri-api";
import type { Gateway } from "@crikit/gateway";
import type { FlagValues } from "../arguments/flag.ts";
import { defaultServeEndpoint } from "../client/endpoint.ts";
import { CleanUp } from "../context/clean-up.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { untilAborted } from "../context/until-aborted.ts";
import { ADAPTER_NAMES, type AdapterName, type AdapterRuntime, createAdapter } from "../serve/adapters.ts";
import { DOCKER_FLAGS, readDockerOptions } from "../serve/docker.ts";
import { checkHttp, HTTP_FLAGS, startGateway } from "../serve/http-flags.ts";
import { drainMsOf, LISTEN_FLAGS, readSocketOptions, readStreamingAddress } from "../serve/listen-flags.ts";
import { createObservers, OBSERVER_FLAGS } from "../serve/observers.ts";
import { type ServedRuntime, serveRuntime } from "../serve/serve-runtime.ts";

const ADAPTER_FLAGS = {
  seed: { kind: "text", summary: "mock: the same seed makes the same ids" },
  "pod-cidr": { kind: "text", placeholder: "CIDR", summary: "mock: the pods' addresses" },
  state: {
    kind: "text",
    placeholder: "FILE",
    completion: "file",
    summary: "mock: keep the state in a file and go on with it",
  },
  "runtime-handler": { kind: "list", placeholder: "NAME", summary: "mock: a runtime handler beside the default one" },
  ...DOCKER_FLAGS,
} as const;

const createRuntime = (
  context: CommandContext,
  name: AdapterName,
  flags: FlagValues<typeof ADAPTER_FLAGS>,
): Promise<AdapterRuntime> =>
  createAdapter(name, {
    seed: flags.seed,
    podCidr: flags["pod-cidr"],
    state: flags.state,
    ...(flags["runtime-handler"].length > 0 && { runtimeHandlers: flags["runtime-handler"] }),
    ...(name === "docker" && { docker: readDockerOptions(flags) }),
    onWarning: (text) => context.warn(text),
  });

/** One line, and a second one with the token of the gateway where it was made here. */
const announce = async (
  context: CommandContext,
  served: ServedRuntime,
  around: {
    readonly adapter: string;
    readonly metrics: string | undefined;
    readonly gateway: Gateway | undefined;
    readonly showsToken: boolean;
  },
): Promise<void> => {
  const places = [
    `sessions at ${served.streamingUrl}`,
    ...(around.metrics === undefined ? [] : [`metrics at ${around.metrics}`]),
    ...(around.gateway === undefined ? [] : [`HTTP at ${around.gateway.url}`]),
  ];
  await context.print(`crikit: serving ${around.adapter} on ${served.addresses.join(", ")} (${places.join(", ")})\n`);
  if (around.gateway !== undefined && around.showsToken)
    await context.print(`crikit: HTTP token ${around.gateway.token}\n`);
};

export const command = defineCommand({
  name: "serve",
  usage: "[flags]",
  description:
    "Serves a runtime's CRI on a socket until SIGINT or SIGTERM; then takes no more calls, lets open sessions end, and removes the socket. A second signal ends it at once.",
  examples: [
    "crikit serve",
    "crikit serve --listen unix:///tmp/cri.sock --seed 1 --faults faults.yaml",
    "crikit serve --adapter docker",
    "crikit serve --http 127.0.0.1:8080",
  ],
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
      aliases: ["container-runtime-endpoint"],
      placeholder: "ENDPOINT",
      standard: "unix:///run/crikit.sock as root, else crikit.sock in $XDG_RUNTIME_DIR",
      summary: "Where to listen; may be given several times",
    },
    ...ADAPTER_FLAGS,
    ...HTTP_FLAGS,
    ...OBSERVER_FLAGS,
    ...LISTEN_FLAGS,
  },
  arguments: [0, 0],
  run: async (context, { flags, given }) => {
    const name = (flags.adapter ?? "mock") as AdapterName;
    const addresses = flags.listen.length > 0 ? flags.listen : [defaultServeEndpoint(context)];
    for (const address of addresses) parseEndpoint(address);
    const warn = (text: string): void => context.warn(text);
    const socket = readSocketOptions(flags, warn);
    const place = checkHttp(flags, given);
    const streamingAddress = readStreamingAddress(flags);
    const drainMs = drainMsOf(flags);
    await using cleanUp = new CleanUp();
    const observers = await createObservers(context, flags);
    cleanUp.defer(() => observers.close());
    const served = await serveRuntime(await createRuntime(context, name, flags), {
      addresses,
      socket,
      streaming: {
        ...streamingAddress,
        faults: observers.sessionFaults,
        onProblem: ({ kind, targetId, message }) => context.debug(`${kind} in ${targetId}: ${message}`),
      },
      wrap: observers.wrap,
      onInternalError: ({ call, cause }) => warn(`${call}: ${cause instanceof Error ? cause.stack : String(cause)}`),
    });
    cleanUp.defer(() => served.close({ drainMs }));
    const metrics = await observers.start(() => served.streaming.metrics());
    const onError = (error: unknown, call: string): void => warn(`${call}: ${String(error)}`);
    const gateway = place === undefined ? undefined : await startGateway(served.service, place, flags, onError);
    cleanUp.defer(() => gateway?.close({ drainMs }));
    const showsToken = flags["http-token-file"] === undefined;
    await announce(context, served, { adapter: name, metrics, gateway, showsToken });
    await untilAborted(context.signal);
    return 0;
  },
});
