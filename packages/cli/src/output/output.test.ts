import { expect, test } from "@jest/globals";
import { formatTable } from "./table.ts";
import { formatAge, formatHumanDuration, formatNanoTime, formatSize, truncateId } from "./units.ts";

test("a table pads all but the last column to 20 characters or three more than the widest cell", () => {
  const text = formatTable([
    ["CONTAINER", "NAME", "END"],
    ["abc", "a-name-of-more-than-twenty-characters", "x"],
  ]);
  expect(text).toBe(
    "CONTAINER           NAME                                    END\n" +
      "abc                 a-name-of-more-than-twenty-characters   x\n",
  );
});

test("wide characters take two cells, combining marks none, control characters are shown", () => {
  const [first = "", second = "", third = ""] = formatTable(
    [
      ["容器", "|"],
      ["e\u0301", "|"],
      ["a\nb\u001b[2J", "|"],
    ],
    { minWidth: 8, padding: 1 },
  ).split("\n");
  expect(first).toBe("容器          |");
  expect(second).toBe("e\u0301             |");
  expect(third).toBe("a\\nb\\u001b[2J |");
});

test.each([
  [0, "0B"],
  [999, "999B"],
  [1000, "1kB"],
  [4_270_123, "4.27MB"],
  [742_000, "742kB"],
  [999_999, "1e+03kB"],
  [123_456_789_012n, "123GB"],
])("%p bytes are %p", (bytes, wanted) => expect(formatSize(bytes)).toBe(wanted));

test("four digits where crictl has four", () => {
  expect(formatSize(1_234_567, 4)).toBe("1.235MB");
  expect(formatSize(0, 4)).toBe("0B");
});

test.each([
  [0, "Less than a second"],
  [1500, "1 second"],
  [59_000, "59 seconds"],
  [60_000, "About a minute"],
  [150_000, "2 minutes"],
  [45 * 60_000, "45 minutes"],
  [60 * 60_000, "About an hour"],
  [89 * 60_000, "About an hour"],
  [47 * 3_600_000, "47 hours"],
  [72 * 3_600_000, "3 days"],
  [20 * 86_400_000, "2 weeks"],
  [90 * 86_400_000, "3 months"],
  [800 * 86_400_000, "2 years"],
])("%p ms is %p", (ms, wanted) => expect(formatHumanDuration(ms)).toBe(wanted));

test("times in nanoseconds", () => {
  expect(formatAge(1_000_000_000_000_000_000n, 1_000_000_000_000 + 5000)).toBe("5 seconds ago");
  expect(formatNanoTime(1_700_000_000_123_456_780n)).toBe("2023-11-14T22:13:20.12345678Z");
  expect(formatNanoTime(1_700_000_000_000_000_000n)).toBe("2023-11-14T22:13:20Z");
  expect(formatNanoTime(0n)).toBe("1970-01-01T00:00:00Z");
});

test("ids are cut to 13 characters, and lose the algorithm", () => {
  expect(truncateId("0123456789abcdef")).toBe("0123456789abc");
  expect(truncateId(`sha256:${"ab".repeat(32)}`)).toBe("ababababababa");
  expect(truncateId("short")).toBe("short");
});
