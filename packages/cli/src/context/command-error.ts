/** Why a command ends without having done what it was asked for, in one line for the person who asked. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** What the process exits with. */
  readonly exitCode: number;

  constructor(message: string, options: { readonly cause?: unknown; readonly exitCode?: number } = {}) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The code of a system error such as `ENOENT`. */
export const systemCodeOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

const systemTexts: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a folder",
  ENOTDIR: "a part of the path is no folder",
  EROFS: "read-only file system",
  ENOSPC: "no space left on the device",
};

/** What a system error says, in words. */
export const describeSystemError = (error: unknown): string =>
  systemTexts[systemCodeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
