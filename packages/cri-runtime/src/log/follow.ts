import { open, stat } from "node:fs/promises";
import type { CurrentLog } from "./history.ts";
import { createLineReader, type LineReader } from "./line-reader.ts";
import { type LogChanges, watchLog } from "./log-changes.ts";
import { isMissingFile } from "./missing-file.ts";
import type { ReadLogsOptions } from "./read-options.ts";
import { listRotatedFiles, olderThan, type RotatedFile, readRotatedLines } from "./rotated-files.ts";

const DEFAULT_POLL_MS = 500;

/** Opens the file that is written to; `undefined` if there is none. */
export const openCurrentLog = async (path: string): Promise<CurrentLog | undefined> => {
  try {
    const handle = await open(path, "r");
    const { ino, size } = await handle.stat({ bigint: true });
    return { handle, inode: ino, size: Number(size) };
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
};

/** The rotated files that are no concern of the reader's: those that are older than the one it reads. */
const listKnown = async (path: string, current: CurrentLog): Promise<Set<string>> =>
  new Set(olderThan(await listRotatedFiles(path), current.inode).map((file) => file.key));

/**
 * The files that came and went unread between `current` and `next`. They are listed after `next` has been opened: one rotated away in between is
 * then `next` itself. A current file that has been compressed already is known by being the oldest.
 */
const listMissed = async (
  path: string,
  known: Set<string>,
  opened: { readonly current: CurrentLog; readonly next: CurrentLog },
): Promise<RotatedFile[]> => {
  const fresh = (await listRotatedFiles(path)).filter(
    (file) => !known.has(file.key) && file.inode !== opened.next.inode,
  );
  for (const file of fresh) known.add(file.key);
  const hasCurrent = fresh.some((file) => file.inode === opened.current.inode);
  return hasCurrent ? fresh.filter((file) => file.inode !== opened.current.inode) : fresh.slice(1);
};

interface Followed {
  current: CurrentLog;
  reader: LineReader;
}

/** What follows in the file that took the path's place. */
async function* switchFile(
  path: string,
  followed: Followed,
  known: Set<string> | undefined,
): AsyncGenerator<Buffer[], void> {
  // The writer may have written between the last read and its own switch.
  yield* followed.reader.lines();
  const rest = followed.reader.takeRest();
  if (rest.length > 0) yield [rest];
  const next = await openCurrentLog(path);
  if (next === undefined) return;
  const { current } = followed;
  const missed = known === undefined ? [] : await listMissed(path, known, { current, next });
  followed.current = next;
  followed.reader = createLineReader(next.handle, 0);
  await current.handle.close();
  for (const file of missed) yield* readRotatedLines(file);
}

async function* followOpen(
  path: string,
  followed: Followed,
  options: ReadLogsOptions & { readonly changes: LogChanges },
): AsyncGenerator<Buffer[], void> {
  const known = options.rotated === false ? undefined : await listKnown(path, followed.current);
  while (!options.signal?.aborted) {
    const isRunning = (await options.stillRunning?.()) ?? true;
    yield* followed.reader.lines();
    const now = await stat(path, { bigint: true }).catch(() => undefined);
    if (now !== undefined && now.ino !== followed.current.inode) {
      yield* switchFile(path, followed, known);
      continue;
    }
    if (now !== undefined && Number(now.size) < followed.reader.position) {
      followed.reader.rewind();
      continue;
    }
    if (!isRunning) {
      const rest = followed.reader.takeRest();
      if (rest.length > 0) yield [rest];
      return;
    }
    await options.changes.wait();
  }
}

/** The file at `path` once there is one; `undefined` if the container or the reader ends before that. */
const awaitCurrentLog = async (
  path: string,
  options: ReadLogsOptions & { readonly changes: LogChanges },
): Promise<CurrentLog | undefined> => {
  while (!options.signal?.aborted) {
    const isRunning = (await options.stillRunning?.()) ?? true;
    const current = await openCurrentLog(path);
    if (current !== undefined || !isRunning) return current;
    await options.changes.wait();
  }
  return undefined;
};

/** The lines of a log from an offset on and all that is appended later, wherever rotation puts it. */
export async function* followLog(
  path: string,
  start: { readonly current: CurrentLog | undefined; readonly offset: number },
  options: ReadLogsOptions,
): AsyncGenerator<Buffer[], void> {
  const changes = watchLog(path, options.pollMs ?? DEFAULT_POLL_MS, options.signal);
  let followed: Followed | undefined;
  try {
    const current = start.current ?? (await awaitCurrentLog(path, { ...options, changes }));
    if (current === undefined) return;
    followed = { current, reader: createLineReader(current.handle, start.offset) };
    yield* followOpen(path, followed, { ...options, changes });
  } finally {
    changes.close();
    await (followed?.current ?? start.current)?.handle.close();
  }
}
