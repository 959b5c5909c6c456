import { expect, test } from "@jest/globals";
import { createByteCollector } from "./byte-collector.ts";

test("what was collected stays when the writer uses its buffer again", () => {
  const collector = createByteCollector(100);
  const reused = Buffer.from("abc");
  collector.write(reused, () => reused.fill("x"));
  collector.write(reused, () => reused.fill("y"));
  expect(collector.collected(100).toString()).toBe("abcxxx");
});

test("as many bytes as the limit are kept wherever the writes are cut", () => {
  const text = Buffer.from("0123456789");
  for (let limit = 0; limit <= 12; limit++) {
    for (let cut = 0; cut <= text.length; cut++) {
      const collector = createByteCollector(limit);
      collector.write(text.subarray(0, cut));
      collector.writeFramed(Buffer.concat([Buffer.alloc(8), text.subarray(cut)]));
      expect(collector.collected(100).toString()).toBe(text.subarray(0, limit).toString());
    }
  }
});

test("a million writes of a byte are one buffer", () => {
  const collector = createByteCollector(2 ** 20);
  const byte = Buffer.from("a");
  for (let written = 0; written < 2 ** 20 + 5; written++) collector.write(byte);
  expect(collector.collected(2 ** 21).equals(Buffer.alloc(2 ** 20, "a"))).toBe(true);
});

test("nothing is kept after the end, and chunks are released all the same", () => {
  const collector = createByteCollector(10);
  let released = 0;
  collector.write(Buffer.from("a"));
  collector.end();
  collector.write(Buffer.from("b"), () => released++);
  expect([collector.collected(10).toString(), collector.byteLength, released]).toEqual(["a", 1, 1]);
});
