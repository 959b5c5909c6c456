const MESSAGES = {
  EACCES: "Permission denied",
  EADDRINUSE: "Address already in use",
  EBADF: "Bad file descriptor",
  EBUSY: "Device or resource busy",
  EEXIST: "File exists",
  EINVAL: "Invalid argument",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENOENT: "No such file or directory",
  ENOEXEC: "Exec format error",
  ENOSPC: "No space left on device",
  ENOTDIR: "Not a directory",
  ENOTEMPTY: "Directory not empty",
  EPERM: "Operation not permitted",
  EROFS: "Read-only file system",
  EXDEV: "Invalid cross-device link",
  ECONNREFUSED: "Connection refused",
  ENETUNREACH: "Network is unreachable",
  EIO: "Input/output error",
} as const;

/** What a file operation fails with, named as in errno. */
export type FsErrorCode = keyof typeof MESSAGES;

/** A failed operation on a path, with the text a Unix program prints for it. */
export class FsError extends Error {
  override readonly name = "FsError";
  readonly code: FsErrorCode;
  readonly path: string;

  constructor(code: FsErrorCode, path: string) {
    super(`${path}: ${MESSAGES[code]}`);
    this.code = code;
    this.path = path;
  }

  /** The message without the path, as strerror gives it. */
  get reason(): string {
    return MESSAGES[this.code];
  }
}

const isFsErrorCode = (code: unknown): code is FsErrorCode => typeof code === "string" && code in MESSAGES;

/** Runs an operation of node:fs and gives its errors this file system's form, with the path as the container sees it. */
export const fromHost = <T>(path: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new FsError(isFsErrorCode(code) ? code : "EIO", path);
  }
};
