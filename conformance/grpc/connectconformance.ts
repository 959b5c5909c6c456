import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildGo } from "../go.ts";
import type { RingContext } from "../ring.ts";
import { runBeside, tsCommand } from "./process.ts";
import { compileProtos } from "./protos.ts";

const MODULE = "connectrpc.com/conformance";
const here = import.meta.dirname;

/** A run of connectconformance against one of our two programs. */
export interface ConformanceRun {
  readonly mode: "server" | "client";
  readonly isTls: boolean;
  /** How many cases there have to be: fewer would be a hole in the run. */
  readonly cases: number;
  /** The server answers compressed wherever the client takes it. */
  readonly isGzipped?: boolean;
}

const configOf = (isTls: boolean): string => `features:
  versions: [HTTP_VERSION_2]
  protocols: [PROTOCOL_GRPC]
  codecs: [CODEC_PROTO]
  compressions: [COMPRESSION_IDENTITY, COMPRESSION_GZIP]
  supportsH2c: ${!isTls}
  supportsTls: ${isTls}
  supportsTlsClientCerts: ${isTls}
  supportsTrailers: true
  supportsMessageReceiveLimit: true
`;

const moduleFolder = (): string => {
  const cwd = join(here, "..", "clients", "grpc");
  const run = spawnSync("go", ["mod", "download", "-json", MODULE], { cwd, encoding: "utf8" });
  const { Dir }: { readonly Dir?: string } = JSON.parse(run.stdout || "{}");
  if (Dir === undefined) throw new Error(`go could not fetch ${MODULE}: ${run.stderr}${run.stdout}`);
  return Dir;
};

/** Runs connectconformance and reports each of its cases as one of the ring. */
export const runConnectConformance = async (context: RingContext, run: ConformanceRun): Promise<void> => {
  const { mode, isTls, cases, isGzipped = false } = run;
  const title = `connectconformance ${mode}${isTls ? " tls" : " h2c"}${isGzipped ? " gzip answers" : ""}`;
  const runner = buildGo({ module: "grpc", package: `${MODULE}/cmd/connectconformance`, output: "connectconformance" });
  const protos = compileProtos(moduleFolder());
  const config = join(context.scratch, `${mode}-${isTls}.yaml`);
  writeFileSync(config, configOf(isTls));
  const command = tsCommand(join(here, `${mode}-under-test.ts`), protos, ...(isGzipped ? ["--gzip"] : []));
  const args = ["--mode", mode, "--vv", "--conf", config, "--", ...command];
  const { output } = await runBeside(runner, args, { signal: context.signal, timeoutMs: 240_000 });
  const names = new Set([...output.matchAll(/^Sending request for "(.+)"/gm)].map((match) => match[1] ?? ""));
  const failures = new Map(
    [...output.matchAll(/^FAILED: (.+):\n((?:\t.*\n)*)/gm)].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]),
  );
  for (const name of new Set([...names, ...failures.keys()])) {
    const failure = failures.get(name);
    if (failure === undefined) context.pass(`${title}: ${name}`);
    else context.fail(`${title}: ${name}`, failure);
  }
  const summary = /^(\d+) passed, (\d+) failed/m.exec(output);
  await context.check(`${title}: all ${cases} cases were run`, () => {
    if (Number(summary?.[1]) + Number(summary?.[2]) !== cases || names.size !== cases)
      throw new Error(`${names.size} cases were begun, the runner says: ${summary?.[0] ?? output.slice(-1000)}`);
  });
};
