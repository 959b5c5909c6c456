import { realpathSync } from "node:fs";
import { CriError, type Mount as CriMount, MountPropagation } from "@crikit/cri-api";
import { formatKubeletError, KUBELET_ERRORS } from "@crikit/cri-runtime";
import { DynamicVolume } from "../filesystem/dynamic-volume.ts";
import { FileSystem, type Mount } from "../filesystem/filesystem.ts";
import { HostVolume } from "../filesystem/host-volume.ts";
import { createDevice, createDirectory, createFile } from "../filesystem/node.ts";
import { TreeVolume } from "../filesystem/tree-volume.ts";
import type { Segments } from "../filesystem/volume.ts";
import type { ContainerRecord } from "./container.ts";
import { createProcTree } from "./proc.ts";
import { imageOf, type MockState } from "./state.ts";

/** The names of an absolute path. */
export const segmentsOf = (path: string): Segments => path.split("/").filter((name) => name !== "" && name !== ".");

const memoryVolume = (
  state: MockState,
  name: string,
  root: ConstructorParameters<typeof TreeVolume>[0]["root"],
): TreeVolume =>
  new TreeVolume({
    name,
    root,
    nowMs: () => Number(state.clock.nowNanos() / 1_000_000n),
    randomBytes: (count) => state.identities.bytes(count),
  });

/** The container's own layer over its image. */
export const createRootVolume = (state: MockState, container: ContainerRecord): TreeVolume =>
  new TreeVolume({
    name: "overlay",
    root: container.image.tree,
    nowMs: () => Number(state.clock.nowNanos() / 1_000_000n),
    randomBytes: (count) => state.identities.bytes(count),
    limitBytes: state.options.writableLayerBytes,
  });

const resolvConf = (container: ContainerRecord): string => {
  const dns = container.sandbox.config.dnsConfig;
  const lines: string[] = [];
  if (dns !== undefined && dns.searches.length > 0) lines.push(`search ${dns.searches.join(" ")}`);
  const servers = dns === undefined || dns.servers.length === 0 ? ["127.0.0.1"] : dns.servers;
  for (const server of servers) lines.push(`nameserver ${server}`);
  if (dns !== undefined && dns.options.length > 0) lines.push(`options ${dns.options.join(" ")}`);
  return `${lines.join("\n")}\n`;
};

const hosts = (container: ContainerRecord): string => {
  const lines = ["127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback"];
  for (const ip of container.sandbox.network.ips) lines.push(`${ip}\t${container.hostname}`);
  return `${lines.join("\n")}\n`;
};

/** A mount of the host, checked when the container is made: the source must be there, as the CRI asks. */
const hostMount = (mount: CriMount): Mount => {
  let real: string;
  try {
    real = realpathSync(mount.hostPath);
  } catch (cause) {
    throw new CriError("InvalidArgument", `mount source "${mount.hostPath}" does not exist on the host`, { cause });
  }
  const volume = new HostVolume(real, { hidesLaterMounts: mount.propagation === MountPropagation.PROPAGATION_PRIVATE });
  return {
    at: segmentsOf(mount.containerPath),
    volume,
    readonly: mount.readonly,
    isWritable: mount.recursiveReadOnly ? undefined : (inside) => !volume.isOnRootDevice(inside),
  };
};

const imageMount = (state: MockState, mount: CriMount): Mount => {
  const name = mount.image?.image ?? "";
  const image = state.images.find(name);
  const from = segmentsOf(mount.imageSubPath);
  const fail = (detail: string): CriError =>
    new CriError("InvalidArgument", formatKubeletError(KUBELET_ERRORS.imageVolumeMountFailed, detail));
  if (image === undefined) throw fail(`image "${name}" is not present`);
  const volume = memoryVolume(state, name, image.tree);
  if (from.length > 0 && volume.lstat(from) === undefined)
    throw fail(`image "${name}" has no path "${mount.imageSubPath}"`);
  return { at: segmentsOf(mount.containerPath), volume, from, readonly: true };
};

/** The mounts that a container's configuration asks for. Throws for a source that cannot be used. */
export const configuredMounts = (state: MockState, mounts: readonly CriMount[]): readonly Mount[] =>
  mounts.map((mount) => ({
    ...(mount.image === undefined ? hostMount(mount) : imageMount(state, mount)),
    noexec: mount.mountOptions.includes("noexec"),
  }));

const describe = ({ at, volume, readonly }: Mount): string => {
  const kind = volume.name.startsWith("/") ? "ext4" : volume.name;
  return `${volume.name} /${at.join("/")} ${kind} ${readonly === true ? "ro" : "rw"},relatime 0 0`;
};

const procVolume = (state: MockState, container: ContainerRecord): DynamicVolume =>
  new DynamicVolume("proc", () =>
    createProcTree({
      processes: container.visible(),
      capabilities: container.capabilities,
      seccompMode: container.seccomp.mode,
      noNewPrivileges: container.noNewPrivileges,
      nowNanos: state.clock.nowNanos(),
      memoryBytes: 8 * 1024 ** 3,
      mounts: container.fs.mounts.map(describe),
      ...container.idMaps,
      sysctls: container.sandbox.config.linux?.sysctls ?? {},
      hostname: container.hostname,
    }),
  );

/** All that is mounted in a container: its image with its own layer, what every container has, what was asked for, masks. */
export const createContainerFileSystem = (
  state: MockState,
  container: ContainerRecord,
  root: TreeVolume,
): FileSystem => {
  const context = container.config.linux?.securityContext;
  const privileged = context?.privileged === true;
  const file = (path: string, content: string): Mount => ({
    at: segmentsOf(path),
    volume: memoryVolume(state, path, createFile(content)),
  });
  const mounts: Mount[] = [
    { at: [], volume: root, readonly: context?.readonlyRootfs === true },
    { at: ["proc"], volume: procVolume(state, container) },
    { at: ["dev"], volume: memoryVolume(state, "devtmpfs", state.deviceTree) },
    { at: ["sys"], volume: memoryVolume(state, "sysfs", createDirectory()), readonly: !privileged },
    file("/etc/resolv.conf", resolvConf(container)),
    file("/etc/hosts", hosts(container)),
    file("/etc/hostname", `${container.hostname}\n`),
    ...configuredMounts(state, container.config.mounts),
  ];
  const fs = new FileSystem(mounts);
  if (privileged) return fs;
  for (const path of context?.maskedPaths ?? []) mask(state, fs, path);
  for (const path of context?.readonlyPaths ?? []) protect(fs, path);
  return fs;
};

/** Hides what is at `path`: a directory is empty, a file is /dev/null. */
const mask = (state: MockState, fs: FileSystem, path: string): void => {
  const { stat, path: at } = fs.resolve(path, "/");
  if (stat === undefined) return;
  const node = stat.kind === "directory" ? createDirectory() : createDevice("null");
  fs.mount({ at, volume: memoryVolume(state, "tmpfs", node), readonly: true });
};

const protect = (fs: FileSystem, path: string): void => {
  const place = fs.resolve(path, "/");
  if (place.stat === undefined) return;
  fs.mount({ at: place.path, volume: place.mount.volume, from: place.inside, readonly: true });
};

/** The image that a volume of a container shows, for its status. */
export const volumeImageId = (state: MockState, mount: CriMount): string =>
  mount.image === undefined ? "" : imageOf(state, mount.image.image).imageId;
