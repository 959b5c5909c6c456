import {
  type ContainerConfig,
  type ContainerMetadata,
  ImageSpec,
  LinuxContainerConfig,
  LinuxPodSandboxConfig,
  type PodSandboxConfig,
  type PodSandboxMetadata,
} from "@crikit/cri-api";

/** Different parts of configurations that are remembered, to be shared; beyond it the memory of them starts afresh. */
const MAX_SHARED = 2048;

/**
 * Parts of configurations that are the same in many containers (limits, security contexts, images) as one object. A pod's containers are
 * kept by the ten thousands, and their configurations come one by one off the wire, each with its own copies.
 */
export class SharedParts {
  readonly #parts = new Map<string, object>();

  /** The first object that was given with the same bytes. */
  share<T extends object>(kind: { readonly encode: (message: T) => { finish(): Uint8Array } }, message: T): T;
  share(kind: { readonly encode: (message: object) => { finish(): Uint8Array } }, message: object): object {
    const key = Buffer.from(kind.encode(message).finish()).toString("latin1");
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    if (this.#parts.size >= MAX_SHARED) this.#parts.clear();
    this.#parts.set(key, message);
    return message;
  }
}

const few = <T>(list: T[]): T[] => (list.length === 0 ? none() : list);

const EMPTY: never[] = [];
Object.freeze(EMPTY);
const none = (): never[] => EMPTY;

/** What was unknown to this version is kept; that there was nothing is not. */
const unknownOf = (message: { readonly _unknownFields?: { [key: number]: Uint8Array[] } | undefined }) =>
  message._unknownFields === undefined || Object.keys(message._unknownFields).length === 0
    ? undefined
    : message._unknownFields;

const keepMetadata = (metadata: ContainerMetadata | undefined): ContainerMetadata | undefined =>
  metadata === undefined ? undefined : { name: metadata.name, attempt: metadata.attempt };

/** A container's configuration in as little memory as it needs, with parts shared between containers. */
export const keepContainerConfig = (parts: SharedParts, config: ContainerConfig): ContainerConfig => {
  const unknown = unknownOf(config);
  const kept: ContainerConfig = {
    metadata: keepMetadata(config.metadata),
    image: config.image === undefined ? undefined : parts.share(ImageSpec, config.image),
    command: few(config.command),
    args: few(config.args),
    workingDir: config.workingDir,
    envs: few(config.envs),
    mounts: few(config.mounts),
    devices: few(config.devices),
    labels: config.labels,
    annotations: config.annotations,
    logPath: config.logPath,
    stdin: config.stdin,
    stdinOnce: config.stdinOnce,
    tty: config.tty,
    linux: config.linux === undefined ? undefined : parts.share(LinuxContainerConfig, config.linux),
    windows: config.windows,
    CDIDevices: few(config.CDIDevices),
    stopSignal: config.stopSignal,
  };
  return unknown === undefined ? kept : { ...kept, _unknownFields: unknown };
};

const keepSandboxMetadata = (metadata: PodSandboxMetadata | undefined): PodSandboxMetadata | undefined =>
  metadata === undefined
    ? undefined
    : { name: metadata.name, uid: metadata.uid, namespace: metadata.namespace, attempt: metadata.attempt };

/** A pod sandbox' configuration, likewise. */
export const keepSandboxConfig = (parts: SharedParts, config: PodSandboxConfig): PodSandboxConfig => {
  const unknown = unknownOf(config);
  const kept: PodSandboxConfig = {
    metadata: keepSandboxMetadata(config.metadata),
    hostname: config.hostname,
    logDirectory: config.logDirectory,
    dnsConfig: config.dnsConfig,
    portMappings: few(config.portMappings),
    labels: config.labels,
    annotations: config.annotations,
    linux: config.linux === undefined ? undefined : parts.share(LinuxPodSandboxConfig, config.linux),
    windows: config.windows,
  };
  return unknown === undefined ? kept : { ...kept, _unknownFields: unknown };
};
