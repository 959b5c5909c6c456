import { existsSync } from "node:fs";
import type { Engine } from "./engine.ts";
import type { EngineHost } from "./types.ts";

/** Where the engine's files and processes are, seen from here. */
export type HostPlace = "local" | "remote";

/** What is known of the engine and its host; read again whenever the engine has been away. */
export interface HostFacts {
  readonly place: HostPlace;
  readonly id: string;
  readonly version: string;
  readonly rootDir: string;
  readonly cgroupDriver: string;
  readonly cgroupVersion: number;
  readonly hasAppArmor: boolean;
  readonly hasSeccomp: boolean;
  readonly hasSeLinux: boolean;
  /** Whether images and containers are kept by containerd. */
  readonly usesContainerdStore: boolean;
  readonly defaultRuntime: string;
  /** OCI runtimes by name; whether each can make a read-only mount recursively so. */
  readonly runtimes: ReadonlyMap<string, { readonly hasRecursiveReadOnly: boolean }>;
}

/** Whether the engine's host is this one: a unix socket, not Docker Desktop's, whose data folder can be seen from here. */
export const decidePlace = (
  engine: Pick<Engine, "address">,
  host: EngineHost,
  asked: HostPlace | "auto",
): HostPlace => {
  if (asked !== "auto") return asked;
  if (engine.address.kind !== "unix" || process.platform !== "linux") return "remote";
  if (host.OperatingSystem === "Docker Desktop") return "remote";
  return host.DockerRootDir !== undefined && existsSync(host.DockerRootDir) ? "local" : "remote";
};

const featuresKey = "org.opencontainers.runtime-spec.features";

const kernelIsAtLeast = (release: string, wanted: readonly [number, number]): boolean => {
  const [major = 0, minor = 0] = release.split(/[.-]/).map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
};

const mountsRecursively = (features: string | undefined): boolean => {
  if (features === undefined) return false;
  try {
    const parsed: { readonly mountOptions?: readonly string[] | null } = JSON.parse(features);
    return parsed.mountOptions?.includes("rro") === true;
  } catch {
    return false;
  }
};

const securityNames = (host: EngineHost): Set<string> =>
  new Set((host.SecurityOptions ?? []).map((option) => /name=([^,]+)/.exec(option)?.[1] ?? option));

/** Reads what the engine says of itself. */
export const readHostFacts = async (engine: Engine, asked: HostPlace | "auto"): Promise<HostFacts> => {
  const host = await engine.host();
  const security = securityNames(host);
  const canRecurse = engine.speaks("1.44") && kernelIsAtLeast(host.KernelVersion ?? "", [5, 12]);
  const runtimes = new Map(
    Object.entries(host.Runtimes ?? {}).map(([name, runtime]) => [
      name,
      { hasRecursiveReadOnly: canRecurse && mountsRecursively(runtime.status?.[featuresKey]) },
    ]),
  );
  return {
    place: decidePlace(engine, host, asked),
    id: host.ID ?? "",
    version: host.ServerVersion ?? "",
    rootDir: host.DockerRootDir ?? "",
    cgroupDriver: host.CgroupDriver ?? "cgroupfs",
    cgroupVersion: Number(host.CgroupVersion ?? 1),
    hasAppArmor: security.has("apparmor"),
    hasSeccomp: security.has("seccomp"),
    hasSeLinux: security.has("selinux"),
    usesContainerdStore: (host.DriverStatus ?? []).some(
      ([key, value]) => key === "driver-type" && value?.startsWith("io.containerd.snapshotter") === true,
    ),
    defaultRuntime: host.DefaultRuntime ?? "runc",
    runtimes,
  };
};
