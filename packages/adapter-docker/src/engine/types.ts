// The engine's JSON as far as it is read here. Every field may be missing: versions differ, and newer ones leave out what is empty.

/** `GET /version`. */
export interface EngineVersion {
  readonly Version?: string;
  readonly ApiVersion?: string;
  readonly MinAPIVersion?: string;
  readonly KernelVersion?: string;
}

/** `GET /info`. */
export interface EngineHost {
  readonly ID?: string;
  readonly Name?: string;
  readonly DockerRootDir?: string;
  readonly Driver?: string;
  readonly DriverStatus?: readonly (readonly string[])[] | null;
  readonly CgroupDriver?: string;
  readonly CgroupVersion?: string;
  readonly OperatingSystem?: string;
  readonly KernelVersion?: string;
  readonly ServerVersion?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly Runtimes?: Readonly<
    Record<string, { readonly path?: string; readonly status?: Readonly<Record<string, string>> | null }>
  >;
  readonly DefaultRuntime?: string;
  readonly LiveRestoreEnabled?: boolean;
}

/** One row of `GET /containers/json`. */
export interface ContainerRow {
  readonly Id: string;
  readonly State?: string;
  readonly Status?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly SizeRw?: number;
}

/** A mount as asked for in HostConfig. */
export interface EngineMount {
  readonly Type: "bind" | "image" | "tmpfs" | "volume";
  readonly Source?: string;
  readonly Target?: string;
  readonly ReadOnly?: boolean;
  readonly BindOptions?: {
    readonly Propagation?: string;
    readonly CreateMountpoint?: boolean;
    readonly NonRecursive?: boolean;
    readonly ReadOnlyNonRecursive?: boolean;
    readonly ReadOnlyForceRecursive?: boolean;
  };
  readonly ImageOptions?: { readonly Subpath?: string };
}

/** HostConfig as it is sent and read back. */
export interface EngineHostConfig {
  readonly Runtime?: string;
  readonly NetworkMode?: string;
  readonly IpcMode?: string;
  readonly PidMode?: string;
  readonly UTSMode?: string;
  readonly CgroupParent?: string;
  readonly CgroupnsMode?: string;
  readonly OomScoreAdj?: number;
  readonly Privileged?: boolean;
  readonly ReadonlyRootfs?: boolean;
  readonly CapAdd?: readonly string[] | null;
  readonly CapDrop?: readonly string[] | null;
  readonly GroupAdd?: readonly string[] | null;
  readonly SecurityOpt?: readonly string[] | null;
  readonly MaskedPaths?: readonly string[] | null;
  readonly ReadonlyPaths?: readonly string[] | null;
  readonly Sysctls?: Readonly<Record<string, string>> | null;
  readonly Mounts?: readonly EngineMount[] | null;
  readonly Binds?: readonly string[] | null;
  readonly Devices?: readonly { PathOnHost: string; PathInContainer: string; CgroupPermissions: string }[] | null;
  readonly DeviceRequests?: readonly { Driver: string; DeviceIDs: readonly string[] }[] | null;
  readonly PortBindings?: Readonly<Record<string, readonly { HostIp: string; HostPort: string }[]>> | null;
  readonly RestartPolicy?: { readonly Name: string };
  readonly LogConfig?: { readonly Type: string; readonly Config: Readonly<Record<string, string>> };
  readonly ShmSize?: number;
  readonly Dns?: readonly string[] | null;
  readonly DnsSearch?: readonly string[] | null;
  readonly DnsOptions?: readonly string[] | null;
  readonly Init?: boolean;
  readonly CpuShares?: number;
  readonly CpuPeriod?: number;
  readonly CpuQuota?: number;
  readonly CpusetCpus?: string;
  readonly CpusetMems?: string;
  readonly Memory?: number;
  readonly MemorySwap?: number;
}

/** Config as it is sent and read back. */
export interface EngineConfig {
  readonly Hostname?: string;
  readonly Image?: string;
  readonly User?: string;
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly Env?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly OpenStdin?: boolean;
  readonly StdinOnce?: boolean;
  readonly Tty?: boolean;
  readonly StopSignal?: string;
  readonly ExposedPorts?: Readonly<Record<string, Readonly<Record<string, never>>>> | null;
  readonly Healthcheck?: { readonly Test: readonly string[] };
}

/** The body of `POST /containers/create`. */
export interface ContainerCreate extends EngineConfig {
  readonly HostConfig: EngineHostConfig;
  readonly NetworkingConfig?: { readonly EndpointsConfig: Readonly<Record<string, object>> };
}

/** `GET /containers/ID/json`. */
export interface ContainerInspect {
  readonly Id: string;
  readonly Name?: string;
  readonly Created?: string;
  readonly Image?: string;
  readonly ResolvConfPath?: string;
  readonly HostsPath?: string;
  readonly LogPath?: string;
  readonly Driver?: string;
  readonly State?: {
    readonly Status?: string;
    readonly Running?: boolean;
    readonly Paused?: boolean;
    readonly OOMKilled?: boolean;
    readonly Dead?: boolean;
    readonly Pid?: number;
    readonly ExitCode?: number;
    readonly Error?: string;
    readonly StartedAt?: string;
    readonly FinishedAt?: string;
  };
  readonly Config?: EngineConfig;
  readonly HostConfig?: EngineHostConfig;
  readonly Mounts?:
    | readonly {
        readonly Type?: string;
        readonly Source?: string;
        readonly Destination?: string;
        readonly RW?: boolean;
        readonly Propagation?: string;
      }[]
    | null;
  readonly NetworkSettings?: {
    readonly SandboxKey?: string;
    readonly Networks?: Readonly<
      Record<string, { readonly IPAddress?: string; readonly GlobalIPv6Address?: string } | null>
    > | null;
  };
}

/** One row of `GET /images/json`. */
export interface ImageRow {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Size?: number;
  readonly SharedSize?: number;
}

/** `GET /images/NAME/json`. */
export interface ImageInspect {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Created?: string;
  readonly Size?: number;
  readonly VirtualSize?: number;
  readonly Architecture?: string;
  readonly Os?: string;
  readonly Config?: EngineConfig | null;
  readonly Descriptor?: { readonly digest?: string } | null;
}

/** One line of the progress of a pull. */
export interface PullProgress {
  readonly status?: string;
  readonly id?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string; readonly code?: number };
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

/** One event of `GET /events`. */
export interface EngineEvent {
  readonly Type?: string;
  readonly Action?: string;
  readonly Actor?: { readonly ID?: string; readonly Attributes?: Readonly<Record<string, string>> | null };
  readonly timeNano?: number;
}

/** `GET /exec/ID/json`. */
export interface ExecInspect {
  readonly ID?: string;
  readonly Running?: boolean;
  readonly ExitCode?: number | null;
  readonly Pid?: number;
}

/** `GET /containers/ID/stats`. */
export interface EngineStats {
  readonly read?: string;
  readonly cpu_stats?: {
    readonly cpu_usage?: {
      readonly total_usage?: number;
      readonly usage_in_kernelmode?: number;
      readonly usage_in_usermode?: number;
    };
    readonly throttling_data?: {
      readonly periods?: number;
      readonly throttled_periods?: number;
      readonly throttled_time?: number;
    };
  };
  readonly memory_stats?: {
    readonly usage?: number;
    readonly max_usage?: number;
    readonly failcnt?: number;
    readonly limit?: number;
    readonly stats?: Readonly<Record<string, number>>;
  };
  readonly pids_stats?: { readonly current?: number; readonly limit?: number };
  readonly networks?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly blkio_stats?: {
    readonly io_service_bytes_recursive?: readonly { major: number; minor: number; op: string; value: number }[] | null;
    readonly io_serviced_recursive?: readonly { major: number; minor: number; op: string; value: number }[] | null;
  };
}

/** `GET /networks/NAME`. */
export interface EngineNetwork {
  readonly Id: string;
  readonly Name?: string;
  readonly Driver?: string;
  readonly EnableIPv6?: boolean;
  readonly Labels?: Readonly<Record<string, string>> | null;
}
