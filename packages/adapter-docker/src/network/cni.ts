import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CriError, type PodSandboxConfig, Protocol } from "@crikit/cri-api";
import { bandwidthOf } from "./bandwidth.ts";
import { type CniNetwork, findCniNetwork, isCniAtLeast, parseCniNetwork } from "./cni-config.ts";
import { addCni, addressesOf, askCni, type CniCall, type CniResult, deleteCni, POD_INTERFACE } from "./cni-plugin.ts";
import type { NetworkedSandbox, PodNetwork } from "./pod-network.ts";

/** Where CNI's files are. */
export interface CniOptions {
  readonly configFolder: string;
  readonly binFolders: readonly string[];
  /** Where what ADD answered is kept, to be taken down with what it was made with. */
  readonly stateFolder: string;
  /** libcni's cache, read for pods that cri-dockerd has made. */
  readonly cacheFolder: string;
  readonly warn: (text: string) => void;
}

/** A pod's network as it was made. */
interface Attachment {
  readonly network: CniNetwork;
  readonly result: CniResult;
  readonly args: Readonly<Record<string, string>>;
  readonly capabilities: Readonly<Record<string, unknown>>;
}

const rescanMs = 5_000;

const protocolNames: Readonly<Record<number, string>> = {
  [Protocol.TCP]: "tcp",
  [Protocol.UDP]: "udp",
  [Protocol.SCTP]: "sctp",
};

const portMappings = (sandbox: NetworkedSandbox) =>
  sandbox.facts.ports.map((port) => ({
    hostPort: port.hostPort,
    containerPort: port.containerPort,
    protocol: protocolNames[port.protocol] ?? "tcp",
    ...(port.hostIp === "" ? {} : { hostIP: port.hostIp }),
  }));

const capabilitiesOf = (
  sandbox: NetworkedSandbox,
  config: PodSandboxConfig,
  podCidr: string,
): Record<string, unknown> => {
  const ports = portMappings(sandbox);
  const bandwidth = bandwidthOf(sandbox.annotations);
  const dns = config.dnsConfig;
  return {
    ...(ports.length === 0 ? {} : { portMappings: ports }),
    ...(bandwidth === undefined ? {} : { bandwidth }),
    ...(dns === undefined ? {} : { dns: { servers: dns.servers, searches: dns.searches, options: dns.options } }),
    ...(podCidr === "" ? {} : { ipRanges: podCidr.split(",").map((subnet) => [{ subnet: subnet.trim() }]) }),
  };
};

const argsOf = (sandbox: NetworkedSandbox): Record<string, string> => ({
  K8S_POD_NAMESPACE: sandbox.facts.namespace,
  K8S_POD_NAME: sandbox.facts.name,
  K8S_POD_INFRA_CONTAINER_ID: sandbox.podSandboxId,
  K8S_POD_UID: sandbox.facts.uid,
});

const netnsOf = (sandbox: NetworkedSandbox): string => (sandbox.pid > 0 ? `/proc/${sandbox.pid}/ns/net` : "");

/** libcni's cache file of a pod that another runtime has made. */
const readLibcniCache = async (folder: string, podSandboxId: string): Promise<Attachment | undefined> => {
  const results = join(folder, "results");
  const file = (await readdir(results).catch(() => [])).find((name) =>
    name.endsWith(`-${podSandboxId}-${POD_INTERFACE}`),
  );
  if (file === undefined) return undefined;
  const cached: {
    readonly config?: string;
    readonly result?: CniResult;
    readonly cniArgs?: readonly (readonly [string, string])[];
    readonly capabilityArgs?: Readonly<Record<string, unknown>>;
  } = JSON.parse(await readFile(join(results, file), "utf8"));
  if (cached.config === undefined || cached.result === undefined) return undefined;
  return {
    network: parseCniNetwork(Buffer.from(cached.config, "base64").toString()),
    result: cached.result,
    args: Object.fromEntries(cached.cniArgs ?? []),
    capabilities: cached.capabilityArgs ?? {},
  };
};

/** Loads what outlived the last process. */
const loadAttachments = async (folder: string): Promise<Map<string, Attachment>> => {
  const attachments = new Map<string, Attachment>();
  for (const file of await readdir(folder).catch(() => []))
    if (file.endsWith(".json"))
      attachments.set(file.slice(0, -5), JSON.parse(await readFile(join(folder, file), "utf8")));
  return attachments;
};

/** Pods' networks by CNI plugins on this machine; needs root. */
export const createCniNetwork = async (options: CniOptions): Promise<PodNetwork> => {
  const { stateFolder, warn } = options;
  const attachments = await loadAttachments(stateFolder);
  let found = await findCniNetwork(options.configFolder);
  let foundAtMs = performance.now();
  let podCidr = "";
  let statusProblem = "";
  let _scanning: Promise<void> | undefined;

  const callOf = (podSandboxId: string, made: Attachment, netns: string): CniCall => ({
    network: made.network,
    binFolders: options.binFolders,
    containerId: podSandboxId,
    netns,
    args: made.args,
    capabilities: made.capabilities,
  });

  const scan = async (): Promise<void> => {
    found = await findCniNetwork(options.configFolder);
    foundAtMs = performance.now();
    const { network } = found;
    if (network === undefined || !isCniAtLeast(network.cniVersion, "1.1.0")) {
      statusProblem = "";
      return;
    }
    statusProblem = await askCni("STATUS", { network, binFolders: options.binFolders }).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  };

  const scanIfOld = (): void => {
    if (performance.now() - foundAtMs < rescanMs) return;
    _scanning ??= scan().finally(() => {
      _scanning = undefined;
    });
  };

  const forget = async (podSandboxId: string): Promise<void> => {
    attachments.delete(podSandboxId);
    await rm(join(stateFolder, `${podSandboxId}.json`), { force: true });
  };

  const attachmentOf = async (podSandboxId: string): Promise<Attachment | undefined> =>
    attachments.get(podSandboxId) ?? (await readLibcniCache(options.cacheFolder, podSandboxId).catch(() => undefined));

  const collectGarbage = async (valid: ReadonlySet<string>): Promise<void> => {
    const { network } = found;
    if (network === undefined || !isCniAtLeast(network.cniVersion, "1.1.0")) return;
    const extra = {
      "cni.dev/valid-attachments": [...valid].map((containerID) => ({ containerID, ifname: POD_INTERFACE })),
    };
    await askCni("GC", { network, binFolders: options.binFolders, extra });
  };

  return {
    mode: "cni",
    engineMode: "none",
    publishesPorts: false,
    status: () => {
      scanIfOld();
      if (found.network === undefined) return { ready: false, reason: "NetworkPluginNotReady", message: found.problem };
      if (statusProblem !== "") return { ready: false, reason: "NetworkPluginNotReady", message: statusProblem };
      return { ready: true, reason: "", message: "" };
    },
    prepare: async () => {
      if (found.network === undefined) await scan();
      if (found.network === undefined) throw new CriError("FailedPrecondition", found.problem);
    },
    setUp: async (sandbox, config) => {
      const { network } = found;
      if (network === undefined) throw new CriError("FailedPrecondition", found.problem);
      const made = {
        network,
        args: argsOf(sandbox),
        capabilities: capabilitiesOf(sandbox, config, podCidr),
        result: {},
      };
      const call = callOf(sandbox.podSandboxId, made, netnsOf(sandbox));
      // Noted before it is made, so that a killed process leaves nothing that is not taken down.
      await mkdir(stateFolder, { recursive: true, mode: 0o700 });
      const path = join(stateFolder, `${sandbox.podSandboxId}.json`);
      await writeFile(path, JSON.stringify(made));
      try {
        const result = await addCni(call);
        await writeFile(path, JSON.stringify({ ...made, result }));
        attachments.set(sandbox.podSandboxId, { ...made, result });
        return addressesOf(result);
      } catch (error) {
        await deleteCni(call, undefined).catch(() => {});
        await forget(sandbox.podSandboxId);
        const text = error instanceof Error ? error.message : String(error);
        throw new CriError("Unavailable", `network of pod sandbox "${sandbox.podSandboxId}": ${text}`, {
          cause: error,
        });
      }
    },
    tearDown: async (sandbox) => {
      const made = await attachmentOf(sandbox.podSandboxId);
      if (made === undefined) return;
      try {
        await deleteCni(callOf(sandbox.podSandboxId, made, netnsOf(sandbox)), made.result);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        throw new CriError("Unavailable", `network of pod sandbox "${sandbox.podSandboxId}": ${text}`, {
          cause: error,
        });
      }
      await forget(sandbox.podSandboxId);
    },
    known: (podSandboxId) => {
      const made = attachments.get(podSandboxId);
      return made === undefined || Object.keys(made.result).length === 0
        ? undefined
        : { ips: addressesOf(made.result) };
    },
    collect: async (podSandboxIds) => {
      for (const [podSandboxId, made] of [...attachments]) {
        if (podSandboxIds.has(podSandboxId)) continue;
        await deleteCni(callOf(podSandboxId, made, ""), made.result).catch((error: unknown) =>
          warn(`the network of pod sandbox "${podSandboxId}", which is gone, cannot be taken down: ${error}`),
        );
        await forget(podSandboxId);
      }
      for (const podSandboxId of podSandboxIds) {
        if (attachments.has(podSandboxId)) continue;
        const cached = await readLibcniCache(options.cacheFolder, podSandboxId).catch(() => undefined);
        if (cached !== undefined) attachments.set(podSandboxId, cached);
      }
      await collectGarbage(podSandboxIds).catch((error: unknown) => warn(`CNI garbage collection: ${error}`));
    },
    updatePodCidr: (cidr) => {
      if (podCidr === "") podCidr = cidr;
    },
  };
};
