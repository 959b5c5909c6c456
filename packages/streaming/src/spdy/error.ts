/** Every way in which a peer can break SPDY/3.1, each a heading in `docs/errors.md`. */
export const SPDY_ERROR_CODES = [
  "SPDY_VERSION",
  "SPDY_FRAME_TYPE",
  "SPDY_FRAME_LENGTH",
  "SPDY_FRAME_FLAGS",
  "SPDY_FRAME_TOO_LARGE",
  "SPDY_STREAM_ID",
  "SPDY_HEADER_BLOCK",
  "SPDY_HEADERS_TOO_LARGE",
  "SPDY_FLOOD",
] as const;

/** One of the ways in which a peer can break SPDY/3.1. */
export type SpdyErrorCode = (typeof SPDY_ERROR_CODES)[number];

/** What a connection is dropped for: the peer broke the protocol. */
export class SpdyError extends Error {
  override readonly name = "SpdyError";
  readonly code: SpdyErrorCode;

  constructor(code: SpdyErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
