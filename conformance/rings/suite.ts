import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { connectCri } from "@crikit/cri-api/client";
import { type JudgeOptions, judge } from "@crikit/cri-runtime/conformance";
import { startContainerd } from "../containerd.ts";
import { startCrikit } from "../crikit.ts";
import { unpackEngine } from "../docker/debian.ts";
import { openLab } from "../docker/lab.ts";
import { serveAdapter } from "../docker/serving.ts";
import type { Ring, RingContext } from "../ring.ts";

/** Holds what answers on a socket to the suite; a case's name begins with the runtime's. */
const judgeSocket = async (
  context: RingContext,
  runtime: { readonly name: string; readonly endpoint: string },
  options: Omit<JudgeOptions, "connect" | "assert">,
): Promise<void> => {
  const sharedFolder = join(context.scratch, `${runtime.name}-shared`);
  mkdirSync(sharedFolder);
  // Without the kubelet's client rules: the server is judged, not what the client would make of it.
  const service = connectCri(runtime.endpoint, { clientRules: false });
  context.defer(() => service[Symbol.asyncDispose]());
  const results = judge({ connect: () => service, assert, sharedFolder, signal: context.signal, ...options });
  for await (const { area, name, outcome, detail } of results) {
    const title = `${runtime.name}: ${area}: ${name}`;
    if (outcome === "passed") context.pass(title);
    else if (outcome === "failed") context.fail(title, detail);
    else context.skip(title, detail);
  }
};

/** Starts a containerd and holds it to the suite as `containerd MAJOR.MINOR`. */
const judgeContainerd = async (context: RingContext, options: { readonly programs?: string }): Promise<void> => {
  const folder = mkdtempSync(join(context.scratch, "containerd-"));
  const containerd = await startContainerd(folder, options);
  context.defer(containerd.stop);
  context.log(`containerd ${containerd.version} on ${containerd.endpoint}`);
  const release = containerd.version.split(".").slice(0, 2).join(".");
  await judgeSocket(
    context,
    { name: `containerd ${release}`, endpoint: containerd.endpoint },
    // Without a CNI configuration pods have the host's network alone.
    { network: "NODE" },
  );
};

/** Holds our adapter on a Docker Engine of the lab's to the suite. */
const judgeDocker = async (context: RingContext): Promise<void> => {
  const lab = await openLab({ folder: context.scratch, defer: context.defer, log: context.log });
  const engine = await lab.startEngine({ release: "28.5" });
  const serving = await serveAdapter({ engine, folder: join(context.scratch, "docker") });
  context.defer(() => serving.stop());
  await judgeSocket(
    context,
    { name: "docker", endpoint: `unix://${serving.socket}` },
    { removableImage: "gcr.io/k8s-staging-cri-tools/test-image-1" },
  );
};

/** The suite of `@crikit/cri-runtime/conformance` over sockets. */
export const ring: Ring = {
  name: "suite",
  summary:
    "our own suite over sockets: the mock and a real containerd 1.6; not quick, containerd 2.1 and our adapter on Docker too",
  run: async (context) => {
    const served = await startCrikit({
      socketPath: join(context.scratch, "crikit.sock"),
      args: ["serve", "--adapter", "mock"],
    });
    context.defer(() => served.stop());
    await judgeSocket(
      context,
      { name: "mock", endpoint: served.endpoint },
      { removableImage: "registry.k8s.io/conformance/removable:1" },
    );
    await judgeContainerd(context, {});
    if (context.quick) return;
    const programs = await unpackEngine(join(import.meta.dirname, "../../.cache/docker-lab/engine-28.5"), "sid");
    await judgeContainerd(context, { programs });
    await judgeDocker(context);
  },
};
