import { LinuxContainerResources, WindowsContainerResources } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";

/** The flags that say what a container or pod may use. */
export const RESOURCE_FLAGS = {
  "cpu-period": { kind: "integer", placeholder: "MICROSECONDS", summary: "The CFS period" },
  "cpu-quota": { kind: "integer", placeholder: "MICROSECONDS", summary: "CPU time in each period, -1 for no limit" },
  "cpu-share": { kind: "integer", summary: "The weight beside other containers" },
  memory: { kind: "text", placeholder: "BYTES", summary: "The most memory; 512Mi and 1G are understood" },
  "memory-swap": { kind: "text", placeholder: "BYTES", summary: "The most memory and swap together" },
  "cpuset-cpus": { kind: "text", placeholder: "LIST", summary: "The CPUs to use, such as 0-3,8" },
  "cpuset-mems": { kind: "text", placeholder: "LIST", summary: "The memory nodes to use" },
  "oom-score-adj": {
    kind: "integer",
    placeholder: "SCORE",
    summary: "-1000 to 1000: how soon the kernel ends it when memory runs out",
  },
  unified: { kind: "list", placeholder: "KEY=VALUE", summary: "A cgroup v2 file and what is written into it" },
  "cpu-count": { kind: "integer", summary: "Windows: how many CPUs" },
  "cpu-maximum": { kind: "integer", summary: "Windows: hundredths of a percent of the CPU" },
} as const;

/** The values of {@link RESOURCE_FLAGS}. */
export interface ResourceChoice {
  readonly "cpu-period": number | undefined;
  readonly "cpu-quota": number | undefined;
  readonly "cpu-share": number | undefined;
  readonly memory: string | undefined;
  readonly "memory-swap": string | undefined;
  readonly "cpuset-cpus": string | undefined;
  readonly "cpuset-mems": string | undefined;
  readonly "oom-score-adj": number | undefined;
  readonly unified: readonly string[];
  readonly "cpu-count": number | undefined;
  readonly "cpu-maximum": number | undefined;
}

const factors: Readonly<Record<string, bigint>> = {
  "": 1n,
  k: 1000n,
  M: 1_000_000n,
  G: 1_000_000_000n,
  T: 1_000_000_000_000n,
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
};

/** Bytes of `1073741824`, `512Mi`, `1G`. */
export const parseBytes = (text: string, flag: string): bigint => {
  const [, digits = "", unit = ""] =
    /^(-?\d+)([kMGT]i?)?$/.exec(text.replace(/^(-?\d+)K/, "$1k").replace("ki", "Ki")) ?? [];
  const factor = factors[unit];
  if (digits === "" || factor === undefined)
    throw new UsageError(`${flag} takes bytes such as 512Mi, not ${JSON.stringify(text)}`);
  return BigInt(digits) * factor;
};

const toBytes = (text: string | undefined, flag: string): bigint => (text === undefined ? 0n : parseBytes(text, flag));

const toMap = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`--unified takes KEY=VALUE, not ${JSON.stringify(text)}`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );

/** Linux' limits as the flags say; what is not given is 0 or empty: unchanged. */
export const linuxResources = (choice: ResourceChoice): LinuxContainerResources =>
  LinuxContainerResources.fromPartial({
    cpuPeriod: BigInt(choice["cpu-period"] ?? 0),
    cpuQuota: BigInt(choice["cpu-quota"] ?? 0),
    cpuShares: BigInt(choice["cpu-share"] ?? 0),
    memoryLimitInBytes: toBytes(choice.memory, "--memory"),
    memorySwapLimitInBytes: toBytes(choice["memory-swap"], "--memory-swap"),
    cpusetCpus: choice["cpuset-cpus"] ?? "",
    cpusetMems: choice["cpuset-mems"] ?? "",
    oomScoreAdj: BigInt(choice["oom-score-adj"] ?? 0),
    unified: toMap(choice.unified),
  });

/** Windows' limits as the flags say. */
export const windowsResources = (choice: ResourceChoice): WindowsContainerResources =>
  WindowsContainerResources.fromPartial({
    cpuCount: BigInt(choice["cpu-count"] ?? 0),
    cpuMaximum: BigInt(choice["cpu-maximum"] ?? 0),
    cpuShares: BigInt(choice["cpu-share"] ?? 0),
    memoryLimitInBytes: toBytes(choice.memory, "--memory"),
  });

/** Refuses a command line that changes nothing. */
export const checkChanges = (given: ReadonlySet<string>): void => {
  if (Object.keys(RESOURCE_FLAGS).some((flag) => given.has(flag))) return;
  throw new UsageError("nothing to change; give a limit, such as --memory 512Mi");
};
