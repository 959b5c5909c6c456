import { join } from "node:path";
import { CriError, type Image, NamespaceMode, PodSandboxState } from "@crikit/cri-api";
import { type CriRuntime, matchesImageName } from "@crikit/cri-runtime";
import { createContainer } from "./calls/container-create.ts";
import { startContainer } from "./calls/container-start.ts";
import { removeContainer, stopContainer } from "./calls/container-stop.ts";
import { updateContainerResources } from "./calls/container-update.ts";
import { type ContainerViews, createContainerViews } from "./calls/container-views.ts";
import { createImageRemover } from "./calls/image-remove.ts";
import { createOomFloor } from "./calls/oom-floor.ts";
import { type RuntimeParts, requireContainer, requireSandbox } from "./calls/parts.ts";
import { runtimeConfigOf, statusOf, verboseStatus, versionOf } from "./calls/runtime-status.ts";
import { runPodSandbox } from "./calls/sandbox-run.ts";
import { removePodSandbox, stopPodSandbox } from "./calls/sandbox-stop.ts";
import { fillSettings } from "./calls/settings.ts";
import { findEngineAddress } from "./engine/address.ts";
import { connectEngine, type Engine } from "./engine/engine.ts";
import { type HostFacts, readHostFacts } from "./engine/engine-host.ts";
import { toRegistryAuth } from "./images/auth.ts";
import { createImageList } from "./images/image-list.ts";
import { pullImage } from "./images/image-pull.ts";
import { toPullReference } from "./images/reference.ts";
import { streamCriEvents } from "./inventory/cri-events.ts";
import { followEvents } from "./inventory/event-feed.ts";
import { createInventory, type Inventory } from "./inventory/inventory.ts";
import { createContainerLogs } from "./logs/container-logs.ts";
import { createLogState } from "./logs/log-state.ts";
import { createBridgeNetwork } from "./network/bridge.ts";
import { createCniNetwork } from "./network/cni.ts";
import { createHostNetwork } from "./network/host.ts";
import type { PodNetwork } from "./network/pod-network.ts";
import type { DockerRuntimeOptions, NetworkChoice } from "./options/options.ts";
import { createUserDirectory } from "./place/users.ts";
import { attachToContainer } from "./sessions/attach.ts";
import { execInContainer } from "./sessions/exec.ts";
import { forwardPort } from "./sessions/port-forward.ts";
import { metricDescriptors } from "./stats/metrics.ts";
import { createStats, type Stats } from "./stats/stats-calls.ts";
import { toContainerRecord } from "./translate/container-status.ts";
import { asking } from "./translate/cri-error.ts";
import { nowNanos } from "./translate/times.ts";

/** A CRI runtime on a Docker Engine. */
export interface DockerRuntime extends CriRuntime, AsyncDisposable {
  /** Stops following the engine and writing logs; containers go on, and the next start takes their logs up. */
  close(): Promise<void>;
}

const makeNetwork = async (
  engine: Engine,
  choice: NetworkChoice | undefined,
  around: { readonly instance: string; readonly root: string; readonly warn: (text: string) => void },
): Promise<PodNetwork> => {
  const { instance, root, warn } = around;
  switch (choice?.mode) {
    case "host":
      return createHostNetwork();
    case "cni":
      return createCniNetwork({
        configFolder: choice.configFolder ?? "/etc/cni/net.d",
        binFolders: choice.binFolders ?? ["/opt/cni/bin", "/usr/lib/cni"],
        cacheFolder: choice.cacheFolder ?? "/var/lib/cni/cache",
        stateFolder: join(root, "cni"),
        warn,
      });
    default: {
      const name = choice?.name ?? (instance === "" ? "crikit" : `crikit-${instance}`);
      return createBridgeNetwork(engine, { ...choice, name });
    }
  }
};

/** What runs beside the calls: the feed of events, the lists that check it, and the logs. */
interface Background {
  readonly failure: string | undefined;
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const startBackground = (
  parts: RuntimeParts,
  stats: Stats,
  around: { readonly relistMs: number; readonly readHost: () => Promise<void>; readonly onAway: () => void },
): Background => {
  const stop = new AbortController();
  const { engine, inventory, images, logs, network, warn } = parts;
  let failure: string | undefined = "the Docker Engine has not been reached yet";
  const feed = followEvents({
    engine,
    signal: stop.signal,
    onEvent: (event) => {
      if (event.Type === "image") {
        images.touch();
        stats.disk.touch();
      } else inventory.take(event);
    },
    onConnected: async () => {
      await around.readHost();
      images.touch();
      await inventory.relist();
      logs.resumeAll();
      const sandboxes = [...inventory.sandboxes()];
      await network.collect(new Set(sandboxes.map((sandbox) => sandbox.id)));
      // Whose network was only found now is ready now.
      const unready = sandboxes.filter((one) => one.running && one.status.state !== PodSandboxState.SANDBOX_READY);
      await Promise.all(unready.map((sandbox) => inventory.refresh(sandbox.id)));
      failure = undefined;
    },
    onDisconnected: (error) => {
      around.onAway();
      const text = error instanceof Error ? error.message : String(error);
      if (failure === undefined) warn(`the Docker Engine has gone away: ${text}`);
      failure = `the Docker Engine does not answer: ${text}`;
    },
  });
  const timer = setInterval(() => {
    if (feed.connected)
      inventory.relist().catch((error: unknown) => warn(`comparing with the engine failed: ${error}`));
  }, around.relistMs);
  timer.unref();
  return {
    get failure() {
      return failure;
    },
    ready: feed.ready,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await logs.close();
    },
  };
};

const unimplemented = (call: string, why: string) => async (): Promise<never> => {
  throw new CriError("Unimplemented", `${call} is not possible on Docker: ${why}`);
};

/**
 * Connects to a Docker Engine and answers the CRI with it. Settles when everything the engine holds is known; throws one clear line where there is no engine,
 * no permission, or one too old.
 *
 * @example
 * const runtime = await createDockerRuntime({ dockerEndpoint: "unix:///var/run/docker.sock" });
 * const service = createCriService(runtime, createStreamingServer(runtime));
 */
export const createDockerRuntime = async (options: DockerRuntimeOptions = {}): Promise<DockerRuntime> => {
  const warn = options.onWarning ?? ((text: string) => void process.stderr.write(`crikit: ${text}\n`));
  const settings = fillSettings(options);
  const engine = await connectEngine(
    findEngineAddress({ endpoint: options.dockerEndpoint, env: options.env ?? process.env }),
  );
  let host: HostFacts = await readHostFacts(engine, options.place ?? "auto");
  let epoch = 0;
  const root = options.root ?? "/var/lib/crikit/docker";
  const state = createLogState(join(root, "logs"));
  const logs = createContainerLogs({
    engine,
    state,
    onWarning: warn,
    epoch: () => epoch,
    drainMs: options.logDrainMs ?? 5_000,
  });
  const network = await makeNetwork(engine, options.network, { instance: settings.instance, root, warn });
  const pinned = [settings.sandboxImage, ...(options.pinnedImages ?? [])];
  const images = createImageList(engine, (image: Image) => pinned.some((name) => matchesImageName(image, name)));
  const inventory: Inventory = createInventory({
    engine,
    instance: settings.instance,
    sharesClock: host.place === "local",
    networkOf: (inspect) => {
      // Who else's network a sandbox has, its engine knows.
      if (network.mode === "cni" && inspect.HostConfig?.NetworkMode !== "none") return { ready: true };
      const known = network.known(inspect.Id);
      return known === undefined ? { ready: false } : { ready: true, ips: known.ips };
    },
    logDrained: async (inspect) => logs.seenEnded(toContainerRecord(inspect)),
  });
  inventory.onChange(({ before, after }) => {
    if (after?.kind === "container" && after.inspect.State?.Running === true) logs.seenRunning(after);
    if (before?.kind === "container" && after === undefined) void logs.forget(before);
  });
  const parts: RuntimeParts = {
    engine,
    settings,
    inventory,
    images,
    logs,
    network,
    users: createUserDirectory(engine),
    oomFloor: createOomFloor(warn),
    host: () => host,
    warn,
  };
  const stats = createStats({ engine, inventory, host: () => host, warn });
  const background = startBackground(parts, stats, {
    relistMs: options.relistMs ?? 60_000,
    readHost: async () => {
      host = await readHostFacts(engine, options.place ?? "auto");
    },
    onAway: () => {
      epoch++;
    },
  });
  await background.ready;
  return assemble(parts, { stats, background, views: createContainerViews(parts) });
};

const fresh = async (parts: RuntimeParts): Promise<void> => {
  const pending = parts.inventory.fresh();
  if (pending !== undefined) await pending;
};

const forwardHosts = (parts: RuntimeParts, sandbox: Awaited<ReturnType<typeof requireSandbox>>): string[] => {
  if (sandbox.facts.namespaces.network === NamespaceMode.NODE) return ["127.0.0.1", "::1"];
  if (parts.host().place !== "local") return [];
  const { network } = sandbox.status;
  return [network?.ip ?? "", ...(network?.additionalIps.map(({ ip }) => ip) ?? [])].filter((ip) => ip !== "");
};

interface Machinery {
  readonly stats: Stats;
  readonly background: Background;
  readonly views: ContainerViews;
}

const assemble = (parts: RuntimeParts, { stats, background, views }: Machinery): DockerRuntime => {
  const { engine, inventory, images, network, settings } = parts;
  const removeImage = createImageRemover(parts);
  // Only a kubelet that follows events reads the containers' statuses out of a sandbox'; for the others they would be ballast.
  let isFollowed = false;
  return {
    version: async () => versionOf(parts),
    status: async ({ verbose }) => ({ ...statusOf(parts, background), info: verbose ? verboseStatus(parts) : {} }),
    runtimeConfig: async () => runtimeConfigOf(parts),
    updateRuntimeConfig: async ({ runtimeConfig }) => {
      network.updatePodCidr(runtimeConfig?.networkConfig?.podCidr ?? "");
      return {};
    },

    runPodSandbox: (request, call) => runPodSandbox(parts, request, call),
    stopPodSandbox: async ({ podSandboxId }, call) => {
      await stopPodSandbox(parts, podSandboxId, call);
      return {};
    },
    removePodSandbox: async ({ podSandboxId }, call) => {
      await removePodSandbox(parts, podSandboxId, call);
      return {};
    },
    podSandboxStatus: async ({ podSandboxId, verbose }) => {
      const sandbox = await requireSandbox(parts, podSandboxId);
      if (!isFollowed && !verbose) return { status: sandbox.status, info: {}, containersStatuses: [], timestamp: 0n };
      const containersStatuses = await Promise.all(
        inventory.containersOf(sandbox.id).map((record) => views.status(record)),
      );
      const info = verbose ? { info: JSON.stringify({ pid: sandbox.pid, engine: sandbox.inspect }) } : {};
      return { status: sandbox.status, info, containersStatuses, timestamp: nowNanos() };
    },
    listPodSandbox: async () => {
      await fresh(parts);
      return { items: Array.from(inventory.sandboxes(), (record) => record.podSandbox) };
    },
    // The sandbox' cgroup is the kubelet's, and its own processes need nothing: there is nothing to change.
    updatePodSandboxResources: async ({ podSandboxId }) => {
      await requireSandbox(parts, podSandboxId);
      return {};
    },
    checkpointPod: unimplemented("CheckpointPod", "its engine cannot checkpoint several containers as one"),
    restorePod: unimplemented("RestorePod", "its engine cannot restore what another runtime has checkpointed"),

    createContainer: (request, call) => createContainer(parts, request, call),
    startContainer: async ({ containerId }, call) => {
      await startContainer(parts, containerId, call);
      return {};
    },
    stopContainer: async (request, call) => {
      await stopContainer(parts, request, call);
      return {};
    },
    removeContainer: async ({ containerId }, call) => {
      await removeContainer(parts, containerId, call);
      return {};
    },
    listContainers: async () => {
      await fresh(parts);
      return { containers: Array.from(inventory.containers(), (record) => views.container(record)) };
    },
    containerStatus: async ({ containerId, verbose }) => {
      const record = await requireContainer(parts, containerId);
      const status = await views.status(record);
      const info = verbose
        ? { info: JSON.stringify({ sandboxID: record.podSandboxId, pid: record.pid, engine: record.inspect }) }
        : {};
      return { status, info };
    },
    updateContainerResources: async (request, call) => {
      await updateContainerResources(parts, request, call);
      return {};
    },
    reopenContainerLog: async ({ containerId }) => {
      await parts.logs.reopen(await requireContainer(parts, containerId));
      return {};
    },
    checkpointContainer: unimplemented(
      "CheckpointContainer",
      "its engine's checkpoints are experimental and no archive that the kubelet could take",
    ),
    getContainerEvents: (_, call) => {
      isFollowed = true;
      return streamCriEvents(inventory, call?.signal);
    },

    containerStats: async ({ containerId }) => ({
      stats: await stats.ofContainer(await requireContainer(parts, containerId)),
    }),
    listContainerStats: async ({ filter }) => {
      await fresh(parts);
      return { stats: await stats.ofContainers(filter) };
    },
    podSandboxStats: async ({ podSandboxId }) => ({
      stats: await stats.ofSandbox(await requireSandbox(parts, podSandboxId)),
    }),
    listPodSandboxStats: async ({ filter }) => {
      await fresh(parts);
      return { stats: await stats.ofSandboxes(filter) };
    },
    listMetricDescriptors: async () => ({ descriptors: metricDescriptors() }),
    listPodSandboxMetrics: async () => {
      await fresh(parts);
      return { podMetrics: await stats.metrics() };
    },

    listImages: async () => ({ images: await asking("listing images", () => images.all()) }),
    imageStatus: async ({ image, verbose }) => {
      const found = await asking("listing images", () => images.find(image?.image ?? ""));
      if (found === undefined) return { image: undefined, info: {} };
      if (!verbose) return { image: found, info: {} };
      const [inspect, history] = await asking(`image "${found.id}"`, () =>
        Promise.all([engine.inspectImage(found.id), engine.imageHistory(found.id)]),
      );
      return {
        image: found,
        info: { info: JSON.stringify({ imageSpec: { config: inspect.Config ?? {} }, inspect, history }) },
      };
    },
    pullImage: async ({ image, auth }, call) => {
      const name = image?.image ?? "";
      const { registry } = toPullReference(name);
      const imageRef = await pullImage(engine, name, {
        auth: toRegistryAuth(auth, registry),
        signal: call?.signal,
        progressMs: settings.imagePullProgressMs,
      });
      images.touch();
      stats.disk.touch();
      return { imageRef };
    },
    removeImage: async ({ image }, call) => {
      await removeImage(image?.image ?? "", call);
      stats.disk.touch();
      return {};
    },
    imageFsInfo: () => asking("the image file system", () => stats.disk.imageFsInfo()),

    exec: (session, streams, call) =>
      execInContainer(engine, { ...session, isLocal: parts.host().place === "local" }, streams, call),
    attach: async (session, streams, call) => {
      const record = await requireContainer(parts, session.containerId);
      const hasTerminal = record.inspect.Config?.Tty === true;
      await attachToContainer(engine, { ...session, containerId: record.id, hasTerminal }, streams, call);
    },
    portForward: async ({ podSandboxId, port }, { signal }) => {
      const sandbox = await requireSandbox(parts, podSandboxId);
      const pid = parts.host().place === "local" && process.getuid?.() === 0 ? sandbox.pid : 0;
      return forwardPort({ podSandboxId: sandbox.id, port, hosts: forwardHosts(parts, sandbox), pid }, signal);
    },
    close: () => background.close(),
    [Symbol.asyncDispose]: () => background.close(),
  };
};
