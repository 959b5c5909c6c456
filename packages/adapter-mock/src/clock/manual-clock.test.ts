import { expect, test } from "@jest/globals";
import { createManualClock } from "./manual-clock.ts";

test("timers are called in order, at their time, and what they start runs before time goes on", async () => {
  const clock = createManualClock(0n);
  const seen: string[] = [];
  const note = (name: string): void => void seen.push(`${name} at ${clock.nowNanos() / 1_000_000n}`);
  clock.schedule(20, () => note("second"));
  clock.schedule(10, () => {
    note("first");
    Promise.resolve()
      .then(() => clock.schedule(5, () => note("between")))
      .catch(() => undefined);
  });
  const cancel = clock.schedule(15, () => note("never"));
  cancel();
  await clock.advance(9);
  expect(seen).toEqual([]);
  await clock.advance(30);
  expect(seen).toEqual(["first at 10", "between at 15", "second at 20"]);
  expect(clock.nowNanos()).toBe(39_000_000n);
});
