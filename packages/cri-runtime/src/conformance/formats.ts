import type { ConformanceResult } from "./report.ts";

/** Writes results as they come; each function gives the text to append. */
export interface ResultFormat {
  begin(): string;
  result(result: ConformanceResult): string;
  /** After the last result. */
  end(results: readonly ConformanceResult[]): string;
}

/** How many results ended so. */
const count = (results: readonly ConformanceResult[], outcome: ConformanceResult["outcome"]): number =>
  results.filter((result) => result.outcome === outcome).length;

/** One line that sums the results up: `97 passed, 2 failed, 1 skipped`. */
export const formatSummary = (results: readonly ConformanceResult[]): string =>
  `${count(results, "passed")} passed, ${count(results, "failed")} failed, ${count(results, "skipped")} skipped`;

const indent = (text: string, by: string): string =>
  text
    .split("\n")
    .map((line) => `${by}${line}`)
    .join("\n");

/** The Test Anything Protocol, version 14. */
export const createTapFormat = (): ResultFormat => {
  let number = 0;
  return {
    begin: () => "TAP version 14\n",
    result: ({ area, name, outcome, detail, durationMs }) => {
      number++;
      // "#" would begin a directive.
      const title = `${number} - ${area}: ${name}`.replaceAll("\\", "\\\\").replaceAll("#", "\\#");
      if (outcome === "skipped") return `ok ${title} # SKIP ${detail.replaceAll("\n", " ")}\n`;
      if (outcome === "passed") return `ok ${title}\n`;
      const block = `  ---\n  message: |\n${indent(detail, "    ")}\n  duration_ms: ${durationMs.toFixed(1)}\n  ...\n`;
      return `not ok ${title}\n${block}`;
    },
    end: (results) => `1..${results.length}\n`,
  };
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text for an attribute: characters that XML 1.0 cannot hold become U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\n]/g, (character) => ENTITIES[character] ?? character);

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const junitCase = ({ area, name, outcome, detail, durationMs }: ConformanceResult): string => {
  const head = `    <testcase classname="${escapeXml(area)}" name="${escapeXml(name)}" time="${seconds(durationMs)}"`;
  if (outcome === "passed") return `${head}/>`;
  const element = outcome === "failed" ? "failure" : "skipped";
  return `${head}>\n      <${element} message="${escapeXml(detail)}"/>\n    </testcase>`;
};

/** JUnit's XML, all of it at the end: its head counts the cases. */
export const createJunitFormat = (suiteName = "cri-conformance"): ResultFormat => ({
  begin: () => "",
  result: () => "",
  end: (results) => {
    const durationMs = results.reduce((sum, result) => sum + result.durationMs, 0);
    const counts =
      `tests="${results.length}" failures="${count(results, "failed")}" errors="0" ` +
      `skipped="${count(results, "skipped")}" time="${seconds(durationMs)}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="${escapeXml(suiteName)}" ${counts}>`,
      `  <testsuite name="${escapeXml(suiteName)}" ${counts}>`,
      ...results.map(junitCase),
      "  </testsuite>",
      "</testsuites>\n",
    ].join("\n");
  },
});

const MARKS = { passed: "pass", failed: "FAIL", skipped: "skip" } as const;

/** Lines for people: outcome, duration, area and name, why it failed, and a sum for each area at the end. */
export const createTableFormat = (): ResultFormat => ({
  begin: () => "",
  result: ({ area, name, outcome, detail, durationMs }) => {
    const line = `${MARKS[outcome]} ${durationMs.toFixed(0).padStart(6)} ms  ${area}: ${name}\n`;
    return detail === "" ? line : `${line}${indent(detail, "                ")}\n`;
  },
  end: (results) => {
    const areas = [...new Set(results.map((result) => result.area))];
    const width = Math.max(5, ...areas.map((area) => area.length));
    const row = (area: string, own: readonly ConformanceResult[]): string =>
      `${area.padEnd(width)}  ${["passed", "failed", "skipped"]
        .map((outcome) => String(count(own, outcome as ConformanceResult["outcome"])).padStart(7))
        .join("  ")}\n`;
    return [
      `\n${"area".padEnd(width)}   passed   failed  skipped\n`,
      ...areas.map((area) =>
        row(
          area,
          results.filter((result) => result.area === area),
        ),
      ),
      row("total", results),
    ].join("");
  },
});
