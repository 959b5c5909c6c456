import { decodeBinary, readMetadata } from "../call/metadata.ts";
import { GrpcError, Status, toStatus } from "../call/status.ts";
import { decodeStatusMessage } from "../call/status-message.ts";
import type { HeaderList } from "../hpack/decoder.ts";
import { ErrorCode } from "../http2/error.ts";
import { fieldOf } from "../http2/header-check.ts";
import type { StreamEnd } from "../http2/stream.ts";

/** gRPC's mapping of HTTP statuses ("HTTP to gRPC Status Code Mapping"); what is not here is UNKNOWN. */
const HTTP_STATUSES: Readonly<Record<string, Status>> = {
  "400": Status.INTERNAL,
  "401": Status.UNAUTHENTICATED,
  "403": Status.PERMISSION_DENIED,
  "404": Status.UNIMPLEMENTED,
  "429": Status.UNAVAILABLE,
  "502": Status.UNAVAILABLE,
  "503": Status.UNAVAILABLE,
  "504": Status.UNAVAILABLE,
};

/** What is wrong with a response's header list as an answer of gRPC; undefined if nothing is. */
export const faultOfResponse = (fields: HeaderList): GrpcError | undefined => {
  const status = fieldOf(fields, ":status") ?? "";
  const contentType = fieldOf(fields, "content-type") ?? "";
  if (status !== "200")
    return new GrpcError(
      HTTP_STATUSES[status] ?? Status.UNKNOWN,
      `the server answered HTTP ${status} (${contentType || "no content-type"})`,
    );
  if (!contentType.toLowerCase().startsWith("application/grpc") || /^application\/grpc-web/i.test(contentType))
    return new GrpcError(Status.UNKNOWN, `the server answered with content-type "${contentType}", which is not gRPC`);
  return undefined;
};

/** The error that a list with `grpc-status` stands for; undefined for OK. */
export const readStatus = (fields: HeaderList): GrpcError | undefined => {
  const text = fieldOf(fields, "grpc-status");
  if (text === "0") return undefined;
  if (text === undefined) return new GrpcError(Status.UNKNOWN, "the server ended the call without a grpc-status");
  const code = /^\d{1,10}$/.test(text) ? toStatus(Number(text)) : Status.UNKNOWN;
  const details = fieldOf(fields, "grpc-status-details-bin");
  return new GrpcError(
    code === Status.OK ? Status.UNKNOWN : code,
    decodeStatusMessage(fieldOf(fields, "grpc-message") ?? ""),
    {
      details: details === undefined ? undefined : decodeBinary(details),
      metadata: readMetadata(fields),
    },
  );
};

/** gRPC's mapping of HTTP/2 error codes; what is not here is INTERNAL. */
const RESET_STATUSES: Readonly<Record<number, Status>> = {
  [ErrorCode.REFUSED_STREAM]: Status.UNAVAILABLE,
  [ErrorCode.CANCEL]: Status.CANCELLED,
  [ErrorCode.ENHANCE_YOUR_CALM]: Status.RESOURCE_EXHAUSTED,
  [ErrorCode.INADEQUATE_SECURITY]: Status.PERMISSION_DENIED,
};

/** The error of a call whose stream ended before its status came. */
export const errorOfReset = ({ cause, code, message }: StreamEnd): GrpcError => {
  if (cause === "connection" || cause === "refused") return new GrpcError(Status.UNAVAILABLE, message);
  return new GrpcError(RESET_STATUSES[code] ?? Status.INTERNAL, message);
};
