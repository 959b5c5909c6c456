import { type Endpoint, parseEndpoint } from "@crikit/cri-api";
import { type Channel, createChannel, type Fallback } from "@crikit/grpc";
import { CommandError } from "../context/command-error.ts";

const placeOf = (endpoint: Endpoint, text: string): string => {
  if (endpoint.kind === "fd") throw new CommandError(`${text} can be served, not connected to`);
  if (endpoint.kind !== "tcp") return endpoint.path;
  return `${endpoint.host.includes(":") ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`;
};

/** Calls that we do not know, carried on as bytes, and the connection they take. */
export interface Relay {
  readonly fallback: Fallback;
  readonly channel: Channel;
}

/** Carries calls on to another server as they are: bytes, metadata, deadline, status. */
export const createRelay = (address: string): Relay => {
  const channel = createChannel(placeOf(parseEndpoint(address), address));
  return {
    channel,
    fallback: (requests, call) =>
      channel.call(call.path, requests, {
        signal: call.signal,
        timeoutMs: call.timeoutMs,
        metadata: call.metadata,
        onHeaders: (headers) => call.sendHeaders(headers),
        onTrailers: (trailers) => call.setTrailers(trailers),
      }),
  };
};
