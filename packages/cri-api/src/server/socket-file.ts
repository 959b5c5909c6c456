import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { chmod, chown, link, lstat, mkdir, rename, unlink } from "node:fs/promises";
import { connect, type Server } from "node:net";
import { dirname, join, resolve } from "node:path";
import { CriError } from "../cri/error.ts";

/** How a socket file is made. */
export interface SocketFileOptions {
  /** Permission bits of the file. */
  readonly mode: number;
  /** The group the file is given, by its number. */
  readonly gid?: number | undefined;
  /** Says in a few words who answers at a socket that is in use. */
  readonly whoAnswers: (path: string) => Promise<string>;
}

/** A socket file that is ours. */
export interface SocketFile {
  readonly path: string;
  /** Removes the file, unless another server has put its own in the place meanwhile. */
  remove(): Promise<void>;
}

/** `sizeof(sun_path)` without the zero at its end: a longer path is cut by the system, or refused. */
const MAX_PATH_BYTES = process.platform === "linux" ? 107 : 103;
const MAX_ATTEMPTS = 3;

/** The code of a system error; not by `instanceof`, which an error of another realm fails. */
const codeOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;

const isSame = (a: Stats, b: Stats): boolean => a.dev === b.dev && a.ino === b.ino;

const statOf = async (path: string): Promise<Stats | undefined> => {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw cannotListen(path, error);
  }
};

const cannotListen = (path: string, cause: unknown): CriError => {
  const code = codeOf(cause) ?? "";
  const denied = code === "EACCES" || code === "EPERM" || code === "EROFS";
  const why = denied ? "permission denied" : String(cause).replace(/^Error: /, "");
  const advice = denied ? "; run as a user who may write there, or choose another path" : "";
  return new CriError(denied ? "PermissionDenied" : "FailedPrecondition", `cannot listen on ${path}: ${why}${advice}`, {
    cause,
  });
};

const checkLength = (path: string, temporary: string): void => {
  const bytes = Math.max(Buffer.byteLength(path), Buffer.byteLength(temporary));
  if (bytes <= MAX_PATH_BYTES) return;
  throw new CriError(
    "InvalidArgument",
    `socket path ${path} is too long (${bytes} bytes, with a temporary name in its folder), the system takes ${MAX_PATH_BYTES}; choose a shorter one`,
  );
};

/** Whether something listens at a socket file: `ECONNREFUSED` is what a server that died leaves behind. */
const isLive = (path: string): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(path, () => {
      socket.destroy();
      settle(true);
    });
    socket.once("error", (error) => settle(!["ECONNREFUSED", "ENOENT"].includes(codeOf(error) ?? "")));
  });

/** Makes the path free: removes a socket that nobody listens on. Whatever else is there stays, and is an error. */
const clear = async (path: string, options: SocketFileOptions): Promise<void> => {
  const found = await statOf(path);
  if (found === undefined) return;
  if (!found.isSocket()) {
    throw new CriError("FailedPrecondition", `${path} is not a socket; choose another path, or remove what is there`);
  }
  if (await isLive(path)) {
    const who = await options.whoAnswers(path);
    throw new CriError("AlreadyExists", `${path} is in use: ${who}; stop it, or choose another path`);
  }
  const now = await statOf(path);
  if (now !== undefined && isSame(found, now)) await unlink(path).catch(ignoreMissing);
};

const ignoreMissing = (error: unknown): void => {
  if (codeOf(error) !== "ENOENT") throw error;
};

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((settle, fail) => {
    server.once("error", fail);
    server.listen(path, () => {
      server.off("error", fail);
      settle();
    });
  });

/** Gives a listening socket its name: by a link, which fails if the name is taken; by renaming where a file system has no links to sockets. */
const publish = async (temporary: string, path: string): Promise<boolean> => {
  try {
    await link(temporary, path);
    await unlink(temporary);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    await rename(temporary, path);
    return true;
  }
};

/** `mkdir -p`, a level at a time: Node's own never returns where the system refuses with ENOENT, as /proc does (measured with Node 20.20). */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT" || dirname(folder) === folder || (await statOf(dirname(folder))) !== undefined)
      throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: unknown) => {
      if (codeOf(again) !== "EEXIST") throw again;
    });
  }
};

const claim = async (temporary: string, path: string, options: SocketFileOptions): Promise<void> => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await clear(path, options);
    if (await publish(temporary, path)) return;
  }
  throw new CriError("AlreadyExists", `${path} is in use: another server took it first; choose another path`);
};

/**
 * Makes `server` listen at a socket file. The socket is bound under a temporary name and gets its own only when it listens and has its mode,
 * so that no client sees it half made and Node, which unlinks what it bound, never removes a file of somebody else.
 */
export const listenOnFile = async (server: Server, file: string, options: SocketFileOptions): Promise<SocketFile> => {
  const path = resolve(file);
  const temporary = join(dirname(path), `.${randomBytes(4).toString("hex")}`);
  checkLength(path, temporary);
  try {
    await makeFolder(dirname(path));
    await clear(path, options);
    await listen(server, temporary);
    const ours = await lstat(temporary);
    if (options.gid !== undefined) await chown(temporary, -1, options.gid);
    await chmod(temporary, options.mode);
    await claim(temporary, path, options);
    return {
      path,
      remove: async () => {
        const now = await statOf(path);
        if (now !== undefined && isSame(ours, now)) await unlink(path).catch(ignoreMissing);
      },
    };
  } catch (error) {
    server.close();
    throw error instanceof CriError ? error : cannotListen(path, error);
  }
};
