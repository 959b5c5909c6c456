import { expect, test } from "@jest/globals";
import { formatTerminalSize, TerminalSizes } from "./terminal-sizes.ts";

const text = formatTerminalSize({ width: 100, height: 30 });

test("sizes cut at any byte are read", async () => {
  for (let at = 0; at <= text.length; at++) {
    const sizes = new TerminalSizes();
    sizes.push(Buffer.from(text.slice(0, at)));
    sizes.push(Buffer.from(text.slice(at)));
    expect(await sizes[Symbol.asyncIterator]().next()).toEqual({ done: false, value: { width: 100, height: 30 } });
  }
});

test("of several sizes that nobody has read the latest is kept", async () => {
  const sizes = new TerminalSizes();
  sizes.push(Buffer.from('{"Width":101,"Height":31}\n{"Width":100,"Height":30}'));
  sizes.end();
  const seen: unknown[] = [];
  for await (const size of sizes) seen.push(size);
  expect(seen).toEqual([{ width: 100, height: 30 }]);
});

test.each([
  '{"Width":0,"Height":30}',
  '{"Width":-1,"Height":3}',
  '{"Width":"80","Height":3}',
  '{"Width":70000,"Height":3}',
  "}",
  "{}",
  "null}",
  "[1]}",
])("%s is no size", async (given) => {
  const sizes = new TerminalSizes();
  sizes.push(Buffer.from(given));
  sizes.end();
  expect(await sizes[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
});

test("bytes that never become an object are not collected without end", async () => {
  const sizes = new TerminalSizes();
  for (let n = 0; n < 100; n++) sizes.push(Buffer.alloc(4096, "{"));
  sizes.push(Buffer.from(text));
  sizes.end();
  expect((await sizes[Symbol.asyncIterator]().next()).value).toEqual({ width: 100, height: 30 });
});
