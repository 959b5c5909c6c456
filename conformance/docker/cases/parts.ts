import assert from "node:assert/strict";
import { readFile, rename } from "node:fs/promises";
import { request } from "node:http";
import {
  type ContainerEventResponse,
  ContainerEventType,
  ContainerState,
  isCriError,
  PodSandboxState,
} from "@crikit/cri-api";
import type { RingContext } from "../../ring.ts";
import { BUSYBOX, ensureImage, eventually, podConfig, removePod, runPod, shellConfig } from "../pods.ts";
import type { Serving } from "../serving.ts";

/** What the cases of one engine work with. */
export interface PartsContext {
  readonly ring: RingContext;
  readonly serving: Serving;
  readonly label: string;
  readonly folder: string;
}

// Each assert.ok has its text: without one Node parses this file to make it, seconds for each try of `eventually`.
const logTexts = async (path: string): Promise<string[]> =>
  (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.split(" ").slice(1).join(" "));

/** The life of a pod and a container: every write is seen by the next read. */
export const checkLifecycle = async ({ ring, serving, label, folder }: PartsContext): Promise<void> => {
  const { cri } = serving;
  await ring.check(`${label}: a pod and a container live through every state, each seen by the next read`, async () => {
    await ensureImage(cri);
    const config = podConfig(folder);
    const { podSandboxId } = await cri.runPodSandbox({ config, runtimeHandler: "" });
    const { items } = await cri.listPodSandbox({ filter: undefined });
    assert.equal(items.find((one) => one.id === podSandboxId)?.state, PodSandboxState.SANDBOX_READY);
    const { status } = await cri.podSandboxStatus({ podSandboxId, verbose: false });
    assert.match(status?.network?.ip ?? "", /^\d+\.\d+\.\d+\.\d+$/);
    const container = shellConfig("exit 3");
    const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
    const stateOf = async () => (await cri.containerStatus({ containerId, verbose: false })).status;
    assert.equal((await stateOf())?.state, ContainerState.CONTAINER_CREATED);
    await cri.startContainer({ containerId });
    const ended = await eventually(async () => {
      const now = await stateOf();
      assert.equal(now?.state, ContainerState.CONTAINER_EXITED);
      return now;
    });
    assert.deepEqual([ended?.exitCode, ended?.reason], [3, "Error"]);
    await cri.removeContainer({ containerId });
    assert.equal(
      (await cri.listContainers({ filter: undefined })).containers.some((one) => one.id === containerId),
      false,
    );
    await assert.rejects(stateOf, (error) => isCriError(error, "NotFound"));
    await removePod(cri, podSandboxId);
    await cri.removePodSandbox({ podSandboxId });
  });
  await ring.check(`${label}: an executable that is missing is said so, and the container has ended`, async () => {
    const config = podConfig(folder);
    const { podSandboxId } = await cri.runPodSandbox({ config, runtimeHandler: "" });
    const container = shellConfig("", { command: ["no-such-program"] });
    const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
    await assert.rejects(cri.startContainer({ containerId }), /executable file not found in \$PATH/);
    const { status } = await cri.containerStatus({ containerId, verbose: false });
    assert.deepEqual([status?.state, status?.reason], [ContainerState.CONTAINER_EXITED, "ContainerCannotRun"]);
    await removePod(cri, podSandboxId);
  });
  await ring.check(`${label}: events tell of a container's whole life in order`, async () => {
    const stop = new AbortController();
    const seen: ContainerEventResponse[] = [];
    const reading = (async () => {
      for await (const event of cri.getContainerEvents({}, { signal: stop.signal })) seen.push(event);
    })().catch(() => {});
    await eventually(async () => assert.notEqual((await cri.version({ version: "" })).version, ""));
    const pod = await runPod(cri, folder, shellConfig("true"));
    const typesOf = (id: string) =>
      seen.filter((event) => event.containerId === id).map((event) => event.containerEventType);
    const { CONTAINER_CREATED_EVENT, CONTAINER_STARTED_EVENT, CONTAINER_STOPPED_EVENT, CONTAINER_DELETED_EVENT } =
      ContainerEventType;
    const whole = [CONTAINER_CREATED_EVENT, CONTAINER_STARTED_EVENT, CONTAINER_STOPPED_EVENT];
    await eventually(() => assert.deepEqual(typesOf(pod.containerId), whole));
    await removePod(cri, pod.podSandboxId);
    await eventually(() => assert.deepEqual(typesOf(pod.podSandboxId), [...whole, CONTAINER_DELETED_EVENT]));
    assert.ok(
      seen.every((event) => event.podSandboxStatus !== undefined && event.createdAt > 0n),
      "an event without its pod",
    );
    stop.abort();
    await reading;
  });
  await ring.check(`${label}: a container that is removed behind our back is gone here within a second`, async () => {
    const pod = await runPod(cri, folder, shellConfig("sleep 1000"));
    await removeBehind(serving, pod.containerId);
    await eventually(async () => {
      const { containers } = await cri.listContainers({ filter: undefined });
      assert.equal(
        containers.some((one) => one.id === pod.containerId),
        false,
      );
    }, 1_000);
    await removePod(cri, pod.podSandboxId);
  });
};

const removeBehind = async (serving: Serving, containerId: string): Promise<void> => {
  const socketPath = serving.engineSocket;
  await new Promise<void>((resolve, reject) => {
    const asked = request({ socketPath, method: "DELETE", path: `/containers/${containerId}?force=1` }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve());
    });
    asked.on("error", reject);
    asked.end();
  });
};

/** ExecSync: exit codes, both outputs, and a timeout that ends the process and its children. */
export const checkExec = async ({ ring, serving, label, folder }: PartsContext): Promise<void> => {
  const { cri } = serving;
  const pod = await runPod(cri, folder, shellConfig("sleep 100000"));
  const { containerId } = pod;
  const exec = (line: string, seconds = 10n) =>
    cri.execSync({ containerId, cmd: ["sh", "-c", line], timeout: seconds });
  await ring.check(`${label}: ExecSync gives both outputs and the exit code`, async () => {
    const { stdout, stderr, exitCode } = await exec("echo out; echo err >&2; exit 7");
    assert.deepEqual([stdout.toString(), stderr.toString(), exitCode], ["out\n", "err\n", 7]);
  });
  await ring.check(`${label}: a timeout ends the process and its children`, async () => {
    await assert.rejects(exec("sleep 4321 & sleep 4321", 1n), (error) => isCriError(error, "DeadlineExceeded"));
    await eventually(async () => assert.equal((await exec("pgrep -f 'sleep 432[1]' || true")).stdout.toString(), ""));
  });
  await ring.check(`${label}: 8 MiB of output arrive whole`, async () => {
    const { stdout } = await exec("dd if=/dev/zero bs=1M count=8 2>/dev/null", 60n);
    assert.equal(stdout.length, 8 * 1024 * 1024);
  });
  await removePod(cri, pod.podSandboxId);
};

/** Logs: CRI format, both streams, long lines in pieces, rotation, complete when the end is reported. */
export const checkLogs = async ({ ring, serving, label, folder }: PartsContext): Promise<void> => {
  const { cri } = serving;
  await ring.check(`${label}: a log is complete and in order when the container's end is reported`, async () => {
    const pod = await runPod(
      cri,
      folder,
      shellConfig("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done; echo last >&2"),
    );
    await eventually(async () => {
      const { status } = await cri.containerStatus({ containerId: pod.containerId, verbose: false });
      assert.equal(status?.state, ContainerState.CONTAINER_EXITED);
    }, 20_000);
    const lines = await logTexts(pod.logPath);
    const expected = Array.from({ length: 20_000 }, (_, index) => `stdout F line ${index}`);
    assert.deepEqual(
      lines.filter((line) => line.startsWith("stdout")),
      expected,
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith("stderr")),
      ["stderr F last"],
    );
    await removePod(cri, pod.podSandboxId);
  });
  await ring.check(`${label}: a line of 40,000 bytes is written in pieces of 16 KiB`, async () => {
    const pod = await runPod(cri, folder, shellConfig("head -c 40000 /dev/zero | tr '\\0' x; echo"));
    const lines = await eventually(async () => {
      const read = await logTexts(pod.logPath);
      assert.equal(read.length, 3);
      return read;
    });
    assert.deepEqual(
      lines.map((line) => [line.slice(0, 8), line.length - 9]),
      [
        ["stdout P", 16_384],
        ["stdout P", 16_384],
        ["stdout F", 40_000 - 2 * 16_384],
      ],
    );
    await removePod(cri, pod.podSandboxId);
  });
  await ring.check(`${label}: a rotation loses no line and doubles none`, async () => {
    const pod = await runPod(
      cri,
      folder,
      shellConfig(
        "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); [ $((i % 50)) = 0 ] && sleep 0.05; done; sleep 1000",
      ),
    );
    const files: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await eventually(async () => assert.ok((await logTexts(pod.logPath)).length > 10, "too few lines yet"), 15_000);
      files.push(`${pod.logPath}.${turn}`);
      await rename(pod.logPath, files.at(-1) ?? "");
      await cri.reopenContainerLog({ containerId: pod.containerId });
    }
    await eventually(async () => {
      const all = await Promise.all([...files, pod.logPath].map((path) => readFile(path, "utf8")));
      const lines = all
        .join("")
        .trim()
        .split("\n")
        .map((line) => line.split(" ").slice(3).join(" "));
      assert.deepEqual(
        lines,
        Array.from({ length: 3_000 }, (_, index) => `line ${index}`),
      );
    }, 10_000);
    await removePod(cri, pod.podSandboxId);
  });
};

/** Statistics and metrics: the figures of a container that works are there and plausible. */
export const checkStats = async ({ ring, serving, label, folder }: PartsContext): Promise<void> => {
  const { cri } = serving;
  await ring.check(
    `${label}: statistics of containers and pods are there, the working set below the usage`,
    async () => {
      const pod = await runPod(cri, folder, shellConfig("while true; do :; done"));
      const filter = { id: pod.containerId, podSandboxId: "", labelSelector: {} };
      await eventually(async () => {
        const [stats] = (await cri.listContainerStats({ filter })).stats;
        assert.ok((stats?.cpu?.usageNanoCores?.value ?? 0n) > 10_000_000n, "a busy loop uses the processor");
        const memory = stats?.memory;
        assert.ok((memory?.workingSetBytes?.value ?? 0n) > 0n, "no working set");
        assert.ok(
          (memory?.workingSetBytes?.value ?? 0n) <= (memory?.usageBytes?.value ?? 0n),
          "a working set above the usage",
        );
      }, 10_000);
      const { stats } = await cri.podSandboxStats({ podSandboxId: pod.podSandboxId });
      assert.equal(stats?.linux?.containers.length, 1);
      assert.equal(stats?.linux?.network?.defaultInterface?.name, "eth0");
      assert.ok((stats?.linux?.process?.processCount?.value ?? 0n) >= 2n, "fewer than two processes");
      await removePod(cri, pod.podSandboxId);
    },
  );
  await ring.check(`${label}: the 56 metrics have descriptors, and values where this machine counts`, async () => {
    const pod = await runPod(cri, folder, shellConfig("sleep 1000"));
    const { descriptors } = await cri.listMetricDescriptors({});
    assert.equal(new Set(descriptors.map((one) => one.name)).size, 56);
    const keys = new Map(descriptors.map((one) => [one.name, one.labelKeys.length]));
    const { podMetrics } = await cri.listPodSandboxMetrics({});
    const own = podMetrics.find((one) => one.podSandboxId === pod.podSandboxId);
    const values = [...(own?.metrics ?? []), ...(own?.containerMetrics.flatMap((one) => one.metrics) ?? [])];
    assert.ok(
      new Set(values.map((one) => one.name)).size >= 35,
      `${new Set(values.map((one) => one.name)).size} have values`,
    );
    for (const metric of values) assert.equal(metric.labelValues.length, keys.get(metric.name), metric.name);
    await removePod(cri, pod.podSandboxId);
  });
  await ring.check(`${label}: the image file system is that of the engine's data`, async () => {
    const { imageFilesystems, containerFilesystems } = await cri.imageFsInfo({});
    assert.ok((imageFilesystems[0]?.usedBytes?.value ?? 0n) > 1_000_000n, "images of less than a megabyte");
    assert.equal(imageFilesystems[0]?.fsId?.mountpoint, containerFilesystems[0]?.fsId?.mountpoint);
  });
};

/** Images: credentials in every form, every kind of reference, cancel, stall. */
export const checkImages = async ({ ring, serving, label }: PartsContext): Promise<void> => {
  const { cri } = serving;
  const spec = (image: string) => ({
    image,
    annotations: {},
    userSpecifiedImage: "",
    runtimeHandler: "",
    imageRef: "",
  });
  const auth = { username: "", password: "", auth: "", serverAddress: "", identityToken: "", registryToken: "" };
  const secret = "private.crikit.test/private/busybox:1";
  await ring.check(
    `${label}: a private image comes with user and password, and with auth alone; not without`,
    async () => {
      const pull = (given: typeof auth | undefined) =>
        cri.pullImage({ image: spec(secret), auth: given, sandboxConfig: undefined });
      await assert.rejects(pull(undefined));
      const { imageRef } = await pull({ ...auth, username: "anna", password: "secret" });
      assert.match(imageRef, /^sha256:[0-9a-f]{64}$/);
      await cri.removeImage({ image: spec(secret) });
      const again = await pull({ ...auth, auth: Buffer.from("anna:secret").toString("base64") });
      assert.equal(again.imageRef, imageRef);
      await cri.removeImage({ image: spec(imageRef) });
      assert.equal((await cri.imageStatus({ image: spec(secret), verbose: false })).image, undefined);
    },
  );
  await ring.check(`${label}: an image is found by tag, digest, id and short id, and listed once`, async () => {
    const id = await ensureImage(cri, BUSYBOX);
    const { image } = await cri.imageStatus({ image: spec(BUSYBOX), verbose: true });
    for (const name of [id, id.replace("sha256:", ""), id.slice(7, 19), ...(image?.repoDigests ?? [])])
      assert.equal((await cri.imageStatus({ image: spec(name), verbose: false })).image?.id, id, name);
    assert.equal((await cri.listImages({ filter: { image: spec(BUSYBOX) } })).images.length, 1);
  });
  await ring.check(
    `${label}: an image that is not there is NotFound, its registry unreachable is Unavailable`,
    async () => {
      const pull = (image: string) => cri.pullImage({ image: spec(image), auth: undefined, sandboxConfig: undefined });
      await assert.rejects(pull("registry.k8s.io/no/such:1"), (error) => isCriError(error, "NotFound"));
      await assert.rejects(pull("127.0.0.1:9/no/such:1"), /RegistryUnavailable/);
    },
  );
  await ring.check(`${label}: a pull that stands still is given up, and a pull can be cancelled`, async () => {
    const image = spec("gcr.io/stalled/busybox:1");
    const pull = (signal?: AbortSignal) =>
      cri.pullImage({ image, auth: undefined, sandboxConfig: undefined }, signal === undefined ? {} : { signal });
    await cri.removeImage({ image: spec(await ensureImage(cri, BUSYBOX)) });
    const startedAt = Date.now();
    await assert.rejects(pull(), (error) => isCriError(error, "DeadlineExceeded"));
    assert.ok(Date.now() - startedAt < 15_000, "given up too late");
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    await assert.rejects(pull(stop.signal));
    await ensureImage(cri, BUSYBOX);
  });
};
