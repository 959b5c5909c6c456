import { writeFile } from "node:fs/promises";
import {
  type Call,
  CriError,
  type DNSConfig,
  NamespaceMode,
  type PodSandboxConfig,
  type RunPodSandboxRequest,
  type RunPodSandboxResponse,
} from "@crikit/cri-api";
import { isEngineError } from "../engine/engine-error.ts";
import { nodeRegistryAuth } from "../images/auth.ts";
import { pullImage } from "../images/image-pull.ts";
import { toPullReference } from "../images/reference.ts";
import type { NetworkedSandbox } from "../network/pod-network.ts";
import { asking } from "../translate/cri-error.ts";
import type { SandboxFacts } from "../translate/facts.ts";
import {
  makeSandboxFacts,
  type SandboxSurroundings,
  sandboxName,
  toSandboxCreate,
} from "../translate/sandbox-config.ts";
import { createNamed } from "./create-named.ts";
import type { RuntimeParts } from "./parts.ts";

const ensureSandboxImage = async (parts: RuntimeParts, signal: AbortSignal | undefined): Promise<string> => {
  const { sandboxImage, imagePullProgressMs } = parts.settings;
  const present = await parts.images.find(sandboxImage);
  if (present !== undefined) return present.id;
  const auth = nodeRegistryAuth(toPullReference(sandboxImage).registry);
  const id = await pullImage(parts.engine, sandboxImage, { auth, signal, progressMs: imagePullProgressMs });
  parts.images.touch();
  return id;
};

const formatResolvConf = (dns: DNSConfig): string =>
  [
    ...dns.servers.map((server) => `nameserver ${server}`),
    ...(dns.searches.length === 0 ? [] : [`search ${dns.searches.join(" ")}`]),
    ...(dns.options.length === 0 ? [] : [`options ${dns.options.join(" ")}`]),
    "",
  ].join("\n");

/** The engine filters and rewrites what it is given; on its host the file that all containers of the pod share is written over. */
const writeResolvConf = async (
  parts: RuntimeParts,
  podSandboxId: string,
  dns: DNSConfig | undefined,
): Promise<void> => {
  if (dns === undefined || dns.servers.length + dns.searches.length + dns.options.length === 0) return;
  if (parts.host().place !== "local") return;
  const { ResolvConfPath: path } = await parts.engine.inspectContainer(podSandboxId);
  if (path !== undefined && path !== "") await writeFile(path, formatResolvConf(dns));
};

const checkRuntimeHandler = (parts: RuntimeParts, name: string): void => {
  const known = parts.host().runtimes;
  if (name !== "" && !known.has(name))
    throw new CriError(
      "InvalidArgument",
      `runtime handler "${name}" is not known to the engine, which has ${[...known.keys()].join(", ")}`,
    );
};

interface Making {
  readonly config: PodSandboxConfig;
  readonly facts: SandboxFacts;
  readonly around: SandboxSurroundings;
  readonly signal: AbortSignal | undefined;
}

const createAndStart = async (parts: RuntimeParts, making: Making): Promise<string> => {
  const { config, facts, around, signal } = making;
  const what = `pod sandbox "${facts.namespace}/${facts.name}"`;
  const create = async (oomScoreAdj: number): Promise<string> =>
    createNamed(parts, {
      name: sandboxName(facts, around.instance),
      what,
      config: await toSandboxCreate(config, facts, { ...around, oomScoreAdj }),
      signal,
    });
  const start = async (podSandboxId: string): Promise<void> => {
    try {
      await parts.engine.startContainer(podSandboxId, { signal });
    } catch (error) {
      await parts.engine.removeContainer(podSandboxId, { force: true }).catch(() => {});
      parts.inventory.forget(podSandboxId);
      throw error;
    }
  };
  const runtime = around.runtimeHandler;
  const podSandboxId = await create(around.oomScoreAdj);
  return asking(what, async () => {
    try {
      await start(podSandboxId);
      if (around.oomScoreAdj < 0) parts.oomFloor.worked(runtime);
      return podSandboxId;
    } catch (error) {
      // Engines tell a score that the kernel refuses from no other failure: one that starts without it was that.
      if (!isEngineError(error) || error.status === 404 || !parts.oomFloor.mayRetry(runtime, around.oomScoreAdj))
        throw error;
      const second = await create(0);
      try {
        await start(second);
      } catch {
        throw error;
      }
      parts.oomFloor.limit(runtime, 0);
      return second;
    }
  });
};

/** `RunPodSandbox`: the image, the sandbox container, its network. What fails half-way leaves nothing behind. */
export const runPodSandbox = async (
  parts: RuntimeParts,
  request: RunPodSandboxRequest,
  call?: Call,
): Promise<RunPodSandboxResponse> => {
  const { config, runtimeHandler } = request;
  if (config === undefined) throw new CriError("InvalidArgument", "missing required config");
  checkRuntimeHandler(parts, runtimeHandler);
  const { network, settings, inventory } = parts;
  const isHost = config.linux?.securityContext?.namespaceOptions?.network === NamespaceMode.NODE;
  if (!isHost) await network.prepare(config);
  const host = parts.host();
  const around: SandboxSurroundings = {
    instance: settings.instance,
    image: await ensureSandboxImage(parts, call?.signal),
    runtimeHandler,
    cgroupDriver: host.cgroupDriver,
    hasAppArmor: host.hasAppArmor,
    hasSeccomp: host.hasSeccomp,
    oomScoreAdj: Math.max(settings.sandboxOomScoreAdj, parts.oomFloor.lowest(runtimeHandler)),
    network,
  };
  const facts = makeSandboxFacts(config, around);
  const podSandboxId = await createAndStart(parts, { config, facts, around, signal: call?.signal });
  let sandbox: NetworkedSandbox = { podSandboxId, pid: 0, facts, annotations: config.annotations };
  try {
    await writeResolvConf(parts, podSandboxId, config.dnsConfig);
    if (!isHost) {
      const inspect = await parts.engine.inspectContainer(podSandboxId);
      sandbox = { ...sandbox, pid: inspect.State?.Pid ?? 0 };
      await network.setUp(sandbox, config);
    }
    await inventory.refresh(podSandboxId);
    return { podSandboxId };
  } catch (error) {
    if (!isHost) await network.tearDown(sandbox).catch(() => {});
    await parts.engine.removeContainer(podSandboxId, { force: true }).catch(() => {});
    inventory.forget(podSandboxId);
    throw error;
  }
};
