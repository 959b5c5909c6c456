import assert from "node:assert/strict";
import { join } from "node:path";
import { buildGo } from "../go.ts";
import type { RingContext } from "../ring.ts";
import { runBeside, startBeside, tsCommand } from "./process.ts";

/** grpcurl on a server with health and reflection. */
export const runGrpcurl = async (context: RingContext): Promise<void> => {
  const grpcurl = buildGo({
    module: "grpc",
    package: "github.com/fullstorydev/grpcurl/cmd/grpcurl",
    output: "grpcurl",
  });
  const path = join(context.scratch, "grpcurl.sock");
  await startBeside(context, tsCommand(join(import.meta.dirname, "echo-server.ts"), path)).line(/ready/);
  const run = async (...args: string[]): Promise<string> => {
    const all = ["-plaintext", "-unix", ...args];
    return (await runBeside(grpcurl, all, { signal: context.signal, timeoutMs: 20_000 })).output;
  };
  await context.check("grpcurl list", async () => {
    const services = (await run(path, "list")).trim().split("\n");
    assert.deepEqual(services, [
      "crikit.interop.v1.Echo",
      "grpc.health.v1.Health",
      "grpc.reflection.v1.ServerReflection",
      "grpc.reflection.v1alpha.ServerReflection",
    ]);
  });
  await context.check("grpcurl describe, of a call", async () =>
    assert.match(await run(path, "describe", "runtime.v1.RuntimeService.Version"), /rpc Version/),
  );
  await context.check("grpcurl describe, of a message", async () =>
    assert.match(await run(path, "describe", "runtime.v1.ContainerStatus"), /string image_ref/),
  );
  await context.check("grpcurl describe, of nothing", async () =>
    assert.match(await run(path, "describe", "runtime.v1.Nope"), /Symbol not found: runtime.v1.Nope/),
  );
  await context.check("grpcurl calls the health service", async () =>
    assert.match(await run(path, "grpc.health.v1.Health/Check"), /"status": "SERVING"/),
  );
  await context.check("grpcurl asks for the health of an unknown service", async () =>
    assert.match(await run("-d", '{"service":"x"}', path, "grpc.health.v1.Health/Check"), /NotFound/),
  );
};
