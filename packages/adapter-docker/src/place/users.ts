import type { LinuxContainerUser } from "@crikit/cri-api";
import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import type { UserFacts } from "../translate/facts.ts";

/** The two files of an image that say who its users are. */
interface UserFiles {
  readonly passwd: string;
  readonly group: string;
}

/** A user as the files of an image say it. */
export interface ResolvedUser {
  readonly uid: number;
  readonly gid: number;
  /** Groups that /etc/group gives the user. */
  readonly memberships: readonly number[];
}

const tarBlock = 512;

/** The contents of the first regular file in a tar. */
const firstFileOf = (tar: Buffer): string => {
  const size = Number.parseInt(tar.subarray(124, 136).toString("latin1"), 8);
  return Number.isNaN(size) ? "" : tar.subarray(tarBlock, tarBlock + size).toString();
};

const readFile = async (engine: Engine, containerId: string, path: string): Promise<string> => {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await engine.readArchive(containerId, path)) chunks.push(chunk);
    return firstFileOf(Buffer.concat(chunks));
  } catch (error) {
    if (isEngineError(error, 404)) return "";
    throw error;
  }
};

const rowsOf = (text: string): string[][] => text.split("\n").map((line) => line.split(":"));

const resolveGroup = (group: string, files: UserFiles): number => {
  if (/^\d+$/.test(group)) return Number(group);
  return Number(rowsOf(files.group).find((row) => row[0] === group)?.[2] ?? 0);
};

/** Resolves the engine's `user[:group]` as an OCI runtime would. */
export const resolveUser = (user: string, files: UserFiles): ResolvedUser => {
  const [name = "", group] = user.split(":");
  const row = rowsOf(files.passwd).find((fields) => fields[0] === (name === "" ? "root" : name) || fields[2] === name);
  const uid = row?.[2] ?? (/^\d+$/.test(name) ? name : "0");
  const gid = group !== undefined && group !== "" ? resolveGroup(group, files) : Number(row?.[3] ?? 0);
  const memberships =
    group !== undefined && group !== ""
      ? []
      : rowsOf(files.group).filter((fields) => row?.[0] !== undefined && (fields[3] ?? "").split(",").includes(row[0]));
  return { uid: Number(uid), gid, memberships: memberships.map((fields) => Number(fields[2])) };
};

/** Resolves users by the files of images; a file is read once for each image. */
export interface UserDirectory {
  /** `containerId` is any container of the image. */
  resolve(user: string, of: { readonly imageId: string; readonly containerId: string }): Promise<ResolvedUser>;
  /** As whom a container's first process runs. */
  statusOf(
    facts: UserFacts,
    of: { readonly imageId: string; readonly containerId: string; readonly imageUser: string },
  ): Promise<LinuxContainerUser>;
}

const maxImages = 500;

/** Makes a directory that remembers the files of the last 500 images. */
export const createUserDirectory = (engine: Engine): UserDirectory => {
  const files = new Map<string, Promise<UserFiles>>();
  const filesOf = (imageId: string, containerId: string): Promise<UserFiles> => {
    const known = files.get(imageId);
    if (known !== undefined) return known;
    const read = (async () => ({
      passwd: await readFile(engine, containerId, "/etc/passwd"),
      group: await readFile(engine, containerId, "/etc/group"),
    }))();
    files.set(imageId, read);
    read.catch(() => files.delete(imageId));
    const [oldest] = files.keys();
    if (files.size > maxImages && oldest !== undefined) files.delete(oldest);
    return read;
  };
  return {
    resolve: async (user, { imageId, containerId }) => resolveUser(user, await filesOf(imageId, containerId)),
    statusOf: async (facts, { imageId, containerId, imageUser }) => {
      const user = facts.user === "" ? imageUser : facts.user;
      const resolved = resolveUser(user, await filesOf(imageId, containerId));
      const groups = new Set([resolved.gid, ...resolved.memberships, ...facts.supplementalGroups]);
      return {
        uid: BigInt(resolved.uid),
        gid: BigInt(resolved.gid),
        supplementalGroups: [...groups].sort((one, other) => one - other).map(BigInt),
      };
    },
  };
};
