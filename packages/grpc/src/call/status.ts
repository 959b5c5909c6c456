import type { Metadata } from "./metadata.ts";

/** The status codes of gRPC. */
export const Status = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

/** One of the {@link Status} numbers. */
export type Status = (typeof Status)[keyof typeof Status];

const NAMES = new Map<number, string>(Object.entries(Status).map(([name, code]) => [code, name]));
const CODES = new Map<number, Status>(Object.values(Status).map((code) => [code, code]));

/** The name of a status code, `"NOT_FOUND"`; `"CODE_99"` for a number that has none. */
export const formatStatus = (code: number): string => NAMES.get(code) ?? `CODE_${code}`;

/** The status of a number from the wire; what gRPC does not know is UNKNOWN. */
export const toStatus = (code: number): Status => CODES.get(code) ?? Status.UNKNOWN;

/** What an error may carry beside its code and message. */
export interface GrpcErrorOptions {
  /** An encoded `google.rpc.Status`: goes out as `grpc-status-details-bin`. */
  readonly details?: Uint8Array | undefined;
  /** Trailing metadata. */
  readonly metadata?: Metadata | undefined;
  readonly cause?: unknown;
}

/**
 * What a call ends with when it does not end with OK. A server's implementation throws it to choose the status; a client's call rejects with it.
 *
 * @example
 * throw new GrpcError(Status.NOT_FOUND, `container "${containerId}" does not exist`);
 */
export class GrpcError extends Error {
  override readonly name = "GrpcError";
  readonly code: Status;
  readonly details: Uint8Array | undefined;
  readonly metadata: Metadata | undefined;

  constructor(code: Status, message: string, options: GrpcErrorOptions = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.details = options.details;
    this.metadata = options.metadata;
  }
}

/** Whether `error` is a {@link GrpcError}, of this copy of the package or another, and of `code` if one is given. */
export const isGrpcError = (error: unknown, code?: Status): error is GrpcError =>
  error instanceof Error &&
  error.name === "GrpcError" &&
  "code" in error &&
  typeof error.code === "number" &&
  (code === undefined || error.code === code);

/** Any thrown value as a {@link GrpcError}: a plain Error is UNKNOWN with its message, as in grpc-go. */
export const toGrpcError = (error: unknown): GrpcError => {
  if (isGrpcError(error)) return error;
  return new GrpcError(Status.UNKNOWN, error instanceof Error ? error.message : String(error), { cause: error });
};
