import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type CriService, ImageServiceDefinition, RuntimeServiceDefinition } from "@crikit/cri-api";
import { serveCri } from "@crikit/cri-api/server";
import { startCrikit } from "../crikit.ts";
import { buildGo } from "../go.ts";
import type { Ring } from "../ring.ts";

/** What the Go client says of a step. */
interface Step {
  readonly step: string;
  readonly error: string;
  readonly output: string;
}

/** A service that answers empty messages and notes which calls came. */
const createNotingService = (seen: Set<string>): CriService => {
  const methods = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };
  const calls = Object.entries(methods).map(([name, { name: rpc, responseType, responseStream }]) => {
    const unary = async () => {
      seen.add(rpc);
      return responseType.create();
    };
    const stream = async function* () {
      yield await unary();
    };
    return [name, responseStream ? stream : unary];
  });
  return Object.fromEntries(calls);
};

const POD_OUTPUTS: Readonly<Record<string, string>> = {
  Version: "v1alpha2",
  ContainerStatus: "CONTAINER_RUNNING",
  ExecSync: "grüß dich\n",
  ListContainers: "1",
  ListPodSandbox: "0",
};

export const ring: Ring = {
  name: "v1alpha2",
  summary: "the runtime.v1alpha2 client of Kubernetes 1.20 (k8s.io/cri-api 0.20, grpc-go 1.27) against our sockets",
  run: async (context) => {
    const client = buildGo({ module: "cri-v1alpha2", package: "./every-call", output: "v1alpha2-client" });
    const run = async (mode: "calls" | "pod", endpoint: string): Promise<Step[]> => {
      const { stdout } = await promisify(execFile)(client, [mode, endpoint], { timeout: 60_000 });
      return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    };

    const seen = new Set<string>();
    const endpoint = `unix://${join(context.scratch, "calls.sock")}`;
    const server = await serveCri(createNotingService(seen), endpoint);
    context.defer(() => server.close());
    const calls = await run("calls", endpoint);
    await context.check("it has the 27 calls of Kubernetes 1.20", () => assert.equal(calls.length, 27));
    for (const { step, error } of calls) {
      await context.check(`${step} reaches the implementation of v1`, () => {
        assert.equal(error, "");
        assert.ok(seen.has(step), "the service never saw it");
      });
    }
    await context.check("turned off, it is Unimplemented", async () => {
      const off = `unix://${join(context.scratch, "off.sock")}`;
      await using _server = await serveCri(createNotingService(new Set()), off, { v1alpha2: false });
      for (const { error } of await run("calls", off))
        assert.match(error, /Unimplemented desc = unknown service runtime\.v1alpha2\./);
    });

    const socketPath = join(context.scratch, "pod.sock");
    const served = await startCrikit({ socketPath, args: ["serve", "--adapter", "mock"] });
    context.defer(() => served.stop());
    for (const { step, error, output } of await run("pod", served.endpoint)) {
      await context.check(`a pod's life on crikit serve: ${step}`, () => {
        assert.equal(error, "");
        assert.equal(output, POD_OUTPUTS[step] ?? "");
      });
    }
  },
};
