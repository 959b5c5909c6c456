import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createGunzip } from "node:zlib";
import { createLineSplitter } from "./line-reader.ts";
import { isMissingFile } from "./missing-file.ts";

/** A log file that is no longer written to. */
export interface RotatedFile {
  /** What tells it from its siblings, compressed or not: `20261121-100000`. */
  readonly key: string;
  readonly path: string;
  readonly isCompressed: boolean;
  /** To know the file by when it has been renamed; 0n where the file system has none. */
  readonly inode: bigint;
  /** When it was last written to, or compressed: no line in it is younger. */
  readonly modifiedAtNanos: bigint;
}

const BY_TIME = /^(?<key>\d{8}-\d{6})(?<gz>\.gz)?$/;
const BY_NUMBER = /^(?<key>\d{1,4})(?<gz>\.gz)?$/;

interface Sibling {
  readonly key: string;
  readonly order: number;
  readonly name: string;
  readonly isCompressed: boolean;
}

const siblingOf = (name: string, logName: string): Sibling | undefined => {
  if (!name.startsWith(`${logName}.`)) return undefined;
  const suffix = name.slice(logName.length + 1);
  const time = BY_TIME.exec(suffix)?.groups;
  const numbered = BY_NUMBER.exec(suffix)?.groups;
  const groups = time ?? numbered;
  if (groups?.key === undefined) return undefined;
  // Docker counts up as files age: 3 is older than 2.
  const order = time === undefined ? -Number(groups.key) : Number(groups.key.replace("-", ""));
  return { key: groups.key, order, name, isCompressed: groups.gz !== undefined };
};

/**
 * The rotated files of a log, oldest first: those that the kubelet leaves (`name.YYYYMMDD-HHMMSS`, later `.gz`) and those of Docker (`name.1`, `name.2.gz`).
 * Of one that is there twice, while it is being compressed, the plain one is taken.
 */
export const listRotatedFiles = async (logPath: string): Promise<RotatedFile[]> => {
  const folder = dirname(logPath);
  const names = await readdir(folder).catch(() => []);
  const byKey = new Map<string, Sibling>();
  for (const name of names) {
    const sibling = siblingOf(name, basename(logPath));
    if (sibling === undefined) continue;
    if (byKey.get(sibling.key)?.isCompressed !== false) byKey.set(sibling.key, sibling);
  }
  const files = [...byKey.values()].sort((one, other) => one.order - other.order);
  const found = await Promise.all(
    files.map(async ({ key, name, isCompressed }) => {
      const path = join(folder, name);
      const stats = await stat(path, { bigint: true }).catch(() => undefined);
      return stats === undefined
        ? undefined
        : { key, path, isCompressed, inode: stats.ino, modifiedAtNanos: stats.mtimeNs };
    }),
  );
  return found.filter((file) => file !== undefined);
};

/**
 * Those of a log's rotated files that are older than the file with this inode: all of them, unless that one has been rotated away itself; what was
 * rotated after it is then younger, and is read after it.
 */
export const olderThan = (rotated: readonly RotatedFile[], inode: bigint | undefined): RotatedFile[] => {
  const at = inode === undefined || inode === 0n ? -1 : rotated.findIndex((file) => file.inode === inode);
  return rotated.slice(0, at < 0 ? undefined : at);
};

async function* readLines(path: string, isCompressed: boolean, offset = 0): AsyncGenerator<Buffer[], void> {
  const source = createReadStream(path, { start: offset });
  const splitter = createLineSplitter();
  const chunks = isCompressed ? source.pipe(createGunzip()) : source;
  source.on("error", (error) => chunks.destroy(error));
  try {
    for await (const chunk of chunks) yield splitter.push(chunk);
    const rest = splitter.takeRest();
    if (rest.length > 0) yield [rest];
  } finally {
    chunks.destroy();
    source.destroy();
  }
}

/** The lines of a rotated file in batches, unpacked, from an offset on if it is not compressed. One that has been compressed since it was listed is read so; one that was deleted has none. */
export async function* readRotatedLines(file: RotatedFile, offset = 0): AsyncGenerator<Buffer[], void> {
  try {
    yield* readLines(file.path, file.isCompressed, offset);
  } catch (error) {
    if (!isMissingFile(error)) throw error;
    if (file.isCompressed) return;
    try {
      yield* readLines(`${file.path}.gz`, true);
    } catch (second) {
      if (!isMissingFile(second)) throw second;
    }
  }
}
