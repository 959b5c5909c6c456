import type { Compression } from "../call/compression.ts";
import type { Metadata, MetadataInit } from "../call/metadata.ts";

/** How one call is made. */
export interface CallOptions {
  /** Cancels the call; a `TimeoutError` (of `AbortSignal.timeout`) ends it with DEADLINE_EXCEEDED, anything else with CANCELLED. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the call may take from now on: sent as `grpc-timeout` and watched here too. */
  readonly timeoutMs?: number | undefined;
  readonly metadata?: MetadataInit | undefined;
  /** Gets the response's metadata, once, before the first message. */
  readonly onHeaders?: ((headers: Metadata) => void) | undefined;
  /** Gets the metadata sent with the status, once, whether the call failed or not. */
  readonly onTrailers?: ((trailers: Metadata) => void) | undefined;
  /** Waits for a connection instead of failing with UNAVAILABLE when one cannot be made. Default false. */
  readonly waitForReady?: boolean | undefined;
  /** What large requests are sent as. Default: the channel's. */
  readonly compression?: Compression | undefined;
}
