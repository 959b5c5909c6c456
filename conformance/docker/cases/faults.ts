import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ContainerState, PodSandboxState } from "@crikit/cri-api";
import type { RingContext } from "../../ring.ts";
import { readEngineLog } from "../engine-log.ts";
import { serveEngineProxy } from "../engine-proxy.ts";
import type { LabEngine } from "../engines.ts";
import type { DockerLab } from "../lab.ts";
import { ensureImage, eventually, type RunningPod, removeAllPods, runPod, shellConfig } from "../pods.ts";
import { type Serving, serveAdapter } from "../serving.ts";
import { run } from "../shell.ts";

/** What the faults are tried on. */
export interface FaultsContext {
  readonly ring: RingContext;
  readonly lab: DockerLab;
  readonly podCount: number;
}

const talker = "i=0; while true; do echo line $i; i=$((i+1)); [ $((i % 7)) = 0 ] && echo error $i >&2; sleep 0.1; done";

const startPods = async (serving: Serving, folder: string, count: number): Promise<RunningPod[]> => {
  await ensureImage(serving.cri);
  const pods: RunningPod[] = [];
  const worker = async (): Promise<void> => {
    while (pods.length < count) {
      const place = pods.push({ podSandboxId: "", containerId: "", config: shellPlaceholder, logPath: "" }) - 1;
      pods[place] = await runPod(serving.cri, folder, shellConfig(talker));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return pods;
};

const shellPlaceholder = {} as RunningPod["config"];

const ourLog = async (path: string): Promise<{ stdout: string; stderr: string }> => {
  const text = { stdout: "", stderr: "" };
  for (const line of (await readFile(path, "utf8")).split("\n")) {
    const [, stream, tag, ...words] = line.split(" ");
    if (stream === "stdout" || stream === "stderr") text[stream] += words.join(" ") + (tag === "F" ? "\n" : "");
  }
  return text;
};

/** Ends the containers, and holds what was written against what the engine has stored. */
const checkLogs = async (serving: Serving, engine: LabEngine, pods: readonly RunningPod[]): Promise<void> => {
  for (const { containerId } of pods) await serving.cri.stopContainer({ containerId, timeout: 0n });
  for (const pod of pods) {
    await eventually(async () => {
      const ours = await ourLog(pod.logPath);
      const stored = await readEngineLog(engine.socket, pod.containerId);
      assert.ok(stored.stdout.length > 0, "the engine has stored nothing");
      assert.equal(ours.stdout, stored.stdout, `stdout of ${pod.logPath}`);
      assert.equal(ours.stderr, stored.stderr, `stderr of ${pod.logPath}`);
    }, 10_000);
  }
};

const statesOf = async (serving: Serving): Promise<Set<ContainerState>> =>
  new Set((await serving.cri.listContainers({ filter: undefined })).containers.map((one) => one.state));

const killEngine = async (context: FaultsContext, liveRestore: "on" | "off"): Promise<void> => {
  const { ring, lab, podCount } = context;
  const name = `fault-${liveRestore}`;
  const folder = join(ring.scratch, name);
  const first = await lab.startEngine({ release: "28.5", name, config: { "live-restore": liveRestore === "on" } });
  const serving = await serveAdapter({ engine: first, folder });
  let engine = first;
  await ring.check(
    `dockerd killed and started again with ${podCount} pods up, live-restore ${liveRestore}: state right in 5 s, logs whole`,
    async () => {
      const pods = await startPods(serving, folder, podCount);
      await sleep(1_500);
      await engine.kill();
      await eventually(async () => {
        const { status } = await serving.cri.status({ verbose: false });
        const ready = status?.conditions.find((one) => one.type === "RuntimeReady");
        assert.equal(ready?.status, false, "an engine that is away is not ready");
      });
      await sleep(1_500);
      engine = await engine.restart();
      const expected = liveRestore === "on" ? ContainerState.CONTAINER_RUNNING : ContainerState.CONTAINER_EXITED;
      await eventually(async () => assert.deepEqual(await statesOf(serving), new Set([expected])), 5_000);
      const { items } = await serving.cri.listPodSandbox({ filter: undefined });
      const ready = liveRestore === "on" ? PodSandboxState.SANDBOX_READY : PodSandboxState.SANDBOX_NOTREADY;
      assert.deepEqual(new Set(items.map((one) => one.state)), new Set([ready]));
      await sleep(1_500);
      await checkLogs(serving, engine, pods);
      await removeAllPods(serving.cri);
    },
  );
  await serving.stop();
  await engine.stop();
};

const killAdapter = async (context: FaultsContext, engine: LabEngine): Promise<void> => {
  const { ring, podCount } = context;
  const folder = join(ring.scratch, "fault-adapter");
  await ring.check(
    `the adapter killed with ${podCount} pods up: their states and logs go on where they stopped`,
    async () => {
      const first = await serveAdapter({ engine, folder });
      const pods = await startPods(first, folder, podCount);
      await sleep(1_500);
      const early = pods[0];
      await first.kill();
      await sleep(1_500);
      const second = await serveAdapter({ engine, folder });
      assert.deepEqual(await statesOf(second), new Set([ContainerState.CONTAINER_RUNNING]));
      if (early !== undefined) {
        const { exitCode } = await second.cri.execSync({ containerId: early.containerId, cmd: ["true"], timeout: 5n });
        assert.equal(exitCode, 0);
      }
      await sleep(1_500);
      await checkLogs(second, engine, pods);
      await removeAllPods(second.cri);
      assert.deepEqual(await readdir(join(folder, "root", "logs")).catch(() => []), [], "marks of logs are left");
      await second.stop();
    },
  );
};

const cutAndHang = async (context: FaultsContext, engine: LabEngine): Promise<void> => {
  const { ring } = context;
  const folder = join(ring.scratch, "fault-proxy");
  await mkdir(folder, { recursive: true });
  const proxy = await serveEngineProxy(engine.socket, join(folder, "proxy.sock"));
  const serving = await serveAdapter({ engine, folder, options: { dockerEndpoint: proxy.socket } });
  await ring.check("the stream of events cut: what happened meanwhile is known within 5 s", async () => {
    const [pod] = await startPods(serving, folder, 1);
    assert.ok(proxy.cut("/events") > 0);
    await run("curl", [
      "-sf",
      "--unix-socket",
      engine.socket,
      "-X",
      "POST",
      `http://engine/containers/${pod?.containerId}/kill`,
    ]);
    await eventually(
      async () => assert.deepEqual(await statesOf(serving), new Set([ContainerState.CONTAINER_EXITED])),
      5_000,
    );
    await removeAllPods(serving.cri);
  });
  await ring.check("the streams of logs cut: no line lost, none doubled", async () => {
    const pods = await startPods(serving, folder, 2);
    await sleep(1_000);
    assert.ok(proxy.cut("/attach") > 0);
    await sleep(2_000);
    proxy.cut("/logs");
    await sleep(2_000);
    await checkLogs(serving, engine, pods);
    await removeAllPods(serving.cri);
  });
  await ring.check(
    "an engine that hangs for 20 s: reads answer from memory, writes end at their deadline, all is right afterwards",
    async () => {
      const pods = await startPods(serving, folder, 2);
      proxy.hang();
      const startedAt = Date.now();
      await serving.cri.version({ version: "" });
      await serving.cri.listContainers({ filter: undefined });
      assert.ok(Date.now() - startedAt < 3_000, `reads took ${Date.now() - startedAt} ms`);
      const containerId = pods[0]?.containerId ?? "";
      const writeAt = Date.now();
      await assert.rejects(serving.cri.stopContainer({ containerId, timeout: 0n }, { timeoutMs: 2_000 }));
      assert.ok(Date.now() - writeAt < 5_000, "the deadline was not kept");
      await sleep(Math.max(0, 20_000 - (Date.now() - startedAt)));
      proxy.resume();
      await eventually(async () => {
        await serving.cri.stopContainer({ containerId, timeout: 0n });
        const { status } = await serving.cri.containerStatus({ containerId, verbose: false });
        assert.equal(status?.state, ContainerState.CONTAINER_EXITED);
      }, 5_000);
      await checkLogs(serving, engine, pods);
      await removeAllPods(serving.cri);
    },
  );
  await serving.stop();
  await proxy.close();
};

const fillDisk = async (context: FaultsContext, engine: LabEngine): Promise<void> => {
  const { ring } = context;
  const folder = join(ring.scratch, "fault-disk");
  const disk = join(folder, "disk");
  await mkdir(disk, { recursive: true });
  await run("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]);
  ring.defer(() => run("umount", ["-l", disk]).catch(() => {}));
  const serving = await serveAdapter({ engine, folder });
  await ring.check(
    "the disk of the logs full and freed again: nothing lost that Docker had stored, nothing doubled",
    async () => {
      await ensureImage(serving.cri);
      await writeFile(join(disk, "filler"), Buffer.alloc(6 * 1024 * 1024));
      const line =
        "i=0; while [ $i -lt 9000 ]; do echo line $i 0123456789012345678901234567890123456789012345678901234567890123456789 0123456789012345678901234567890123456789012345678901234567890123456789 0123456789012345678901234567890123456789012345678901234567890123456789 0123456789012345678901234567890123456789012345678901234567890123456789; i=$((i+1)); done; sleep 1000";
      const pod = await runPod(serving.cri, folder, shellConfig(line), { logDirectory: join(disk, "logs") });
      await sleep(4_000);
      await assert.rejects(writeFile(join(disk, "probe"), Buffer.alloc(64 * 1024)), /ENOSPC/);
      const { status } = await serving.cri.containerStatus({ containerId: pod.containerId, verbose: false });
      assert.equal(status?.state, ContainerState.CONTAINER_RUNNING);
      await rm(join(disk, "filler"));
      await rm(join(disk, "probe"), { force: true });
      await sleep(3_000);
      await checkLogs(serving, engine, [pod]);
      await removeAllPods(serving.cri);
    },
  );
  await serving.stop();
};

/** Breaks one thing after another with pods up. */
export const checkFaults = async (context: FaultsContext): Promise<void> => {
  await killEngine(context, "on");
  await killEngine(context, "off");
  const engine = await context.lab.startEngine({ release: "28.5", name: "faults" });
  await killAdapter(context, engine);
  await cutAndHang(context, engine);
  await fillDisk(context, engine);
  await engine.stop();
};
