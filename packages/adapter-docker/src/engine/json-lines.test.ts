import { expect, test } from "@jest/globals";
import { readJsonLines } from "./json-lines.ts";

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const collect = async (source: AsyncIterable<unknown>): Promise<unknown[]> => {
  const values: unknown[] = [];
  for await (const value of source) values.push(value);
  return values;
};

test.each([1, 2, 3, 7, 100])("values come out whole when the body is cut every %p bytes", async (size) => {
  const text = '{"a":"é"}\r\n\n{"b":2}\n{"c":3}';
  expect(await collect(readJsonLines(pieces(text, size)))).toEqual([{ a: "é" }, { b: 2 }, { c: 3 }]);
});

test("a line that is no JSON ends it with an error", async () => {
  await expect(collect(readJsonLines(pieces("{}\nnope\n", 4)))).rejects.toThrow(SyntaxError);
});
