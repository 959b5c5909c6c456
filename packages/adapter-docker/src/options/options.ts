import type { HostPlace } from "../engine/engine-host.ts";

/** The sandbox image where none is named. */
export const SANDBOX_IMAGE = "registry.k8s.io/pause:3.10";

/** How pods get networks of their own. */
export type NetworkChoice =
  | {
      /** A Docker network that the adapter makes: no root needed, works with an engine elsewhere. */
      readonly mode: "bridge";
      /** The network's name. Default `crikit`, `crikit-INSTANCE` for a named instance. */
      readonly name?: string | undefined;
      readonly mtu?: number | undefined;
      readonly ipv6?: boolean | undefined;
      /** Subnets in CIDR notation. Default: the engine's choice, or the kubelet's pod CIDR. */
      readonly subnets?: readonly string[] | undefined;
    }
  | {
      /** Pods without `hostNetwork` are refused. */
      readonly mode: "host";
    }
  | {
      /** CNI plugins on the engine's host; needs Linux and root. */
      readonly mode: "cni";
      /** Default `/etc/cni/net.d`. */
      readonly configFolder?: string | undefined;
      /** Folders of plugins, the first that has one counts. Default `["/opt/cni/bin", "/usr/lib/cni"]`. */
      readonly binFolders?: readonly string[] | undefined;
      /** libcni's cache, read for pods that cri-dockerd has made. Default `/var/lib/cni/cache`. */
      readonly cacheFolder?: string | undefined;
    };

/** What {@link createDockerRuntime} can be told. */
export interface DockerRuntimeOptions {
  /** `unix:///path`, `tcp://host:port` or a path. Default: DOCKER_HOST, the docker context, `/var/run/docker.sock`. */
  readonly dockerEndpoint?: string | undefined;
  /** The environment that DOCKER_HOST and its kin are read from. Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The folder for what has to outlive the process (marks of logs, CNI results). Default `/var/lib/crikit/docker`. */
  readonly root?: string | undefined;
  /** Two instances on one engine do not see each other's pods. Default "": the one that also sees cri-dockerd's pods. */
  readonly instance?: string | undefined;
  /** Default {@link SANDBOX_IMAGE}. */
  readonly sandboxImage?: string | undefined;
  /** Images that no garbage collector may remove, beside the sandbox image. */
  readonly pinnedImages?: readonly string[] | undefined;
  /** Default a bridge. */
  readonly network?: NetworkChoice | undefined;
  /** Whether the engine's files and processes are this machine's. Default `auto`. */
  readonly place?: HostPlace | "auto" | undefined;
  /** `cri` writes logs here in CRI format; `symlink` links the engine's own files. Default `cri`. */
  readonly logMode?: "cri" | "symlink" | undefined;
  /** The engine's log driver of containers: the store that logs are resumed from. Default `local`, 20 MB, two files; `json-file` with `symlink`. */
  readonly logDriver?: { readonly type: string; readonly options?: Readonly<Record<string, string>> } | undefined;
  /** A pull without progress is given up after so long, in milliseconds; 0 is never. Default 60000. */
  readonly imagePullProgressMs?: number | undefined;
  /** The OOM score of sandbox containers; what the machine refuses is raised. Default -998. */
  readonly sandboxOomScoreAdj?: number | undefined;
  /** How often everything is compared with the engine's lists, in milliseconds. Default 60000. */
  readonly relistMs?: number | undefined;
  /** How long an ended container's log may hold back its end, in milliseconds. Default 5000. */
  readonly logDrainMs?: number | undefined;
  /** What an operator should read. Default: standard error. */
  readonly onWarning?: ((text: string) => void) | undefined;
}
