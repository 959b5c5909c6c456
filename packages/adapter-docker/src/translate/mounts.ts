import { mkdir, stat } from "node:fs/promises";
import { CriError, type Mount, MountPropagation } from "@crikit/cri-api";
import { formatKubeletError, KUBELET_ERRORS } from "@crikit/cri-runtime";
import type { EngineMount } from "../engine/types.ts";
import { cannot } from "./unsupported.ts";

/** What of the engine and its host decides how mounts are given. */
export interface MountHost {
  /** Whether the engine's API is at least `version`. */
  speaks(version: string): boolean;
  /** Whether the engine's files are this process' files. */
  readonly isLocal: boolean;
  /** Whether recursive read-only mounts are possible with this runtime handler. */
  readonly hasRecursiveReadOnly: boolean;
  readonly hasSeLinux: boolean;
}

/** Mounts in the engine's two forms: the older one is used only for what the newer cannot say. */
export interface EngineMounts {
  readonly mounts: readonly EngineMount[];
  readonly binds: readonly string[];
}

const propagations: Readonly<Record<MountPropagation, string>> = {
  [MountPropagation.PROPAGATION_PRIVATE]: "",
  [MountPropagation.PROPAGATION_HOST_TO_CONTAINER]: "rslave",
  [MountPropagation.PROPAGATION_BIDIRECTIONAL]: "rshared",
};

const imageMount = (mount: Mount, host: MountHost): EngineMount => {
  const image = mount.image?.image ?? "";
  if (!host.speaks("1.48")) {
    const text = `image "${image}" as a volume needs Docker Engine 28 (API 1.48) or newer`;
    throw new CriError("FailedPrecondition", formatKubeletError(KUBELET_ERRORS.imageVolumeMountFailed, text));
  }
  const subpath = mount.imageSubPath === "" ? {} : { ImageOptions: { Subpath: mount.imageSubPath } };
  return { Type: "image", Source: image, Target: mount.containerPath, ReadOnly: true, ...subpath };
};

const bindOptions = (mount: Mount, host: MountHost): EngineMount["BindOptions"] => {
  const propagation = propagations[mount.propagation] ?? "";
  return {
    ...(propagation === "" ? {} : { Propagation: propagation }),
    ...(host.speaks("1.42") ? { CreateMountpoint: true } : {}),
    // Since Docker 25 a read-only mount is recursively so unless this is said; CRI asks for that only with recursive_read_only.
    ...(mount.readonly && !mount.recursiveReadOnly && host.speaks("1.44") ? { ReadOnlyNonRecursive: true } : {}),
    ...(mount.recursiveReadOnly ? { ReadOnlyForceRecursive: true, Propagation: "rprivate" } : {}),
  };
};

const checkPossible = (mount: Mount, host: MountHost): void => {
  const what = `mount "${mount.containerPath}"`;
  if (mount.uidMappings.length + mount.gidMappings.length > 0)
    cannot(`${what} with id mappings`, "its engine maps no ids of a mount");
  if (mount.mountOptions.length > 0)
    cannot(`${what} with mount_options`, "its API has no such options for a bind mount");
  if (mount.recursiveReadOnly && !host.hasRecursiveReadOnly) {
    const text = `${what} needs Docker Engine 25 (API 1.44), Linux 5.12 and an OCI runtime with "rro"`;
    throw new CriError("InvalidArgument", formatKubeletError(KUBELET_ERRORS.recursiveReadOnlyUnsupported, text));
  }
};

const relabelledBind = (mount: Mount): string => {
  if (mount.hostPath.includes(":") || mount.containerPath.includes(":"))
    cannot(`relabelling mount "${mount.containerPath}"`, "its path has a colon in it");
  const propagation = propagations[mount.propagation] ?? "";
  const options = ["z", ...(mount.readonly ? ["ro"] : []), ...(propagation === "" ? [] : [propagation])];
  return `${mount.hostPath}:${mount.containerPath}:${options.join(",")}`;
};

/** A missing host path becomes a folder, as dockershim and containerd have it; engines before API 1.42 do not make it themselves. */
const ensureSource = async (mount: Mount, host: MountHost): Promise<void> => {
  if (host.speaks("1.42") || !host.isLocal) return;
  const found = await stat(mount.hostPath).catch(() => undefined);
  if (found === undefined) await mkdir(mount.hostPath, { recursive: true });
};

/** CRI's mounts as the engine's; throws for what the engine cannot mount as asked. */
export const toEngineMounts = async (mounts: readonly Mount[], host: MountHost): Promise<EngineMounts> => {
  const result: { mounts: EngineMount[]; binds: string[] } = { mounts: [], binds: [] };
  for (const mount of mounts) {
    checkPossible(mount, host);
    if (mount.image !== undefined) {
      result.mounts.push(imageMount(mount, host));
      continue;
    }
    await ensureSource(mount, host);
    if (mount.selinuxRelabel && host.hasSeLinux) result.binds.push(relabelledBind(mount));
    else
      result.mounts.push({
        Type: "bind",
        Source: mount.hostPath,
        Target: mount.containerPath,
        ReadOnly: mount.readonly,
        BindOptions: bindOptions(mount, host) ?? {},
      });
  }
  return result;
};
