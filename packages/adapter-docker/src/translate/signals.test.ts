import { Signal } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { formatSignalName, parseSignalName } from "./signals.ts";

test("signals cross over by name, with and without SIG", () => {
  expect(formatSignalName(Signal.SIGNAL_SIGHUP)).toBe("SIGHUP");
  expect(formatSignalName(Signal.SIGNAL_RUNTIME_DEFAULT)).toBe("");
  expect(parseSignalName("SIGQUIT")).toBe(Signal.SIGNAL_SIGQUIT);
  expect(parseSignalName("quit")).toBe(Signal.SIGNAL_SIGQUIT);
  expect(parseSignalName("")).toBe(Signal.SIGNAL_SIGTERM);
});
