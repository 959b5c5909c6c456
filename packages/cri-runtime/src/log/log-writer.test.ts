import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { parseLogLine } from "./line.ts";
import { createLogWriter } from "./log-writer.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-log-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const linesOf = async (path: string): Promise<string[]> =>
  (await readFile(path))
    .toString()
    .split("\n")
    .slice(0, -1)
    .map((text) => {
      const line = parseLogLine(Buffer.from(text));
      return line === undefined ? `malformed: ${text}` : `${line.stream} ${line.isPartial ? "P" : "F"} ${line.text}`;
    });

test("lines of both streams are in the file when the writer is closed, each stream's in order", async () => {
  const path = join(folder, "pods/p/c/0.log");
  await using writer = await createLogWriter(path, { nowNanos: () => 1n });
  writer.write("stdout", Buffer.from("a\nb"));
  writer.write("stderr", Buffer.from("x\ny"));
  writer.write("stdout", Buffer.from("c\n"));
  await writer.close();
  expect(await linesOf(path)).toEqual(["stdout F a", "stderr F x", "stdout F bc", "stderr F y"]);
  expect((await readFile(path, "utf8")).split("\n")[0]).toBe("1970-01-01T00:00:00.000000001Z stdout F a");
});

test("a line of more than 16 KiB is cut into partial lines", async () => {
  const path = join(folder, "0.log");
  await using writer = await createLogWriter(path);
  writer.write("stdout", Buffer.concat([Buffer.alloc(16 * 1024 + 1, 0x61), Buffer.from("\n")]));
  await writer.flushed();
  const lines = await linesOf(path);
  expect(lines.map((line) => [line.slice(0, 9), line.length - 9])).toEqual([
    ["stdout P ", 16 * 1024],
    ["stdout F ", 1],
  ]);
});

test("after a rotation, reopen goes on in a new file and nothing is lost or twice", async () => {
  const path = join(folder, "0.log");
  await using writer = await createLogWriter(path);
  for (let round = 0; round < 20; round++) {
    writer.write("stdout", Buffer.from(`a${round}\n`));
    if (round % 3 === 0) await writer.flushed();
    await rename(path, `${path}.${round}`);
    writer.write("stdout", Buffer.from(`b${round}\n`));
    await writer.reopen();
  }
  await writer.close();
  const all = [];
  for (let round = 0; round < 20; round++) all.push(...(await linesOf(`${path}.${round}`)));
  all.push(...(await linesOf(path)));
  const expected = Array.from({ length: 20 }, (_, round) => [`stdout F a${round}`, `stdout F b${round}`]).flat();
  expect(all).toEqual(expected);
});

test("an idle writer holds no file open and writes again when it has to", async () => {
  const path = join(folder, "0.log");
  await using writer = await createLogWriter(path, { idleMs: 0 });
  for (const line of ["a", "b", "c"]) {
    writer.write("stdout", Buffer.from(`${line}\n`));
    await writer.flushed();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await linesOf(path)).toEqual(["stdout F a", "stdout F b", "stdout F c"]);
});

test("a full disk is reported once, lines wait within a bound, and a writer closed on it counts what it gave up", async () => {
  const failures: unknown[] = [];
  const writer = await createLogWriter("/dev/full", {
    retryMs: 5,
    maxBufferedBytes: 2000,
    onFailure: ({ path, cause }) => failures.push([path, (cause as NodeJS.ErrnoException).code]),
  });
  let isTaken = true;
  for (let line = 0; line < 200; line++) isTaken = writer.write("stdout", Buffer.from(`${line}\n`));
  expect(isTaken).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(failures).toEqual([["/dev/full", "ENOSPC"]]);
  expect(writer.bufferedBytes).toBeGreaterThan(1900);
  expect(writer.bufferedBytes).toBeLessThan(2100);
  await writer.close();
  expect(writer.droppedLines).toBe(200);
  await writer.drained();
});

test("a writer that heeds backpressure goes on whenever the disk has caught up, and loses nothing", async () => {
  const path = join(folder, "0.log");
  await using writer = await createLogWriter(path, { maxBufferedBytes: 4096, nowNanos: () => 1n });
  let waits = 0;
  for (let line = 0; line < 2000; line++) {
    if (writer.write("stdout", Buffer.from(`line ${line}\n`))) continue;
    waits++;
    await writer.drained();
  }
  await writer.close();
  expect(waits).toBeGreaterThan(10);
  expect(writer.droppedLines).toBe(0);
  expect(await linesOf(path)).toEqual(Array.from({ length: 2000 }, (_, line) => `stdout F line ${line}`));
});

test("after close nothing is written or opened, and closing again does nothing", async () => {
  const path = join(folder, "0.log");
  const writer = await createLogWriter(path);
  writer.write("stdout", Buffer.from("a\n"));
  await Promise.all([writer.close(), writer.close()]);
  await rm(path);
  expect(writer.write("stdout", Buffer.from("b\n"))).toBe(true);
  await writer.reopen();
  await writer.flushed();
  await expect(readFile(path)).rejects.toMatchObject({ code: "ENOENT" });
});

test("a sink of a stream ends its last line and discards what comes after", async () => {
  const path = join(folder, "0.log");
  await using writer = await createLogWriter(path);
  const sink = writer.sink("stderr");
  let released = 0;
  sink.write(Buffer.from("one\ntw"), () => released++);
  sink.writeFramed(Buffer.concat([Buffer.alloc(8), Buffer.from("o")]), () => released++);
  sink.end();
  sink.write(Buffer.from("late\n"), () => released++);
  await writer.close();
  expect(await linesOf(path)).toEqual(["stderr F one", "stderr F two"]);
  expect(released).toBe(3);
});
