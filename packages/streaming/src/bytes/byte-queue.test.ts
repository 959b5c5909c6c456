import { expect, test } from "@jest/globals";
import { ByteQueue } from "./byte-queue.ts";

const kib = (n: number): Buffer => Buffer.alloc(n * 1024);

test("what was pushed comes out in order, then the end", async () => {
  const queue = new ByteQueue({ maxBytes: 1024 }, { onRoom: () => {} });
  queue.push(Buffer.from("a"));
  queue.push(Buffer.from("b"));
  queue.end();
  queue.push(Buffer.from("after the end"));
  const seen: string[] = [];
  for await (const chunk of queue) seen.push(Buffer.from(chunk).toString());
  expect(seen).toEqual(["a", "b"]);
});

test("a reader that waits gets the next chunk at once", async () => {
  const queue = new ByteQueue({ maxBytes: 1024 }, { onRoom: () => {} });
  const next = queue[Symbol.asyncIterator]().next();
  expect(queue.push(Buffer.from("x"))).toBe(true);
  expect(await next).toEqual({ done: false, value: Buffer.from("x") });
});

test("a full queue says so, and has room again at half", async () => {
  let room = 0;
  const queue = new ByteQueue({ maxBytes: 4096 }, { onRoom: () => room++ });
  const results = [1, 2, 3, 4].map(() => queue.push(kib(1)));
  expect(results).toEqual([true, true, true, false]);
  const reader = queue[Symbol.asyncIterator]();
  await reader.next();
  await reader.next();
  expect(room).toBe(0);
  await reader.next();
  expect(room).toBe(1);
});

test("chunks without bytes fill the queue too", () => {
  const queue = new ByteQueue({ maxBytes: 1024 }, { onRoom: () => {} });
  const results = Array.from({ length: 10 }, () => queue.push(Buffer.alloc(0)));
  expect(results.at(-1)).toBe(false);
});

test("a reader that wants no more frees the queue, and what follows is discarded", async () => {
  let room = 0;
  let cancelled = 0;
  const queue = new ByteQueue({ maxBytes: 1024 }, { onRoom: () => room++, onCancel: () => cancelled++ });
  expect(queue.push(kib(2))).toBe(false);
  for await (const _chunk of queue) break;
  expect([room, cancelled]).toEqual([1, 1]);
  expect(queue.push(kib(2))).toBe(true);
});
