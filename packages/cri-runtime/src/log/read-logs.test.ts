import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { formatLogLine, type LogStream } from "./line.ts";
import { formatLogEntry } from "./log-entry.ts";
import { createLogWriter } from "./log-writer.ts";
import { readLogs } from "./read-logs.ts";
import type { ReadLogsOptions } from "./read-options.ts";

let folder = "";
let path = "";
const stops: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-log-"));
  path = join(folder, "0.log");
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await rm(folder, { recursive: true });
});

const line = (second: number, text: string, stream: LogStream = "stdout", isPartial = false): Buffer =>
  formatLogLine({ timeNanos: BigInt(second) * 1_000_000_000n, stream, isPartial, text: Buffer.from(text) });

const lines = (from: number, to: number): Buffer =>
  Buffer.concat(Array.from({ length: to - from }, (_, index) => line(from + index, `l${from + index}`)));

const textOf = async (options: ReadLogsOptions = {}): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const entry of readLogs(path, options)) parts.push(formatLogEntry(entry, options));
  return Buffer.concat(parts).toString();
};

const expected = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `l${from + index}\n`).join("");

test("a log is printed as it was written, pieces of a line joined", async () => {
  await writeFile(
    path,
    Buffer.concat([line(1, "a"), line(2, "long ", "stdout", true), line(2, "err", "stderr"), line(3, "line")]),
  );
  expect(await textOf()).toBe("a\nlong err\nline\n");
  expect(await textOf({ stream: "stdout" })).toBe("a\nlong line\n");
  expect(await textOf({ stream: "stdout", timestamps: true })).toBe(
    "1970-01-01T00:00:01.000000000Z a\n1970-01-01T00:00:02.000000000Z long line\n",
  );
});

test("the last lines are found for every number, a line in pieces counted once", async () => {
  const whole = Array.from({ length: 30 }, (_, index) =>
    index % 5 === 4
      ? Buffer.concat([line(index, `x${index}`, "stdout", true), line(index, `y${index}`)])
      : line(index, `l${index}`),
  );
  await writeFile(path, Buffer.concat(whole));
  const all = (await textOf()).split("\n").slice(0, -1);
  expect(all).toHaveLength(30);
  for (let count = 0; count <= 32; count++) {
    const tail = (await textOf({ tailLines: count })).split("\n").slice(0, -1);
    expect(tail).toEqual(count === 0 ? [] : all.slice(-count));
  }
});

test("the last lines are found across blocks of any alignment", async () => {
  for (const width of [1, 63, 64, 1000, 21_844, 65_535, 65_536, 70_000]) {
    await writeFile(path, Buffer.concat([1, 2, 3, 4, 5].map((at) => line(at, `${at}`.repeat(width)))));
    expect(await textOf({ tailLines: 2 })).toBe(`${"4".repeat(width)}\n${"5".repeat(width)}\n`);
  }
});

test("rotated and compressed files are read before the log, oldest first", async () => {
  await writeFile(`${path}.20260101-000001.gz`, gzipSync(lines(0, 10)));
  await writeFile(`${path}.20260101-000002`, lines(10, 20));
  await writeFile(`${path}.20260101-000002.gz`, "half written");
  await writeFile(`${path}.20260101-000002.gz.tmp`, "half written");
  await writeFile(path, lines(20, 30));
  expect(await textOf()).toBe(expected(0, 30));
  expect(await textOf({ rotated: false })).toBe(expected(20, 30));
  for (let count = 1; count <= 31; count++) {
    expect(await textOf({ tailLines: count })).toBe(expected(Math.max(0, 30 - count), 30));
  }
  expect(await textOf({ sinceNanos: 15_000_000_000n })).toBe(expected(15, 30));
  expect(await textOf({ sinceNanos: 15_000_000_000n, tailLines: 20 })).toBe(expected(15, 30));
  expect(await textOf({ sinceNanos: 15_000_000_000n, tailLines: 3 })).toBe(expected(27, 30));
});

test("Docker's json-file is read, its rotated files too", async () => {
  const docker = (second: number, log: string): string =>
    `${JSON.stringify({ log, stream: "stdout", time: `2026-01-01T00:00:0${second}.5Z` })}\n`;
  await writeFile(`${path}.2.gz`, gzipSync(docker(1, "one\n")));
  await writeFile(`${path}.1`, docker(2, "two\n"));
  await writeFile(path, docker(3, "thr") + docker(3, "ee\n"));
  expect(await textOf()).toBe("one\ntwo\nthree\n");
  expect(await textOf({ tailLines: 2 })).toBe("two\nthree\n");
});

test("a limit of bytes cuts what is printed at that byte, with timestamps and without", async () => {
  await writeFile(path, Buffer.concat([line(1, "abc"), line(2, "de", "stdout", true), line(2, "f")]));
  for (const timestamps of [false, true]) {
    const whole = await textOf({ timestamps });
    for (let limitBytes = 0; limitBytes <= whole.length + 1; limitBytes++) {
      const cut = await textOf({ timestamps, limitBytes });
      const isInTimestamp = timestamps && limitBytes < whole.length && cut.length < limitBytes;
      expect(whole.startsWith(cut)).toBe(true);
      if (!isInTimestamp) expect(cut).toBe(whole.slice(0, limitBytes));
    }
  }
});

test("what is no line is left out and told, and an unfinished last line is read if it is one", async () => {
  const malformed: string[] = [];
  await writeFile(path, Buffer.concat([Buffer.from("garbage\n"), line(1, "a"), line(2, "unfinished").subarray(0, -3)]));
  expect(await textOf({ onMalformed: (bytes) => malformed.push(bytes.toString()) })).toBe("a\nunfinish\n");
  expect(malformed).toEqual(["garbage"]);
});

test("a log that does not exist is NotFound", async () => {
  await expect(textOf()).rejects.toMatchObject({ code: "NotFound", message: `log file "${path}" does not exist` });
});

/** Follows the log and gives what was printed so far. */
const followed = (options: ReadLogsOptions = {}) => {
  const stop = new AbortController();
  stops.push(() => stop.abort());
  let printed = "";
  let wake = (): void => {};
  const done = (async () => {
    for await (const entry of readLogs(path, { pollMs: 20, follow: true, signal: stop.signal, ...options })) {
      printed += formatLogEntry(entry).toString();
      wake();
    }
  })();
  return {
    done,
    stop: () => stop.abort(),
    until: async (text: string): Promise<void> => {
      while (printed.length < text.length) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      expect(printed).toBe(text);
    },
    printed: () => printed,
  };
};

test("following prints what is appended, in however small pieces, and ends by the signal", async () => {
  await writeFile(path, lines(0, 2));
  const log = followed();
  await log.until(expected(0, 2));
  for (const byte of lines(2, 4)) await appendFile(path, Buffer.of(byte));
  await log.until(expected(0, 4));
  log.stop();
  await log.done;
});

test("following goes on across rotation, also of files that came and went between two looks", async () => {
  await writeFile(path, lines(0, 2));
  const log = followed();
  await log.until(expected(0, 2));
  await appendFile(path, lines(2, 4));
  await rename(path, `${path}.20260101-000001`);
  await writeFile(path, lines(4, 6));
  await rename(path, `${path}.20260101-000002`);
  await writeFile(path, lines(6, 8));
  await log.until(expected(0, 8));
  await rename(path, `${path}.20260101-000003`);
  await appendFile(`${path}.20260101-000003`, lines(8, 9));
  await log.until(expected(0, 9));
  await writeFile(path, lines(9, 10));
  await log.until(expected(0, 10));
  log.stop();
  await log.done;
});

test("following begins again when the file is truncated", async () => {
  await writeFile(path, lines(0, 5));
  const log = followed();
  await log.until(expected(0, 5));
  await truncate(path);
  await new Promise((resolve) => setTimeout(resolve, 60));
  await appendFile(path, lines(5, 7));
  await log.until(expected(0, 7));
  log.stop();
  await log.done;
});

test("following ends when the container no longer runs and the file is read to its end", async () => {
  let isRunning = true;
  const log = followed({ stillRunning: () => isRunning, tailLines: 1 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  await writeFile(path, lines(0, 3));
  await log.until(expected(0, 3));
  await appendFile(path, lines(3, 5));
  isRunning = false;
  await log.done;
  expect(log.printed()).toBe(expected(0, 5));
});

test("what is rotated while older files are still read is read once, in its order", async () => {
  await writeFile(`${path}.20260101-000000`, lines(0, 1));
  await writeFile(path, lines(1, 2));
  const seen: string[] = [];
  for await (const entry of readLogs(path, { follow: true, signal: AbortSignal.timeout(20_000), pollMs: 20 })) {
    seen.push(formatLogEntry(entry, {}).toString());
    if (seen.length === 6) break;
    if (seen.length > 1) continue;
    // The current file has been opened; following it has not begun.
    await rename(path, `${path}.20260101-000001`);
    await writeFile(path, lines(2, 4));
    await rename(path, `${path}.20260101-000002`);
    await writeFile(path, lines(4, 6));
  }
  expect(seen.join("")).toBe(expected(0, 6));
});

test("a writer that rotates under a follower loses nothing", async () => {
  await using writer = await createLogWriter(path);
  const log = followed();
  for (let at = 0; at < 40; at++) {
    writer.write("stdout", Buffer.from(`l${at}\n`));
    if (at % 7 !== 6) continue;
    await rename(path, `${path}.20260101-0000${10 + at}`);
    await writer.reopen();
  }
  await writer.close();
  await log.until(expected(0, 40));
  log.stop();
  await log.done;
});
