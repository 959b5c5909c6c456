import { GrpcError, isGrpcError, Status } from "@crikit/grpc";
import { CRI_CODES, type CriCode, CriError, isCriError } from "./error.ts";

// CRI_CODES stands in gRPC's order, OK aside.
const statusOf = (code: CriCode): Status => (CRI_CODES.indexOf(code) + 1) as Status;
const codeOf = (status: Status): CriCode => CRI_CODES[status - 1] ?? "Unknown";

/** What a client is told of an error it must not see the inside of. */
export const INTERNAL_ERROR = "internal error";

/**
 * An error that a service threw as the status its client gets: a {@link CriError} with its code and words, anything else as `internal error`
 * with the error itself as its cause.
 */
export const toGrpcStatus = (error: unknown): GrpcError => {
  if (isCriError(error)) return new GrpcError(statusOf(error.code), error.message, { cause: error });
  if (isGrpcError(error)) return error;
  return new GrpcError(Status.INTERNAL, INTERNAL_ERROR, { cause: error });
};

/** An error of a call as its caller gets it: a {@link CriError} with the status' code and words. */
export const fromGrpcStatus = (error: unknown): CriError => {
  if (isCriError(error)) return error;
  if (!isGrpcError(error)) return new CriError("Unknown", String(error), { cause: error });
  // What the connection was refused with is a sentence of ours already.
  if (isCriError(error.cause)) return error.cause;
  return new CriError(codeOf(error.code), error.message, { cause: error });
};
