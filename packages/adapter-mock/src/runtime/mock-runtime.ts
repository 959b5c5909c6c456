import type { CriRuntime } from "@crikit/cri-runtime";
import { type Clock, createSystemClock } from "../clock/clock.ts";
import { createIdentities } from "../clock/identities.ts";
import { createManualClock, type ManualClock, settle } from "../clock/manual-clock.ts";
import { ImageStore } from "../images/image-store.ts";
import { createDeviceTree, createToolFiles } from "../images/image-tree.ts";
import { createAddressPool } from "../network/addresses.ts";
import { NetworkNamespace } from "../network/namespace.ts";
import type { Program } from "../process/program.ts";
import { BUILTIN_PROGRAMS, TOOLS } from "../programs/builtin.ts";
import { type CallLog, DEFAULT_RECORDED_CALLS, withCallLog } from "./call-log.ts";
import { checkpointContainer, checkpointPod, restorePod } from "./checkpoint.ts";
import { createContainer } from "./container-create.ts";
import { removeContainer } from "./container-remove.ts";
import { finishContainer, startContainer } from "./container-start.ts";
import { containerStatus, listContainers } from "./container-status.ts";
import { killContainer, stopContainer } from "./container-stop.ts";
import { type ContainerControl, createContainerControl } from "./controls.ts";
import { EventHub } from "./event-hub.ts";
import { addImage, imageFsInfo, imageStatus, listImages, pullImage, removeImage } from "./images.ts";
import { SharedParts } from "./keep.ts";
import { listMetricDescriptors, listPodSandboxMetrics } from "./metrics.ts";
import { DEFAULT_HOST_ADDRESS, DEFAULT_PENDING_EVENTS, defaultPodCidr, type MockRuntimeOptions } from "./options.ts";
import { runtimeConfig, status, updateRuntimeConfig, version } from "./runtime-info.ts";
import { runPodSandbox } from "./sandbox-run.ts";
import { listPodSandbox, podSandboxStatus } from "./sandbox-status.ts";
import { removePodSandbox, stopPodSandbox, stopSandbox } from "./sandbox-stop.ts";
import { attach, exec, portForward } from "./sessions.ts";
import { containerOf, type MockState } from "./state.ts";
import { keepSaved, loadState, reopenHostPorts, saveState } from "./state-file.ts";
import { containerStats, listContainerStats, listPodSandboxStats, podSandboxStats } from "./stats.ts";
import { updateContainerResources, updatePodSandboxResources } from "./update.ts";

/** A runtime in memory, and the levers a test pulls. */
export interface MockRuntime extends CriRuntime, CallLog {
  /** Gives programs a name; every image has them from now on. */
  program(name: string, program: Program): void;
  /** Moves a manual clock; throws with any other. */
  advance(ms: number): Promise<void>;
  /** Stores an image as if it had been pulled. */
  addImage(name: string): void;
  /** A container from above: its processes and files, and ways to break it. */
  container(containerId: string): ContainerControl;
  /** Makes Status report that the runtime or the network is not ready, and why; `undefined` makes it well again. */
  setCondition(condition: "RuntimeReady" | "NetworkReady", problem: string | undefined): void;
  /** Writes the state to the file of the `state` option now; without that option it throws. */
  save(): void;
  /** Saves the state if there is a file for it, ends everything that runs and closes every socket. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const isManual = (clock: Clock): clock is ManualClock => "advance" in clock;

/** Settles when no work on files of this host is left, nor what follows from it. */
const idle = async (state: MockState): Promise<void> => {
  while (state.io.size > 0) {
    await Promise.allSettled(state.io);
    await settle();
  }
};

const createClock = (options: MockRuntimeOptions): Clock => {
  if (options.clock === "manual") return createManualClock(options.startNanos);
  return options.clock === undefined || options.clock === "system" ? createSystemClock() : options.clock;
};

const createState = (options: MockRuntimeOptions): MockState => {
  const addresses = createAddressPool(options.podCidr ?? defaultPodCidr(process.platform));
  const realSockets = options.realSockets ?? true;
  const registered = new Map(Object.entries(options.programs ?? {}));
  const state: MockState = {
    options,
    clock: createClock(options),
    identities: createIdentities(options.seed),
    images: new ImageStore(createToolFiles(TOOLS)),
    addresses,
    hostNetwork: new NetworkNamespace({
      ips: ["127.0.0.1"],
      host: true,
      bindAddress: realSockets ? (options.hostAddress ?? DEFAULT_HOST_ADDRESS) : undefined,
    }),
    deviceTree: createDeviceTree(),
    programs: new Map([...BUILTIN_PROGRAMS, ...registered]),
    registered,
    sandboxes: new Map(),
    containers: new Map(),
    sandboxNames: new Map(),
    events: new EventHub(options.maxPendingEvents ?? DEFAULT_PENDING_EVENTS),
    hostPids: { last: 1000 },
    pulls: new Map(),
    parts: new SharedParts(),
    bindsPods: realSockets && process.platform === "linux" && addresses.cidr.startsWith("127."),
    finish: (container, exitCode) => {
      finishContainer(state, container, exitCode).catch(() => container.announceExit());
    },
    networkConfig: undefined,
    sandboxList: undefined,
    containerList: undefined,
    changes: 0,
    operations: 0,
    io: new Set(),
    notReady: { runtime: undefined, network: undefined },
  };
  for (const name of options.pulled ?? []) addImage(state, name);
  return state;
};

const createCalls = (state: MockState): CriRuntime => ({
  version: async () => version(),
  status: async (request) => status(state, request),
  runtimeConfig: async () => runtimeConfig(state),
  updateRuntimeConfig: async (request) => updateRuntimeConfig(state, request),

  runPodSandbox: (request) => runPodSandbox(state, request),
  stopPodSandbox: (request) => stopPodSandbox(state, request),
  removePodSandbox: (request) => removePodSandbox(state, request),
  podSandboxStatus: async (request) => podSandboxStatus(state, request),
  listPodSandbox: async (request) => listPodSandbox(state, request),
  updatePodSandboxResources: async (request) => updatePodSandboxResources(state, request),
  checkpointPod: async (request) => checkpointPod(state, request),
  restorePod: (request) => restorePod(state, request),

  createContainer: async (request) => createContainer(state, request),
  startContainer: async (request) => startContainer(state, request),
  stopContainer: (request, call) => stopContainer(state, request, call),
  removeContainer: (request) => removeContainer(state, request),
  listContainers: async (request) => listContainers(state, request),
  containerStatus: async (request) => containerStatus(state, request),
  updateContainerResources: async (request) => updateContainerResources(state, request),
  reopenContainerLog: async (request) => {
    await containerOf(state, request.containerId).streams?.log?.reopen();
    return {};
  },
  checkpointContainer: async (request) => checkpointContainer(state, request),
  getContainerEvents: (_request, call) => state.events.subscribe(call?.signal),

  containerStats: async (request) => containerStats(state, request),
  listContainerStats: async (request) => listContainerStats(state, request),
  podSandboxStats: async (request) => podSandboxStats(state, request),
  listPodSandboxStats: async () => listPodSandboxStats(state),
  listMetricDescriptors: async () => listMetricDescriptors(),
  listPodSandboxMetrics: async () => listPodSandboxMetrics(state),

  listImages: async (request) => listImages(state, request),
  imageStatus: async (request) => imageStatus(state, request),
  pullImage: (request, call) => pullImage(state, request, call),
  removeImage: async (request) => removeImage(state, request),
  imageFsInfo: async () => imageFsInfo(state),

  exec: (session, streams, call) => exec(state, session, streams, call),
  attach: (session, streams, call) => attach(state, session, streams, call),
  portForward: (session, call) => portForward(state, session, call),
});

/**
 * A CRI runtime in memory with real rules: states, names and attempts, images, processes that are functions, files, real logs and sockets.
 *
 * @example
 * const runtime = createMockRuntime({ seed: "1", clock: "manual" });
 * runtime.program("redis-server", async (p) => {
 *   await p.listen(6379, (connection) => connection.end("-ERR not today\r\n"));
 *   await p.forever();
 * });
 */
export const createMockRuntime = (options: MockRuntimeOptions = {}): MockRuntime => {
  const state = createState(options);
  const { log, runtime } = withCallLog(createCalls(state), options.recordedCalls ?? DEFAULT_RECORDED_CALLS);
  if (options.state !== undefined) {
    // A port that somebody else has taken meanwhile stays closed; the pods are there all the same.
    reopenHostPorts(state, loadState(state, options.state)).catch(() => undefined);
  }
  const stopSaving = options.state === undefined ? undefined : keepSaved(state, options.state);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    stopSaving?.();
    if (options.state !== undefined) saveState(state, options.state);
    await Promise.all([...state.sandboxes.values()].map((sandbox) => stopSandbox(state, sandbox)));
    await Promise.all([...state.containers.values()].map((container) => killContainer(state, container)));
    state.hostNetwork.close();
    state.events.close();
  };
  const closeOnce = (): Promise<void> => {
    closing ??= close();
    return closing;
  };
  const controls: Omit<MockRuntime, keyof CriRuntime | keyof CallLog> = {
    program(name, program) {
      state.registered.set(name, program);
      state.programs.set(name, program);
    },
    async advance(ms) {
      if (!isManual(state.clock))
        throw new Error('advance needs a manual clock: createMockRuntime({ clock: "manual" })');
      await state.clock.advance(ms, () => idle(state));
    },
    addImage: (name) => void addImage(state, name),
    container: (containerId) => createContainerControl(state, containerId),
    setCondition(condition, problem) {
      state.notReady[condition === "RuntimeReady" ? "runtime" : "network"] = problem;
    },
    save() {
      if (options.state === undefined) throw new Error("save needs a file: createMockRuntime({ state: PATH })");
      saveState(state, options.state);
    },
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  };
  return Object.defineProperties(Object.create(null), {
    ...Object.getOwnPropertyDescriptors(runtime),
    ...Object.getOwnPropertyDescriptors(log),
    ...Object.getOwnPropertyDescriptors(controls),
  });
};
