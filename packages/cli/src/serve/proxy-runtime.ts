import type { CriService } from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import { type CriServer, type ServeOptions, serveCri } from "@crikit/cri-api/server";
import { createStreamingServer, type StreamingServer, type StreamingServerOptions } from "@crikit/streaming";
import { createRelay } from "./relay.ts";
import { createSessionRelay } from "./session-relay.ts";

/** What stands in front of which runtime. */
export interface ProxyChoice {
  /** Where clients connect. */
  readonly from: readonly string[];
  /** The runtime's endpoint. */
  readonly to: string;
  /** The endpoint of its images, if another. */
  readonly imagesTo?: string | undefined;
  readonly socket: ServeOptions;
  readonly streaming: StreamingServerOptions & {
    readonly host?: string | undefined;
    readonly port?: number | undefined;
  };
  readonly wrap: (service: CriService) => CriService;
}

/** A runtime that stands in front of another one. */
export interface CriProxy {
  readonly addresses: readonly string[];
  readonly streamingUrl: string;
  readonly streaming: StreamingServer;
  readonly service: CriService;
  close(options: { readonly drainMs: number }): Promise<void>;
}

/**
 * Serves another runtime's calls as our own: known ones through `wrap`, with fields that we do not know, others as bytes; exec, attach and
 * port-forward sessions at URLs of ours. Deadlines, cancellation and errors are the clients' and the runtime's.
 */
export const serveProxy = async (choice: ProxyChoice): Promise<CriProxy> => {
  const upstream = connectCri(choice.to, {
    clientRules: false,
    ...(choice.imagesTo !== undefined && { imageAddress: choice.imagesTo }),
  });
  const relay = createRelay(choice.to);
  const sessions = createSessionRelay(upstream);
  const { host, port, ...streamingOptions } = choice.streaming;
  const streaming = createStreamingServer(sessions.runtime, streamingOptions);
  const servers: CriServer[] = [];
  const close = async ({ drainMs }: { readonly drainMs: number }): Promise<void> => {
    await Promise.all(servers.map((server) => server.close({ drainMs })));
    await streaming.close({ drainMs });
    await relay.channel.close({ drainMs: 0 });
    await upstream[Symbol.asyncDispose]();
  };
  try {
    const url = await streaming.listen({ host, port });
    const service = choice.wrap({ ...upstream, ...sessions.wrapUrls(streaming) });
    const options: ServeOptions = { ...choice.socket, encodeOnce: false, fallback: relay.fallback };
    for (const address of choice.from) servers.push(await serveCri(service, address, options));
    return { addresses: servers.map(({ address }) => address), streamingUrl: url.href, streaming, service, close };
  } catch (error) {
    await close({ drainMs: 0 });
    throw error;
  }
};
