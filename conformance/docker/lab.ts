import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { installPackages } from "./debian.ts";
import { cleanEngine, type EngineRelease, type LabEngine, startEngine } from "./engines.ts";
import type { ImageStore } from "./image-store.ts";
import { buildImages, buildOciWrapper } from "./images.ts";
import { takeLock } from "./lock.ts";
import { type Registry, serveRegistry } from "./registry.ts";
import { makeCertificates, trustRegistry } from "./trust.ts";

const cache = join(import.meta.dirname, "..", "..", ".cache", "docker-lab");

/** Everything around the adapter: a registry, images, an OCI runtime and engines, all on loopback and undone at the end. */
export interface DockerLab {
  readonly store: ImageStore;
  readonly registry: Registry;
  readonly caFile: string;
  /** The OCI runtime in front of runc; undefined where the machine has CAP_SYS_RESOURCE and needs none. */
  readonly wrapper: string | undefined;
  startEngine(options: StartOptions): Promise<LabEngine>;
}

/** Which engine, and how. */
export interface StartOptions {
  readonly release: EngineRelease;
  /** The engine's name in the lab; default the release. */
  readonly name?: string;
  /** Whether the machine's plain runc is used even where the wrapper is needed. */
  readonly plainRuntime?: boolean;
  readonly flags?: readonly string[];
  readonly config?: object;
}

/** What the lab needs of its user. */
export interface LabContext {
  /** A folder of its own, removed by the user afterwards. */
  readonly folder: string;
  defer(cleanUp: () => unknown): void;
  log(line: string): void;
}

const sysResource = 24n;

/** Whether this process may lower OOM scores and grant every capability. */
export const hasSysResource = async (): Promise<boolean> => {
  const status = await readFile("/proc/self/status", "utf8");
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? "0";
  return ((BigInt(`0x${bounding}`) >> sysResource) & 1n) === 1n;
};

/** Why the lab cannot be set up here; undefined where it can. */
export const labObstacle = (): string | undefined => {
  if (process.platform !== "linux") return "the lab needs Linux";
  if (process.getuid?.() !== 0) return "the lab needs root: it installs packages and starts engines";
  return existsSync("/etc/apt/sources.list.d/debian.sources")
    ? undefined
    : "the lab needs Debian 12: its packages are the engines";
};

/** Sets the lab up; what it does to the machine is undone by the context's clean-up. */
export const openLab = async (context: LabContext): Promise<DockerLab> => {
  await mkdir(cache, { recursive: true });
  context.defer(await takeLock("/tmp/crikit-docker-lab.lock", context.log));
  await installPackages(["docker.io", "containerd", "runc", "iptables", "openssl"]);
  context.log("building the images and the OCI runtime (cached in .cache/docker-lab)");
  const store = await buildImages(join(cache, "images"));
  const wrapper = (await hasSysResource()) ? undefined : await buildOciWrapper(join(cache, "oci-wrapper"));
  const certificates = await makeCertificates(join(context.folder, "tls"));
  context.defer(await trustRegistry(certificates));
  const registry = await serveRegistry({
    store,
    tls: certificates,
    protectedRepositories: { "private/busybox": "anna:secret" },
    stalledRepositories: { "stalled/busybox": 4096 },
  });
  context.defer(() => registry.close());
  return {
    store,
    registry,
    caFile: certificates.caFile,
    wrapper,
    startEngine: async ({ name, plainRuntime, ...options }) => {
      const state = join(context.folder, "engines", name ?? options.release);
      await mkdir(state, { recursive: true });
      context.defer(() => cleanEngine(state));
      const engine = await startEngine({
        ...options,
        cache,
        state,
        runtime: plainRuntime === true ? undefined : wrapper,
      });
      context.defer(() => engine.stop());
      return engine;
    },
  };
};
