import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCriService } from "@crikit/cri-runtime";
import { runConformance } from "@crikit/cri-runtime/conformance";
import { afterAll, test } from "@jest/globals";
import { createMockRuntime } from "./mock-runtime.ts";

const runtime = createMockRuntime({ realSockets: false });
const sharedFolder = mkdtempSync(join(tmpdir(), "crikit-mock-conformance-"));

afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  rmSync(sharedFolder, { recursive: true });
});

let sessions = 0;
const sessionUrl = async () => ({ url: `http://127.0.0.1:1/${++sessions}` });

runConformance({
  test,
  assert,
  connect: () => createCriService(runtime, { exec: sessionUrl, attach: sessionUrl, portForward: sessionUrl }),
  sharedFolder,
  removableImage: "registry.k8s.io/conformance/removable:1",
});
