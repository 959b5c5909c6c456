import { expect, test } from "@jest/globals";
import { parseDetachKeys, untilDetached } from "./detach-keys.ts";

async function* source(chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const type = async (chunks: readonly string[], keys: string): Promise<[string, boolean]> => {
  let detached = false;
  let passed = "";
  for await (const chunk of untilDetached(source(chunks), parseDetachKeys(keys), () => {
    detached = true;
  })) {
    passed += Buffer.from(chunk).toString();
  }
  return [passed, detached];
};

test.each([
  [["abc"], "abc", false],
  [["abc\x10\x11def"], "abc", true],
  [["abc\x10", "\x11def"], "abc", true],
  [["\x10", "x", "\x10\x11"], "\x10x", true],
  [["\x10\x10\x11"], "\x10", true],
  [["end\x10"], "end\x10", false],
])("typing %j passes %j on and detached is %p", async (chunks, passed, detached) => {
  expect(await type(chunks, "ctrl-p,ctrl-q")).toEqual([passed, detached]);
});

test("keys are single characters, ctrl- and a letter, or one of the other control characters", () => {
  expect([...parseDetachKeys("a,ctrl-a,ctrl-@,ctrl-[,ctrl-_")]).toEqual([97, 1, 0, 27, 31]);
  expect(() => parseDetachKeys("ctrl-1")).toThrow(
    'detach key "ctrl-1" is neither one character nor ctrl- and a letter',
  );
});
