import type { Metadata, MetadataInit } from "../call/metadata.ts";

/** One call in flight, as its implementation sees it. */
export interface ServerCall {
  /** `"/runtime.v1.RuntimeService/Version"`. */
  readonly path: string;
  /** Fires when the client has gone or canceled, when the deadline has passed, or when the server closes; made when first asked for. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left of the client's deadline, at least 0; undefined without one. */
  readonly timeoutMs: number | undefined;
  /** The request's metadata. */
  readonly metadata: Metadata;
  /** The request's `:authority`, as the client sent it; undefined without one. */
  readonly authority: string | undefined;
  /** Sends the response's metadata now; without it, it goes out (empty) with the first message. A second call is an error. */
  sendHeaders(metadata?: MetadataInit): void;
  /** Sets the metadata that is sent with the status, in place of what was set before. */
  setTrailers(metadata: MetadataInit): void;
}

/** What answers a call of any kind: takes a message or an AsyncIterable of them, gives a promise or an AsyncIterable. */
// biome-ignore lint/suspicious/noExplicitAny: one type for all four kinds; `add` checks each against its definition
export type ServerFunction = (request: any, call: ServerCall) => any;
