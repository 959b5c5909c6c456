import type { Clock } from "../clock/clock.ts";
import type { Catalogue } from "../images/image-template.ts";
import type { PullProgress, RegistryRule } from "../images/registry.ts";
import type { Program } from "../process/program.ts";

/** What {@link createMockRuntime} can be told. All of it is optional: the default runtime takes any image and any pod. */
export interface MockRuntimeOptions {
  /** Makes ids, and everything else that is random, the same in each run. Default: different each time. */
  readonly seed?: string | undefined;
  /** `"manual"` is a clock that only `advance` moves. Default: the machine's. */
  readonly clock?: "system" | "manual" | Clock | undefined;
  /** Where a manual clock begins, in nanoseconds since 1970-01-01 UTC. Default 2026-01-01. */
  readonly startNanos?: bigint | undefined;
  /** IPv4 range of the pods. Default 127.128.0.0/9 on Linux, so that a pod's listener can be dialled at the pod's address from this host; 10.88.0.0/16 elsewhere. */
  readonly podCidr?: string | undefined;
  /** Whether listeners of pods, and host ports, are real sockets of this host too. Default true. */
  readonly realSockets?: boolean | undefined;
  /** Where ports of this host are opened, for pods with the host's network and for host ports that name no address. Default 127.0.0.1: nobody outside reaches them. */
  readonly hostAddress?: string | undefined;
  /** Images by name, before the mock's own. */
  readonly images?: Catalogue | undefined;
  /** Whether a reference that is not in the catalogue can be pulled. Default true. */
  readonly anyImage?: boolean | undefined;
  /** Images that are there from the start. */
  readonly pulled?: readonly string[] | undefined;
  /** How registries behave; the first rule that matches holds. */
  readonly registries?: readonly RegistryRule[] | undefined;
  /** How long a pull takes where no rule says otherwise, in milliseconds. Default 5, and 0 with a manual clock. */
  readonly pullMs?: number | undefined;
  /** Told how far a pull is, ten times per image. */
  readonly onPullProgress?: ((progress: PullProgress) => void) | undefined;
  /** Programs by name, beside the mock's own. */
  readonly programs?: Readonly<Record<string, Program>> | undefined;
  /** Addresses of host names outside the pods, for programs that look them up. */
  readonly hosts?: Readonly<Record<string, string>> | undefined;
  /** Names of RuntimeClass handlers beside the default "". */
  readonly runtimeHandlers?: readonly string[] | undefined;
  /** What RuntimeConfig answers. Default "systemd". */
  readonly cgroupDriver?: "systemd" | "cgroupfs" | undefined;
  /** AppArmor profiles that are loaded; any other makes CreateContainer fail. Default: every profile is taken to be loaded. */
  readonly apparmorProfiles?: readonly string[] | undefined;
  /** Bytes a container may write into its own layer. Default: no limit. */
  readonly writableLayerBytes?: number | undefined;
  /** Capacity of the mock's image file system in bytes. Default 100 GiB. */
  readonly imageFsBytes?: number | undefined;
  /** Events that may wait for one subscriber before it is ended with ResourceExhausted. Default 65,536. */
  readonly maxPendingEvents?: number | undefined;
  /** Calls that `called` remembers, the last ones. Default 1,000. */
  readonly recordedCalls?: number | undefined;
  /** A file that the state is kept in: read at the start, written by `save`, when the runtime is closed, and about every second in which something has changed. Default: none. */
  readonly state?: string | undefined;
}

/** Events that may wait for one subscriber, if nothing else is said. */
export const DEFAULT_PENDING_EVENTS = 65_536;

/** The pods' range, if nothing else is said. */
export const defaultPodCidr = (platform: NodeJS.Platform): string =>
  platform === "linux" ? "127.128.0.0/9" : "10.88.0.0/16";

/** Where ports of this host are opened, if nothing else is said. */
export const DEFAULT_HOST_ADDRESS = "127.0.0.1";
