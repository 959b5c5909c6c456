import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CriConnection, connectCri } from "@crikit/cri-api/client";
import { startContainerd } from "../../conformance/containerd.ts";
import { buildCrictl } from "../../conformance/cri-tools.ts";
import { unpackEngine } from "../../conformance/docker/debian.ts";
import type { LabEngine } from "../../conformance/docker/engines.ts";
import { labObstacle, openLab } from "../../conformance/docker/lab.ts";
import { BUSYBOX, ensureImage, shellConfig } from "../../conformance/docker/pods.ts";
import { serveAdapter } from "../../conformance/docker/serving.ts";
import type { Benchmark, BenchmarkContext, Row } from "../benchmark.ts";
import { rowAgainst, rowAlone } from "../benchmark.ts";
import { callsPerSecond, type LoadTarget, medianMs, READ_CALLS, STATS_CALLS } from "../docker/latency.ts";
import { criLifeMs, engineLifeMs, engineStats, hostPod } from "../docker/lifecycle.ts";
import { type ExecCommand, measurePortForward, measureStdin, measureStdout } from "../docker/transfers.ts";

const megabytes = 512;
const rounds = 3;
const containerdName = "containerd 2.1.9";

interface Side {
  readonly target: LoadTarget;
  readonly socket: string;
}

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const best = async (measure: () => Promise<number>): Promise<number> => {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) rates.push(await measure());
  return middle(rates);
};

const runBenchPod = async (cri: CriConnection, folder: string, data: string, port: number): Promise<LoadTarget> => {
  const config = hostPod(folder);
  const { podSandboxId } = await cri.runPodSandbox({ config, runtimeHandler: "" });
  const container = shellConfig(`httpd -p ${port} -h /data; exec sleep 1000000`, {
    mounts: [{ hostPath: data, containerPath: "/data", readonly: true }],
  });
  const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
  await cri.startContainer({ containerId });
  return { cri, podSandboxId, containerId };
};

const compareCalls = async (ours: Side, peer: Side): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [name, call] of Object.entries({ ...READ_CALLS, ...STATS_CALLS })) {
    for (const side of [ours, peer]) await medianMs(() => call(side.target), 50);
    const one = await medianMs(() => call(ours.target), 300);
    const other = await medianMs(() => call(peer.target), 300);
    rows.push(
      rowAgainst({ name: `${name} p50`, unit: "ms", ours: one, peer: other, peerName: containerdName, bar: "<= 1" }),
    );
  }
  for (const [name, call] of Object.entries(READ_CALLS)) {
    const one = await callsPerSecond(() => call(ours.target), 16, 1_000);
    const other = await callsPerSecond(() => call(peer.target), 16, 1_000);
    rows.push(
      rowAgainst({
        name: `${name}, 16 at once`,
        unit: "1/s",
        ours: one,
        peer: other,
        peerName: containerdName,
        bar: ">= 1",
      }),
    );
  }
  return rows;
};

const compareLives = async (ours: Side, peer: Side, engine: LabEngine, folder: string): Promise<Row[]> => {
  const times = { ours: [] as number[], containerd: [] as number[], engine: [] as number[] };
  const images = { sandbox: "registry.k8s.io/pause:3.9", container: BUSYBOX };
  for (let round = 0; round < 8; round++) {
    times.engine.push(await engineLifeMs(engine.socket, images));
    times.ours.push(await criLifeMs(ours.target.cri, folder));
    times.containerd.push(await criLifeMs(peer.target.cri, folder));
  }
  const name = "pod and container, whole life";
  const mine = middle(times.ours);
  return [
    rowAgainst({
      name,
      unit: "ms",
      ours: mine,
      peer: middle(times.engine),
      peerName: "the Engine API alone",
      bar: "<= 1.1",
    }),
    rowAgainst({ name, unit: "ms", ours: mine, peer: middle(times.containerd), peerName: containerdName }),
  ];
};

const compareTransfers = async (
  sides: { readonly ours: Side; readonly peer: Side },
  engine: LabEngine,
  file: DataFile,
): Promise<Row[]> => {
  const crictl = buildCrictl("1.36.0");
  const execOf = ({ socket, target }: Side): ExecCommand => ({
    program: crictl,
    words: ["-c", file.crictlConfig, "-r", `unix://${socket}`, "exec"],
    containerId: target.containerId,
  });
  const [one, other] = [execOf(sides.ours), execOf(sides.peer)];
  const docker: ExecCommand = {
    program: "docker",
    words: ["-H", `unix://${engine.socket}`, "exec"],
    containerId: one.containerId,
  };
  const forward = (side: Side, port: number) =>
    measurePortForward(execOf(side), {
      podSandboxId: side.target.podSandboxId,
      port,
      path: "/data.bin",
      bytes: file.bytes,
    });
  const rows: Row[] = [];
  const add = async (
    name: string,
    bar: string,
    measure: readonly [() => Promise<number>, () => Promise<number>, (() => Promise<number>)?],
  ) => {
    const mine = await best(measure[0]);
    rows.push(
      rowAgainst({ name, unit: "MiB/s", ours: mine, peer: await best(measure[1]), peerName: containerdName, bar }),
    );
    if (measure[2] !== undefined)
      rows.push(rowAgainst({ name, unit: "MiB/s", ours: mine, peer: await best(measure[2]), peerName: "docker CLI" }));
  };
  await add("crictl exec, stdout", ">= 0.8", [
    () => measureStdout(one, megabytes),
    () => measureStdout(other, megabytes),
    () => measureStdout(docker, megabytes),
  ]);
  await add("crictl exec, stdin to md5sum", ">= 0.9", [
    () => measureStdin(one, file),
    () => measureStdin(other, file),
    () => measureStdin(docker, file),
  ]);
  await add("crictl port-forward", ">= 0.9", [() => forward(sides.ours, 18080), () => forward(sides.peer, 18081)]);
  return rows;
};

const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** What statistics of 50 containers cost dockerd when each is asked for, and when the adapter is. */
const compareStatsCost = async (ours: Side, engine: LabEngine, folder: string): Promise<Row[]> => {
  const { cri, podSandboxId } = ours.target;
  const config = hostPod(folder);
  const ids: string[] = [];
  for (let index = 0; index < 50; index++) {
    const container = shellConfig("", {
      command: ["sleep", "100000"],
      metadata: { name: `s${index}`, attempt: 0 },
      logPath: "",
    });
    const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
    await cri.startContainer({ containerId });
    ids.push(containerId);
  }
  const measure = async (ask: () => Promise<unknown>): Promise<number> => {
    const before = cpuSeconds(engine.pid);
    for (let turn = 0; turn < 10; turn++) {
      await ask();
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    return cpuSeconds(engine.pid) - before;
  };
  const polled = await measure(() => Promise.all(ids.map((id) => engineStats(engine.socket, id))));
  const asked = await measure(() => cri.listContainerStats({ filter: undefined }));
  for (const containerId of ids) await cri.removeContainer({ containerId });
  return [
    rowAgainst({
      name: "dockerd's processor time for statistics of 50 containers, 10 times",
      unit: "s",
      ours: asked,
      peer: Math.max(polled, 0.01),
      peerName: "asking for each",
      bar: "<= 0.25",
    }),
  ];
};

interface DataFile {
  readonly path: string;
  readonly bytes: number;
  readonly md5: string;
  readonly crictlConfig: string;
}

const makeData = async (folder: string): Promise<DataFile> => {
  await mkdir(folder, { recursive: true });
  const block = randomBytes(1024 * 1024);
  const data = Buffer.concat(Array.from({ length: megabytes }, () => block));
  const path = join(folder, "data.bin");
  await writeFile(path, data);
  const crictlConfig = join(folder, "crictl.yaml");
  await writeFile(crictlConfig, "timeout: 30\n");
  return { path, bytes: data.length, md5: createHash("md5").update(data).digest("hex"), crictlConfig };
};

const runAll = async (context: BenchmarkContext): Promise<Row[]> => {
  const obstacle = labObstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  const folder = context.scratch;
  const lab = await openLab({ folder, defer: context.defer, log: context.log });
  const engine = await lab.startEngine({ release: "28.5" });
  const serving = await serveAdapter({ engine, folder: join(folder, "ours") });
  context.defer(() => serving.stop());
  const programs = await unpackEngine(
    join(import.meta.dirname, "..", "..", ".cache", "docker-lab", "engine-28.5"),
    "sid",
  );
  const containerd = await startContainerd(join(folder, "containerd"), { programs });
  context.defer(() => containerd.stop());
  const file = await makeData(join(folder, "data"));
  await ensureImage(serving.cri);
  const ours: Side = {
    socket: serving.socket,
    target: await runBenchPod(serving.cri, folder, join(folder, "data"), 18080),
  };
  const peerCri = await connectCri(containerd.endpoint);
  context.defer(() => peerCri[Symbol.asyncDispose]());
  const peer: Side = {
    socket: containerd.socketPath,
    target: await runBenchPod(peerCri, folder, join(folder, "data"), 18081),
  };
  const rows = [
    ...(await compareCalls(ours, peer)),
    ...(await compareLives(ours, peer, engine, folder)),
    ...(await compareTransfers({ ours, peer }, engine, file)),
    ...(await compareStatsCost(ours, engine, folder)),
    rowAlone({ name: "memory of the adapter after all that", unit: "MB", ours: serving.residentKb() / 1024 }),
  ];
  for (const side of [ours, peer]) await side.target.cri.removePodSandbox({ podSandboxId: side.target.podSandboxId });
  return rows;
};

/** The Docker adapter beside containerd's CRI, the docker command and the Engine API alone. */
export const benchmark: Benchmark = {
  name: "docker",
  summary: "the Docker adapter on Docker 28.5 beside containerd 2.1.9, the docker CLI and the Engine API",
  run: runAll,
};
