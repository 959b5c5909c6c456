import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildGo } from "../go.ts";
import { runBeside, startBeside, tsCommand } from "../grpc/process.ts";
import type { Ring } from "../ring.ts";

const here = import.meta.dirname;
/** Strict cases included. */
const CASES = 146;

interface Section {
  readonly title: string;
  readonly cases: readonly { readonly name: string; readonly failure: string | undefined }[];
}

const fromXml = (text: string): string =>
  text
    .replaceAll(/&#(x?)([0-9A-Fa-f]+);/g, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === "" ? 10 : 16)),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The sections of h2spec's JUnit report that have cases. */
const readReport = (xml: string): Section[] =>
  [...xml.matchAll(/<testsuite name="([^"]*)" package="([^"]*)"[^>]*>(.*?)<\/testsuite>/gs)]
    .map(([, name = "", place = "", body = ""]) => ({
      title: fromXml(`${place} ${name}`),
      cases: [...body.matchAll(/<testcase package="[^"]*" classname="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testcase>)/gs)].map(
        ([, title = "", detail = ""]) => ({
          name: fromXml(title),
          failure: /<(?:failure|error|skipped)/.test(detail)
            ? fromXml(detail.replaceAll(/<[^>]+>/g, " ").trim())
            : undefined,
        }),
      ),
    }))
    .filter(({ cases }) => cases.length > 0);

export const ring: Ring = {
  name: "h2spec",
  summary: "h2spec 2.2.1, strict, against our server: HTTP/2 (RFC 9113) and HPACK (RFC 7541)",
  run: async (context) => {
    const h2spec = buildGo({ module: "grpc", package: "github.com/summerwind/h2spec/cmd/h2spec", output: "h2spec" });
    const server = startBeside(context, tsCommand(join(here, "..", "grpc", "h2spec-server.ts")));
    const [, port = ""] = await server.line(/port (\d+)/);
    const report = join(context.scratch, "report.xml");
    const args = ["-h", "127.0.0.1", "-p", port, "-S", "-o", "3", "-j", report];
    const { output } = await runBeside(h2spec, args, { signal: context.signal, timeoutMs: 240_000 });
    const sections = readReport(readFileSync(report, "utf8"));
    const names = new Map<string, number>();
    for (const { title, cases } of sections)
      for (const { name, failure } of cases) {
        const seen = (names.get(`${title}: ${name}`) ?? 0) + 1;
        names.set(`${title}: ${name}`, seen);
        const full = seen === 1 ? `${title}: ${name}` : `${title}: ${name} (${seen})`;
        if (failure === undefined) context.pass(full);
        else context.fail(full, failure);
      }
    await context.check(`all ${CASES} cases were run`, () => {
      const count = sections.reduce((sum, { cases }) => sum + cases.length, 0);
      if (count !== CASES) throw new Error(`${count} cases were run: ${output.slice(-500)}`);
    });
    await context.check("the table in packages/grpc/README.md is this result", () => {
      const readme = readFileSync(join(here, "..", "..", "packages", "grpc", "README.md"), "utf8");
      for (const { title, cases } of sections) {
        const passed = cases.filter(({ failure }) => failure === undefined).length;
        const row = `| ${title} | ${cases.length} | ${passed} |`;
        if (!readme.includes(row)) throw new Error(`it has no row "${row}"`);
      }
    });
  },
};
