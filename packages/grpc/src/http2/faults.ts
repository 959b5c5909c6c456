import { HpackError } from "../hpack/error.ts";
import { ConnectionError, ErrorCode, StreamError } from "./error.ts";
import type { MalformedHeaders } from "./header-check.ts";

/** The peer broke a rule of HTTP/2. */
export const protocolError = (message: string): ConnectionError =>
  new ConnectionError(ErrorCode.PROTOCOL_ERROR, message);

/** The peer sent more than a window allows, or made one too large. */
export const flowError = (message: string): ConnectionError =>
  new ConnectionError(ErrorCode.FLOW_CONTROL_ERROR, message);

/** A frame has another length than its type. */
export const sizeError = (message: string): ConnectionError => new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, message);

/** The peer reached a bound. */
export const calmDown = (message: string): ConnectionError => new ConnectionError(ErrorCode.ENHANCE_YOUR_CALM, message);

/** A header list that may not be ends its stream. */
export const malformed = (streamId: number, error: MalformedHeaders): StreamError =>
  new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, error.message);

/** A response's header list that is larger than allowed ends its stream. */
export const tooLarge = (streamId: number): StreamError =>
  new StreamError(ErrorCode.ENHANCE_YOUR_CALM, streamId, "the header list is larger than allowed");

/** Whatever was thrown while bytes were taken, as what ends the connection. */
export const toConnectionError = (error: unknown): ConnectionError => {
  if (error instanceof ConnectionError) return error;
  if (error instanceof HpackError) return new ConnectionError(ErrorCode.COMPRESSION_ERROR, error.message);
  return new ConnectionError(ErrorCode.INTERNAL_ERROR, error instanceof Error ? error.message : String(error));
};
