import { join } from "node:path";
import { createMockRuntime } from "@crikit/adapter-mock";
import { createCriService } from "@crikit/cri-runtime";
import { runSequence } from "../../packages/adapter-mock/src/fixtures/model.ts";
import type { CriToolsVersion } from "../cri-tools.ts";
import { startCrikit } from "../crikit.ts";
import { runCritest } from "../docker/critest.ts";
import { runParallelClients } from "../mock/parallel-clients.ts";
import type { Ring, RingContext } from "../ring.ts";

/** Specs that have to pass: issue 6 asks for 70 of critest 1.36.0. */
const BARS: Readonly<Record<CriToolsVersion, number>> = { "1.36.0": 70, "1.26.1": 70 };
/** The one image that critest names by digest; the mock takes it as it is. */
const PUBLIC_DIGEST = "sha256:9700f9a2f5bf2c45f2f605a0bd3bce7cf37420ec9d3ed50ac2758413308766bf";

const serve = async (context: RingContext, name: string) => {
  const served = await startCrikit({
    socketPath: join(context.scratch, `${name}.sock`),
    args: ["serve", "--adapter", "mock"],
  });
  context.defer(() => served.stop());
  return served;
};

const runSuite = async (context: RingContext, version: CriToolsVersion): Promise<void> => {
  const served = await serve(context, `critest-${version}`);
  await runCritest(context, {
    version,
    socket: served.endpoint.replace("unix://", ""),
    label: `critest ${version}`,
    bar: BARS[version],
    imageDigest: PUBLIC_DIGEST,
    folder: join(context.scratch, `critest-${version}`),
  });
  await served.stop();
};

const noUrls = async (): Promise<never> => {
  throw new Error("there is no streaming server in this case");
};

const checkModel = async (context: RingContext): Promise<void> => {
  const count = context.quick ? 2_000 : 10_000;
  await context.check(`${count} random call sequences agree with the model`, async () => {
    await using runtime = createMockRuntime({ realSockets: false, pullMs: 0, recordedCalls: 10 });
    const service = createCriService(runtime, { exec: noUrls, attach: noUrls, portForward: noUrls });
    for (let seed = 1; seed <= count; seed++) await runSequence(service, { seed, length: 30 });
    const left = (await service.listPodSandbox({ filter: undefined })).items.length;
    if (left > 0) throw new Error(`${left} pod sandboxes are left`);
  });
};

const checkClients = async (context: RingContext): Promise<void> => {
  const durationMs = context.quick ? 10_000 : 60_000;
  const served = await serve(context, "clients");
  await context.check(`200 clients at once for ${durationMs / 1000} s: no rule broken, no event lost`, async () => {
    const result = await runParallelClients({ address: served.endpoint, clients: 200, durationMs });
    context.log(
      `200 clients: ${result.containers} containers lived, ${result.sequences} sequences, about ${result.calls} calls`,
    );
    if (result.containers === 0 || result.sequences === 0) throw new Error("nothing was done");
    if (result.broken.length > 0)
      throw new Error(`events of ${result.broken.length} containers are lost or out of order`);
  });
  await served.stop();
};

/** The mock runtime judged from outside. */
export const ring: Ring = {
  name: "mock",
  summary:
    "the mock runtime: critest 1.36.0 and 1.26.1 over its socket, random sequences against a model, 200 clients at once",
  run: async (context) => {
    await checkModel(context);
    await checkClients(context);
    await runSuite(context, "1.36.0");
    if (!context.quick) await runSuite(context, "1.26.1");
  },
};
