import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildCritest, type CriToolsVersion } from "../cri-tools.ts";
import type { RingContext } from "../ring.ts";
import { tryRun } from "./shell.ts";

/** One run of critest against a socket. */
export interface CritestRun {
  readonly version: CriToolsVersion;
  readonly socket: string;
  /** What is in front of each case's name: `critest 1.36.0 on 28.5`. */
  readonly label: string;
  /** How many specs have to pass at least. */
  readonly bar: number;
  /** The digest of the local stand-in for the one image that critest names by digest. */
  readonly imageDigest: string;
  readonly folder: string;
}

interface SpecReport {
  readonly State: string;
  readonly LeafNodeType: string;
  readonly LeafNodeText: string;
  readonly ContainerHierarchyTexts: readonly string[] | null;
  readonly Failure?: { readonly Message?: string };
}

const fixedDigest = "9700f9a2f5bf2c45f2f605a0bd3bce7cf37420ec9d3ed50ac2758413308766bf";

/** critest with the digest of the public image replaced, in the same length, by that of the image built here; nothing else differs. */
const withLocalDigest = async (version: CriToolsVersion, digest: string, output: string): Promise<void> => {
  const binary = await readFile(buildCritest(version));
  const at = binary.indexOf(fixedDigest);
  if (at < 0) throw new Error(`critest ${version} does not hold the digest ${fixedDigest}`);
  binary.write(digest.replace("sha256:", ""), at, "latin1");
  await writeFile(output, binary, { mode: 0o755 });
};

const nameOf = (spec: SpecReport): string =>
  [...(spec.ContainerHierarchyTexts ?? []), spec.LeafNodeText].join(" > ").replace(/\s+/g, " ");

/** Runs critest and reports each of its specs as a case, and as one more whether enough have passed. */
export const runCritest = async (context: RingContext, run: CritestRun): Promise<void> => {
  const { label, version, socket, folder } = run;
  await mkdir(folder, { recursive: true });
  const critest = join(folder, "critest");
  await withLocalDigest(version, run.imageDigest, critest);
  const endpoints = ["-runtime-endpoint", `unix://${socket}`, "-image-endpoint", `unix://${socket}`];
  const flags = ["-ginkgo.no-color", "-ginkgo.seed", "1", "-ginkgo.json-report", "report.json"];
  const startedAt = Date.now();
  const result = await tryRun(critest, [...endpoints, ...flags], { cwd: folder, signal: context.signal });
  const reports: readonly { readonly SpecReports: readonly SpecReport[] }[] = JSON.parse(
    await readFile(join(folder, "report.json"), "utf8").catch(() => "[]"),
  );
  const specs = reports.flatMap((report) => report.SpecReports).filter((spec) => spec.LeafNodeType === "It");
  if (specs.length === 0)
    throw new Error(`${label} reported no spec: ${result.stdout.slice(-2000)}${result.stderr.slice(-2000)}`);
  const passed = specs.filter((spec) => spec.State === "passed").length;
  for (const spec of specs) {
    const name = `${label}: ${nameOf(spec)}`;
    const message = spec.Failure?.Message ?? "";
    if (spec.State === "passed") context.pass(name);
    else if (spec.State === "skipped" || spec.State === "pending")
      context.skip(name, message || "critest leaves it out on this machine");
    else context.fail(name, message);
  }
  context.log(
    `${label}: ${passed} of ${specs.length} specs passed in ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
  await context.check(`${label} passes at least ${run.bar} specs`, () => {
    if (passed < run.bar) throw new Error(`${passed} passed, ${run.bar} were promised`);
  });
};
