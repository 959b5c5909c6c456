import { expect, test } from "@jest/globals";
import type { CommandContext } from "../context/command.ts";
import { show } from "./screen.ts";

const contextOf = (signal: AbortSignal, printed: string[]) =>
  ({
    signal,
    stdout: { isTTY: false },
    print: async (text: string) => void printed.push(text),
  }) as unknown as CommandContext;

test("watching ends well when it is interrupted in the middle of a call", async () => {
  const interruption = new AbortController();
  const printed: string[] = [];
  let calls = 0;
  const render = async (): Promise<string> => {
    calls += 1;
    if (calls === 1) return "first\n";
    interruption.abort();
    throw new Error("canceled");
  };
  await show(contextOf(interruption.signal, printed), render, { watch: true, intervalMs: 0 });
  expect(printed).toEqual(["first\n"]);
});

test("watching fails with an error that is no interruption", async () => {
  const render = () => Promise.reject(new Error("gone"));
  await expect(show(contextOf(new AbortController().signal, []), render, { watch: true })).rejects.toThrow("gone");
});
