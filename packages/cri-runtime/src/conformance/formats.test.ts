import { expect, test } from "@jest/globals";
import { createJunitFormat, createTableFormat, createTapFormat, formatSummary, type ResultFormat } from "./formats.ts";
import type { ConformanceResult } from "./report.ts";

const RESULTS: readonly ConformanceResult[] = [
  { area: "exec sync", name: "works", outcome: "passed", detail: "", durationMs: 12.34 },
  { area: "logs", name: 'cuts "lines" & <tags> #1', outcome: "failed", detail: "one\ntwo \u0000 ]]>", durationMs: 5 },
  { area: "logs", name: "rotates", outcome: "skipped", detail: "no folder", durationMs: 0 },
];

const render = (format: ResultFormat): string =>
  format.begin() + RESULTS.map((result) => format.result(result)).join("") + format.end(RESULTS);

test("TAP has a plan, a line for each case, and says why one failed", () => {
  expect(render(createTapFormat())).toBe(
    [
      "TAP version 14",
      "ok 1 - exec sync: works",
      'not ok 2 - logs: cuts "lines" & <tags> \\#1',
      "  ---",
      "  message: |",
      "    one",
      "    two \u0000 ]]>",
      "  duration_ms: 5.0",
      "  ...",
      "ok 3 - logs: rotates # SKIP no folder",
      "1..3",
      "",
    ].join("\n"),
  );
});

test("JUnit counts its cases and escapes what XML cannot hold", () => {
  const counts = 'tests="3" failures="1" errors="0" skipped="1" time="0.017"';
  expect(render(createJunitFormat("x"))).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="x" ${counts}>`,
      `  <testsuite name="x" ${counts}>`,
      '    <testcase classname="exec sync" name="works" time="0.012"/>',
      '    <testcase classname="logs" name="cuts &quot;lines&quot; &amp; &lt;tags&gt; #1" time="0.005">',
      '      <failure message="one&#10;two \ufffd ]]&gt;"/>',
      "    </testcase>",
      '    <testcase classname="logs" name="rotates" time="0.000">',
      '      <skipped message="no folder"/>',
      "    </testcase>",
      "  </testsuite>",
      "</testsuites>",
      "",
    ].join("\n"),
  );
});

test("the table has a line for each case and a sum for each area", () => {
  expect(render(createTableFormat())).toBe(
    [
      "pass     12 ms  exec sync: works",
      'FAIL      5 ms  logs: cuts "lines" & <tags> #1',
      "                one",
      "                two \u0000 ]]>",
      "skip      0 ms  logs: rotates",
      "                no folder",
      "",
      "area        passed   failed  skipped",
      "exec sync        1        0        0",
      "logs             0        1        1",
      "total            1        1        1",
      "",
    ].join("\n"),
  );
});

test("the sum is one line", () => {
  expect(formatSummary(RESULTS)).toBe("1 passed, 1 failed, 1 skipped");
});
