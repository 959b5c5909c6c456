import { join } from "node:path";
import { buildCritest } from "../cri-tools.ts";
import { checkAdoption, checkChurn } from "../docker/cases/adoption.ts";
import { checkFaults } from "../docker/cases/faults.ts";
import { checkExec, checkImages, checkLifecycle, checkLogs, checkStats } from "../docker/cases/parts.ts";
import { runCritest } from "../docker/critest.ts";
import type { EngineRelease, LabEngine } from "../docker/engines.ts";
import { type DockerLab, labObstacle, openLab } from "../docker/lab.ts";
import { removeAllPods } from "../docker/pods.ts";
import { type Serving, serveAdapter } from "../docker/serving.ts";
import type { Ring, RingContext } from "../ring.ts";

interface Bench {
  readonly lab: DockerLab;
  readonly digest: string;
}

const serve = async (context: RingContext, engine: LabEngine, name: string): Promise<Serving> => {
  const options = { imagePullProgressMs: 4_000 };
  return serveAdapter({ engine, folder: join(context.scratch, name), options });
};

const checkParts = async (context: RingContext, serving: Serving, release: string): Promise<void> => {
  const parts = {
    ring: context,
    serving,
    label: `Docker ${release}`,
    folder: join(context.scratch, `pods-${release}`),
  };
  for (const check of [checkLifecycle, checkExec, checkLogs, checkStats, checkImages, checkAdoption]) {
    await check(parts);
    await removeAllPods(serving.cri);
  }
};

const runEngine = async (
  context: RingContext,
  bench: Bench,
  run: { readonly release: EngineRelease; readonly critest: Readonly<Record<string, number>> },
): Promise<void> => {
  const { release } = run;
  const engine = await bench.lab.startEngine({ release });
  const serving = await serve(context, engine, `serve-${release}`);
  try {
    await checkParts(context, serving, release);
    const parts = {
      ring: context,
      serving,
      label: `Docker ${release}`,
      folder: join(context.scratch, `churn-${release}`),
    };
    if (release === "28.5") await checkChurn(parts, context.quick ? 40 : 1_000);
    for (const version of ["1.36.0", "1.26.1"] as const) {
      const bar = run.critest[version];
      if (bar === undefined) continue;
      const label = `critest ${version} on ${release}`;
      const folder = join(context.scratch, `critest-${version}-${release}`);
      await runCritest(context, { version, socket: serving.socket, label, bar, imageDigest: bench.digest, folder });
    }
  } finally {
    await serving.stop();
    await engine.stop();
  }
};

const runStock = async (context: RingContext, bench: Bench): Promise<void> => {
  const engine = await bench.lab.startEngine({ release: "20.10", name: "stock", plainRuntime: true });
  const serving = await serve(context, engine, "serve-stock");
  const label = "critest 1.26.1 on 20.10 with the machine's own runc";
  const folder = join(context.scratch, "critest-stock");
  try {
    await runCritest(context, {
      version: "1.26.1",
      socket: serving.socket,
      label,
      bar: 70,
      imageDigest: bench.digest,
      folder,
    });
  } finally {
    await serving.stop();
    await engine.stop();
  }
};

/** The Docker adapter against real engines and critest. */
export const ring: Ring = {
  name: "docker",
  summary:
    "the Docker adapter on Docker 20.10, 26.1 and 28.5: critest 1.36.0 and 1.26.1, lifecycle, exec, logs, stats, images, faults",
  run: async (context) => {
    const obstacle = labObstacle();
    if (obstacle !== undefined) return context.skip("the Docker adapter on real engines", obstacle);
    buildCritest("1.36.0");
    const lab = await openLab({ folder: context.scratch, defer: context.defer, log: context.log });
    const digest = lab.store.tags.get("k8s-staging-cri-tools/test-image-digest:latest") ?? "";
    const bench = { lab, digest };
    await runEngine(context, bench, {
      release: "20.10",
      critest: context.quick ? { "1.36.0": 98 } : { "1.36.0": 98, "1.26.1": 80 },
    });
    await runEngine(context, bench, { release: "26.1", critest: {} });
    await runEngine(context, bench, { release: "28.5", critest: context.quick ? {} : { "1.36.0": 102 } });
    await checkFaults({ ring: context, lab, podCount: context.quick ? 5 : 50 });
    if (!context.quick) await runStock(context, bench);
  },
};
