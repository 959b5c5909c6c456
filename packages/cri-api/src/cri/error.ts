/** Every code a CRI call can end with, named as gRPC names them (OK aside, which is no error). */
export const CRI_CODES = [
  "Canceled",
  "Unknown",
  "InvalidArgument",
  "DeadlineExceeded",
  "NotFound",
  "AlreadyExists",
  "PermissionDenied",
  "ResourceExhausted",
  "FailedPrecondition",
  "Aborted",
  "OutOfRange",
  "Unimplemented",
  "Internal",
  "Unavailable",
  "DataLoss",
  "Unauthenticated",
] as const;

/** One of the codes a CRI call can end with. */
export type CriCode = (typeof CRI_CODES)[number];

/**
 * What a CRI call fails with, on both sides of the socket: a code from a closed list and a message that names the object and its state.
 *
 * @example
 * throw new CriError("NotFound", `container "${containerId}" does not exist`);
 */
export class CriError extends Error {
  override readonly name = "CriError";
  readonly code: CriCode;

  constructor(code: CriCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Whether `error` is a {@link CriError}, of `code` if one is given; another copy of this package's errors count too. */
export const isCriError = (error: unknown, code?: CriCode): error is CriError =>
  error instanceof Error &&
  error.name === "CriError" &&
  "code" in error &&
  CRI_CODES.some((known) => known === error.code) &&
  (code === undefined || error.code === code);
