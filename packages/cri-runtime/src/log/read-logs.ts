import { CriError } from "@crikit/cri-api";
import { followLog, openCurrentLog } from "./follow.ts";
import { type CurrentLog, openHistory } from "./history.ts";
import { createLineReader } from "./line-reader.ts";
import { createByteLimit, createEntryMaker, isWanted, parseAnyLine } from "./log-entry.ts";
import type { LogEntry, ReadLogsOptions } from "./read-options.ts";
import { listRotatedFiles } from "./rotated-files.ts";

async function* readCurrent(current: CurrentLog, offset: number): AsyncGenerator<Buffer[], void> {
  try {
    const reader = createLineReader(current.handle, offset);
    yield* reader.lines();
    const rest = reader.takeRest();
    if (rest.length > 0) yield [rest];
  } finally {
    await current.handle.close();
  }
}

async function* readBatches(path: string, options: ReadLogsOptions): AsyncGenerator<Buffer[], void> {
  const current = await openCurrentLog(path);
  let isHandedOn = false;
  try {
    if (current === undefined && !options.follow && (await listRotatedFiles(path)).length === 0) {
      throw new CriError("NotFound", `log file "${path}" does not exist`);
    }
    const { older, offset } = await openHistory(path, current, options);
    yield* older;
    isHandedOn = true;
    if (options.follow) yield* followLog(path, { current, offset }, options);
    else if (current !== undefined) yield* readCurrent(current, offset);
  } finally {
    if (!isHandedOn) await current?.handle.close();
  }
}

/**
 * Reads a container's log, of CRI's format or Docker's json-file, oldest entry first: with the rotated files beside it, compressed or not, and with `follow` what
 * is written later. Files are read as they are asked for; `tailLines` reads from their ends. Throws `NotFound` if there is no such log and it
 * is not followed.
 *
 * @example
 * for await (const entry of readLogs(path, { tailLines: 10 })) process.stdout.write(formatLogEntry(entry));
 */
export async function* readLogs(path: string, options: ReadLogsOptions = {}): AsyncGenerator<LogEntry, void> {
  const toEntry = createEntryMaker();
  const limit = createByteLimit(options);
  if (limit.isSpent) return;
  for await (const batch of readBatches(path, options)) {
    for (const bytes of batch) {
      if (options.signal?.aborted) return;
      const line = parseAnyLine(bytes);
      if (line === undefined && bytes.length > 0) options.onMalformed?.(bytes);
      if (line === undefined || !isWanted(line, options)) continue;
      const entry = limit.take(toEntry(line));
      if (entry !== undefined) yield entry;
      if (limit.isSpent) return;
    }
  }
}
