import type { ImageSpec, Mount, NamespaceOption } from "@crikit/cri-api";

/** What a sandbox container's facts label holds: what was asked for and cannot be read back from the engine. */
export interface SandboxFacts {
  readonly name: string;
  readonly uid: string;
  readonly namespace: string;
  readonly attempt: number;
  readonly runtimeHandler: string;
  readonly logDirectory: string;
  readonly namespaces: Pick<NamespaceOption, "network" | "pid" | "ipc" | "targetId">;
  /** How its network is made: `bridge`, `host` or `cni`. */
  readonly networkMode: string;
  readonly ports: readonly {
    readonly protocol: number;
    readonly containerPort: number;
    readonly hostPort: number;
    readonly hostIp: string;
  }[];
}

/** What a container's facts label holds. */
export interface ContainerFacts {
  readonly name: string;
  readonly attempt: number;
  readonly image: Pick<ImageSpec, "image" | "userSpecifiedImage" | "runtimeHandler">;
  readonly mounts: readonly MountFacts[];
  readonly logPath: string;
  readonly stopSignal: number;
  readonly user: UserFacts;
  /** Whether the log is written here in CRI format; false when it is a link to the engine's own file. */
  readonly writesLog: boolean;
}

/** One mount as it was asked for. */
export type MountFacts = Pick<
  Mount,
  "containerPath" | "hostPath" | "readonly" | "selinuxRelabel" | "propagation" | "recursiveReadOnly" | "imageSubPath"
> & {
  readonly image?: string;
  /** The digest the image volume was mounted from. */
  readonly imageRef?: string;
};

/** As whom the first process was asked to run. */
export interface UserFacts {
  /** As in the engine's Config.User: `uid`, `name`, `uid:gid`; "" is the image's. */
  readonly user: string;
  readonly supplementalGroups: readonly number[];
  readonly isStrict: boolean;
}
