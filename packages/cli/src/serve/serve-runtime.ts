import type { CriService } from "@crikit/cri-api";
import { type CriServer, type ServeOptions, serveCri } from "@crikit/cri-api/server";
import { createCriService } from "@crikit/cri-runtime";
import { createStreamingServer, type StreamingServer, type StreamingServerOptions } from "@crikit/streaming";
import type { AdapterRuntime } from "./adapters.ts";

/** How a runtime is served. */
export interface ServeChoice {
  /** Endpoints; the first is the one that clients are told. */
  readonly addresses: readonly string[];
  readonly socket: ServeOptions;
  readonly streaming: StreamingServerOptions & {
    readonly host?: string | undefined;
    readonly port?: number | undefined;
  };
  /** What stands between the clients and the runtime: faults, metrics, a recorder. */
  readonly wrap?: ((service: CriService) => CriService) | undefined;
  onInternalError(failure: { readonly call: string; readonly cause: unknown }): void;
}

/** A runtime that clients can reach. */
export interface ServedRuntime {
  readonly addresses: readonly string[];
  /** Where exec, attach and port-forward sessions go. */
  readonly streamingUrl: string;
  readonly streaming: StreamingServer;
  readonly service: CriService;
  /** Takes no more calls, lets those under way and open sessions end for `drainMs`, then ends everything. */
  close(options: { readonly drainMs: number }): Promise<void>;
}

const DRAIN_CALLS_MS = 5000;

/** Puts a runtime, a streaming server and sockets together: the whole composition. */
export const serveRuntime = async (adapter: AdapterRuntime, choice: ServeChoice): Promise<ServedRuntime> => {
  const { host, port, ...streamingOptions } = choice.streaming;
  const streaming = createStreamingServer(adapter.runtime, streamingOptions);
  const servers: CriServer[] = [];
  const close = async ({ drainMs }: { readonly drainMs: number }): Promise<void> => {
    await Promise.all(servers.map((server) => server.close({ drainMs: Math.min(drainMs, DRAIN_CALLS_MS) })));
    await streaming.close({ drainMs });
    await adapter.close();
  };
  try {
    const url = await streaming.listen({ host, port });
    const plain = createCriService(adapter.runtime, streaming, { onInternalError: choice.onInternalError });
    const service = choice.wrap?.(plain) ?? plain;
    for (const address of choice.addresses) servers.push(await serveCri(service, address, choice.socket));
    return { addresses: servers.map(({ address }) => address), streamingUrl: url.href, streaming, service, close };
  } catch (error) {
    await close({ drainMs: 0 });
    throw error;
  }
};
