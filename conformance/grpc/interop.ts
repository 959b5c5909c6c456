import { join } from "node:path";
import { createChannel, createGrpcClient } from "@crikit/grpc";
import { ECHO_CHECKS } from "../../packages/grpc/src/testing/drive-echo.ts";
import { EchoDefinition } from "../../packages/grpc/src/testing/echo.ts";
import { buildGo } from "../go.ts";
import type { RingContext } from "../ring.ts";
import { runBeside, startBeside, tsCommand } from "./process.ts";

const CASE_MS = 20_000;

const within = async (check: Promise<void>): Promise<void> => {
  const timeout = AbortSignal.timeout(CASE_MS);
  await Promise.race([
    check,
    new Promise<never>((_, reject) => {
      timeout.addEventListener("abort", () => reject(new Error(`it did not end within ${CASE_MS} ms`)));
    }),
  ]);
};

/** Our client against a server that answers the echo service. */
const driveServer = async (context: RingContext, title: string, path: string): Promise<void> => {
  const channel = createChannel(path);
  context.defer(() => channel.close({ drainMs: 0 }));
  const client = createGrpcClient(EchoDefinition, channel);
  for (const [name, check] of Object.entries(ECHO_CHECKS))
    await context.check(`our client, ${title}: ${name}`, () => within(check(client)));
};

/** grpc-go against us in both directions: every kind of call, errors, deadlines, cancellation, 15 and 17 MiB, `:authority` of each kind. */
export const runInteropWithGo = async (context: RingContext): Promise<void> => {
  const go = buildGo({ module: "grpc", package: "./interop", output: "grpc-interop" });
  const theirs = join(context.scratch, "go.sock");
  await startBeside(context, [go, "serve", theirs]).line(/ready/);
  await driveServer(context, "grpc-go 1.84.0 server", theirs);
  for (const compression of ["identity", "gzip"]) {
    const ours = join(context.scratch, `ours-${compression}.sock`);
    const program = join(import.meta.dirname, "echo-server.ts");
    await startBeside(context, tsCommand(program, ours, compression)).line(/ready/);
    const { output } = await runBeside(go, ["drive", ours], { signal: context.signal, timeoutMs: 90_000 });
    const title = `grpc-go 1.84.0 client, our server (${compression})`;
    const cases = [...output.matchAll(/^(ok|FAIL) (.+)$/gm)];
    for (const [, verdict, name = ""] of cases) {
      if (verdict === "ok") context.pass(`${title}: ${name}`);
      else context.fail(`${title}: ${name.split(":")[0]}`, name);
    }
    await context.check(`${title}: all 20 cases were run`, () => {
      if (cases.length !== 20) throw new Error(output.slice(-1000));
    });
  }
};
