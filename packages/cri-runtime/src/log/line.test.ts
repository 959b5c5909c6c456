import { expect, test } from "@jest/globals";
import { parseDockerLine } from "./docker-line.ts";
import { formatLogLine, formatTimestamp, parseLogLine, parseTimestamp } from "./line.ts";

test.each([
  [0n, "1970-01-01T00:00:00.000000000Z"],
  [1n, "1970-01-01T00:00:00.000000001Z"],
  [1_763_719_200_123_456_789n, "2025-11-21T10:00:00.123456789Z"],
  [-1n, "1969-12-31T23:59:59.999999999Z"],
])("%s nanoseconds are %s and back", (nanos, text) => {
  expect(formatTimestamp(nanos)).toBe(text);
  expect(parseTimestamp(text)).toBe(nanos);
});

test.each([
  ["2016-10-06T00:17:09.669794202Z", 1_475_713_029_669_794_202n],
  ["2016-10-06T02:17:09.6+02:00", 1_475_713_029_600_000_000n],
  ["2016-10-06T00:17:09Z", 1_475_713_029_000_000_000n],
  ["2016-10-06 00:17:09Z", undefined],
  ["2016-13-06T00:17:09Z", undefined],
  ["", undefined],
])("the time %j is read as %s", (text, nanos) => {
  expect(parseTimestamp(text)).toBe(nanos);
});

test("a line is formatted and read again, bytes that are no text included", () => {
  const line = {
    timeNanos: 1_475_713_029_669_794_202n,
    stream: "stderr" as const,
    isPartial: true,
    text: Buffer.from([0, 255, 32, 32, 128]),
  };
  const bytes = formatLogLine(line);
  expect(bytes.toString("latin1")).toBe("2016-10-06T00:17:09.669794202Z stderr P \0\xff  \x80\n");
  expect(parseLogLine(bytes.subarray(0, -1))).toEqual(line);
});

test.each([
  ["2016-10-06T00:17:09.669794202Z stdout F ", ""],
  ["2016-10-06T00:17:09.669794202Z stdout F", ""],
  ["2016-10-06T00:17:09.669794202Z stdout P:tag2:3 a b", "a b"],
])("%j has the text %j", (line, text) => {
  expect(parseLogLine(Buffer.from(line))?.text.toString()).toBe(text);
});

test.each([
  "",
  "no line at all",
  "2016-10-06T00:17:09Z stdin F x",
  "2016-10-06T00:17:09Z stdout X x",
  "yesterday stdout F x",
  "2016-10-06T00:17:09Z stdout",
])("%j is no line of a CRI log", (line) => {
  expect(parseLogLine(Buffer.from(line))).toBeUndefined();
});

test("a line of Docker's json-file is read, and one without a newline is partial", () => {
  const docker = (log: string) =>
    parseDockerLine(Buffer.from(JSON.stringify({ log, stream: "stderr", time: "2016-10-06T00:17:09.000000001Z" })));
  expect(docker("hé\n")).toEqual({
    timeNanos: 1_475_713_029_000_000_001n,
    stream: "stderr",
    isPartial: false,
    text: Buffer.from("hé"),
  });
  expect(docker("a")?.isPartial).toBe(true);
  expect(parseDockerLine(Buffer.from('{"log":'))).toBeUndefined();
  expect(parseDockerLine(Buffer.from("{}"))).toBeUndefined();
  expect(parseDockerLine(Buffer.from("null"))).toBeUndefined();
});
