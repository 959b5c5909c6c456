import { CriError } from "@crikit/cri-api";

/** Refuses a request: `InvalidArgument` with a text that names the field. */
export const refuse = (text: string): never => {
  throw new CriError("InvalidArgument", text);
};

/** Refuses an empty text or a message that is not there. */
export const checkPresent = (value: unknown, field: string): void => {
  if (value === undefined || value === "") refuse(`missing required ${field}`);
};

/** Refuses an empty list. */
export const checkNotEmpty = (value: readonly unknown[], field: string): void => {
  if (value.length === 0) refuse(`missing required ${field}`);
};

/** Refuses seconds below zero. */
export const checkTimeout = (seconds: bigint, field = "timeout"): void => {
  if (seconds < 0n) refuse(`${field} must not be negative, it is ${seconds}`);
};

/** Refuses a number outside `from`..`to`, both included. */
export const checkRange = (value: number | bigint, field: string, range: readonly [from: number, to: number]): void => {
  if (value < range[0] || value > range[1]) {
    refuse(`${field} must be within ${range[0]}..${range[1]}, it is ${value}`);
  }
};

const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;

/** Refuses a relative path; an empty one is for {@link checkPresent}. POSIX and Windows paths are taken. */
export const checkAbsolute = (path: string, field: string): void => {
  if (path === "") return;
  if (path.includes("\0")) refuse(`${field} has a zero byte in it`);
  if (!ABSOLUTE.test(path)) refuse(`${field} must be an absolute path, it is ${JSON.stringify(path)}`);
};

/** Refuses a path that leaves the folder it is relative to. */
export const checkInside = (path: string, field: string): void => {
  if (path.includes("\0")) refuse(`${field} has a zero byte in it`);
  if (path.split(/[\\/]/).includes("..")) {
    refuse(`${field} must stay inside its folder, it is ${JSON.stringify(path)}`);
  }
};
