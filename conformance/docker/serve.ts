import { createDockerRuntime, type DockerRuntimeOptions } from "@crikit/adapter-docker";
import { serveCri } from "@crikit/cri-api/server";
import { createCriService } from "@crikit/cri-runtime";
import { createStreamingServer } from "@crikit/streaming";

// Serves the adapter in a process of its own, so that the ring can end it with SIGKILL: serve.ts SOCKET '{"dockerEndpoint":…}'.
const [socket, optionsText = "{}"] = process.argv.slice(2);
const options: DockerRuntimeOptions = JSON.parse(optionsText);
const runtime = await createDockerRuntime(options);
const streaming = createStreamingServer(runtime);
await streaming.listen({ host: "127.0.0.1", port: 0 });
const service = createCriService(runtime, streaming, {
  onInternalError: ({ call, cause }) => console.error(`internal error in ${call}:`, cause),
});
const server = await serveCri(service, `unix://${socket}`);
console.log("serving");

// The ring asks what is in use: after a full collection, so that only what is held counts.
process.on("SIGUSR2", () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`heap ${heapUsed + external}`);
});

process.once("SIGTERM", async () => {
  await server.close();
  await streaming.close();
  await runtime.close();
  process.exit(0);
});
