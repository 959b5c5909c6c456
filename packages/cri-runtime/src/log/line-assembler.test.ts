import { expect, test } from "@jest/globals";
import { createLineAssembler } from "./line-assembler.ts";
import { createLineSplitter } from "./line-reader.ts";

const assemble = (chunks: readonly Buffer[], maxLineBytes: number): string[] => {
  const lines: string[] = [];
  const assembler = createLineAssembler(maxLineBytes, (isPartial, parts) => {
    lines.push(`${isPartial ? "P" : "F"} ${Buffer.concat(parts).toString("latin1")}`);
  });
  for (const chunk of chunks) assembler.push(chunk);
  assembler.end();
  return lines;
};

const TEXT = Buffer.from("\nab\nabcd\nabcdefgh\nabcdefghi\n\nabcdefghabcdefghx\nend without newline");

test("lines longer than the limit are cut into pieces of exactly the limit", () => {
  expect(assemble([TEXT], 8)).toEqual([
    "F ",
    "F ab",
    "F abcd",
    "F abcdefgh",
    "P abcdefgh",
    "F i",
    "F ",
    "P abcdefgh",
    "P abcdefgh",
    "F x",
    "P end with",
    "P out newl",
    "F ine",
  ]);
});

test("the lines are the same wherever the chunks are cut: at every byte, at every two bytes, byte by byte", () => {
  for (const max of [1, 2, 3, 8, 100]) {
    const whole = assemble([TEXT], max);
    for (let first = 0; first <= TEXT.length; first++) {
      expect(assemble([TEXT.subarray(0, first), TEXT.subarray(first)], max)).toEqual(whole);
      for (let second = first; second <= TEXT.length; second++) {
        const chunks = [TEXT.subarray(0, first), TEXT.subarray(first, second), TEXT.subarray(second)];
        expect(assemble(chunks, max).join("\n")).toBe(whole.join("\n"));
      }
    }
    const bytes = [...TEXT].map((byte) => Buffer.of(byte));
    expect(assemble(bytes, max)).toEqual(whole);
  }
});

test("a reader's lines are the same wherever the chunks are cut", () => {
  const split = (chunks: readonly Buffer[]): string[] => {
    const splitter = createLineSplitter(12);
    const lines = chunks.flatMap((chunk) => splitter.push(chunk)).map(String);
    return [...lines, `rest: ${splitter.takeRest()}`];
  };
  const text = Buffer.from("one\ntwo\n\nmore than twelve bytes in this\nthree\nrest");
  const whole = ["one", "two", "", "three", "rest: rest"];
  for (let first = 0; first <= text.length; first++) {
    for (let second = first; second <= text.length; second++) {
      const lines = split([text.subarray(0, first), text.subarray(first, second), text.subarray(second)]);
      expect(lines.filter((line) => !line.startsWith("more"))).toEqual(whole);
    }
  }
});
