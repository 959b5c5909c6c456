import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { connectCri } from "@crikit/cri-api/client";
import { type JudgeOptions, judge } from "@crikit/cri-runtime/conformance";
import { startContainerd } from "../containerd.ts";
import { startCrikit } from "../crikit.ts";
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

/** The suite of `@crikit/cri-runtime/conformance` over sockets. */
export const ring: Ring = {
  name: "suite",
  summary: "our own suite over sockets: crikit serve --adapter mock, and a real containerd",
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
    const folder = join(context.scratch, "containerd");
    mkdirSync(folder);
    const containerd = await startContainerd(folder);
    context.defer(containerd.stop);
    context.log(`containerd ${containerd.version} on ${containerd.endpoint}`);
    await judgeSocket(context, { name: "containerd", endpoint: containerd.endpoint }, { network: "NODE" });
  },
};
