import { parseEndpoint } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { CleanUp } from "../context/clean-up.ts";
import { defineCommand } from "../context/command.ts";
import { untilAborted } from "../context/until-aborted.ts";
import { drainMsOf, LISTEN_FLAGS, readSocketOptions, readStreamingAddress } from "../serve/listen-flags.ts";
import { createObservers, OBSERVER_FLAGS } from "../serve/observers.ts";
import { serveProxy } from "../serve/proxy-runtime.ts";

export const command = defineCommand({
  name: "proxy",
  usage: "--from ENDPOINT --to ENDPOINT [flags]",
  description:
    "Stands in front of any CRI runtime: passes every call and session on, unknown calls and fields too, and can make them fail, record, count and log them.",
  examples: [
    "crikit proxy --from unix:///tmp/a.sock --to unix:///run/containerd/containerd.sock --record calls.jsonl",
    "crikit proxy --from unix:///tmp/a.sock --to unix:///run/crikit.sock --faults faults.yaml --log-calls",
  ],
  flags: {
    from: { kind: "list", placeholder: "ENDPOINT", summary: "Where to listen; may be given several times" },
    to: { kind: "text", placeholder: "ENDPOINT", summary: "The runtime's endpoint" },
    "images-to": {
      kind: "text",
      placeholder: "ENDPOINT",
      standard: "--to",
      summary: "The endpoint of the runtime's images",
    },
    ...OBSERVER_FLAGS,
    ...LISTEN_FLAGS,
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const { from, to } = flags;
    if (to === undefined || from.length === 0) throw new UsageError("proxy needs --from and --to");
    if (from.includes(to)) throw new UsageError(`--from and --to are the same: ${to}`);
    for (const address of [...from, to]) parseEndpoint(address);
    const socket = readSocketOptions(flags, (text) => context.warn(text));
    const address = readStreamingAddress(flags);
    await using cleanUp = new CleanUp();
    const observers = await createObservers(context, flags);
    cleanUp.defer(() => observers.close());
    const proxy = await serveProxy({
      from,
      to,
      imagesTo: flags["images-to"],
      socket,
      streaming: {
        ...address,
        faults: observers.sessionFaults,
        onProblem: ({ kind, targetId, message }) => context.debug(`${kind} in ${targetId}: ${message}`),
      },
      wrap: observers.wrap,
    });
    cleanUp.defer(() => proxy.close({ drainMs: drainMsOf(flags) }));
    const metrics = await observers.start(() => proxy.streaming.metrics());
    const places = [`sessions at ${proxy.streamingUrl}`, ...(metrics === undefined ? [] : [`metrics at ${metrics}`])];
    await context.print(`crikit: proxy from ${proxy.addresses.join(", ")} to ${to} (${places.join(", ")})\n`);
    await untilAborted(context.signal);
    return 0;
  },
});
