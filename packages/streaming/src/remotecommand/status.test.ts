import { expect, test } from "@jest/globals";
import { formatStatus, formatStatusText, parseStatus, statusOfExit } from "./status.ts";

test("statuses are written as Kubernetes writes them", () => {
  expect(formatStatus(statusOfExit(0))).toBe('{"metadata":{},"status":"Success"}');
  expect(formatStatus(statusOfExit(3))).toBe(
    '{"metadata":{},"status":"Failure","message":"command terminated with non-zero exit code: exit status 3",' +
      '"reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"3"}]}}',
  );
  expect(formatStatus({ outcome: "error", message: "error attaching to container: gone" })).toBe(
    '{"metadata":{},"status":"Failure","message":"Internal error occurred: error attaching to container: gone",' +
      '"reason":"InternalError","code":500}',
  );
  expect(formatStatusText(statusOfExit(0))).toBe("");
  expect(formatStatusText(statusOfExit(3))).toBe("command terminated with non-zero exit code: exit status 3");
});

test.each([-1, 256, 1000, 1, 255, 2.5])("exit code %d is sent as one from 1 to 255", (exitCode) => {
  const status = parseStatus(formatStatus(statusOfExit(exitCode)));
  expect(status).toMatchObject({ outcome: "exit" });
  expect(status.outcome === "exit" && status.exitCode >= 1 && status.exitCode <= 255).toBe(true);
});

const failure = (more: object): string => JSON.stringify({ status: "Failure", message: "m", ...more });

test.each([
  ["success", '{"status":"Success"}', { outcome: "success" }],
  ["a failure without a reason", failure({}), { outcome: "error", message: "m" }],
  [
    "an exit code",
    failure({ reason: "NonZeroExitCode", details: { causes: [{ reason: "ExitCode", message: "42" }] } }),
    { outcome: "exit", exitCode: 42, message: "m" },
  ],
])("%s is understood", (_name, text, status) => {
  expect(parseStatus(text)).toEqual(status);
});

test.each([
  [
    "a code that is no number",
    failure({ reason: "NonZeroExitCode", details: { causes: [{ reason: "ExitCode", message: "x" }] } }),
  ],
  [
    "a code beyond 255",
    failure({ reason: "NonZeroExitCode", details: { causes: [{ reason: "ExitCode", message: "256" }] } }),
  ],
  ["no cause", failure({ reason: "NonZeroExitCode", details: { causes: [] } })],
  ["no details", failure({ reason: "NonZeroExitCode" })],
  ["garbage", "not json"],
  ["null", "null"],
  ["another status", '{"status":"Maybe"}'],
])("%s is an error that shows what came, never a success", (_name, text) => {
  const status = parseStatus(text);
  expect(status.outcome).toBe("error");
  expect(status.outcome === "error" && status.message).toMatch(/^the status /);
});
