import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMockRuntime } from "@crikit/adapter-mock";
import { serveCri } from "@crikit/cri-api/server";
import { createCriService } from "@crikit/cri-runtime";
import { announce, parseServerArguments } from "../rpc/servers/arguments.ts";
import { pullBenchImage, runBenchPod } from "./pods.ts";

const CONTAINERS_PER_POD = 2;

const settings = parseServerArguments();
const logDirectory = mkdtempSync(join(tmpdir(), "crikit-bench-"));
process.on("exit", () => rmSync(logDirectory, { recursive: true, force: true }));

const noUrl = async (): Promise<never> => {
  throw new Error("the benchmark opens no sessions");
};

const service = createCriService(createMockRuntime({ seed: "bench" }), {
  exec: noUrl,
  attach: noUrl,
  portForward: noUrl,
});
await pullBenchImage(service);
const containerIds: string[] = [];
for (let number = 0; containerIds.length < settings.containers; number++) {
  containerIds.push(...(await runBenchPod(service, { number, containers: CONTAINERS_PER_POD, logDirectory })));
}

let lists = 0;

/** Changes the next few containers, each by a real call. */
const change = async (): Promise<void> => {
  lists++;
  for (let index = 0; index < settings.changing; index++) {
    const containerId = containerIds[(lists * settings.changing + index) % containerIds.length] ?? "";
    const annotations = { "io.kubernetes.container.restartCount": String((lists % 9) + 1) };
    await service.updateContainerResources({ containerId, linux: undefined, windows: undefined, annotations });
  }
};

const listContainers: typeof service.listContainers = async (request, call) => {
  await change();
  return await service.listContainers(request, call);
};

await serveCri(settings.changing === 0 ? service : { ...service, listContainers }, `unix://${settings.socket}`);
announce("crikit mock");
