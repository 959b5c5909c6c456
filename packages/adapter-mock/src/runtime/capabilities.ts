import type { LinuxContainerSecurityContext } from "@crikit/cri-api";

/** Linux' capabilities without CAP_, in the order of their numbers. */
const ALL = [
  "CHOWN",
  "DAC_OVERRIDE",
  "DAC_READ_SEARCH",
  "FOWNER",
  "FSETID",
  "KILL",
  "SETGID",
  "SETUID",
  "SETPCAP",
  "LINUX_IMMUTABLE",
  "NET_BIND_SERVICE",
  "NET_BROADCAST",
  "NET_ADMIN",
  "NET_RAW",
  "IPC_LOCK",
  "IPC_OWNER",
  "SYS_MODULE",
  "SYS_RAWIO",
  "SYS_CHROOT",
  "SYS_PTRACE",
  "SYS_PACCT",
  "SYS_ADMIN",
  "SYS_BOOT",
  "SYS_NICE",
  "SYS_RESOURCE",
  "SYS_TIME",
  "SYS_TTY_CONFIG",
  "MKNOD",
  "LEASE",
  "AUDIT_WRITE",
  "AUDIT_CONTROL",
  "SETFCAP",
  "MAC_OVERRIDE",
  "MAC_ADMIN",
  "SYSLOG",
  "WAKE_ALARM",
  "BLOCK_SUSPEND",
  "AUDIT_READ",
  "PERFMON",
  "BPF",
  "CHECKPOINT_RESTORE",
] as const;

/** What a container has when nothing is added or dropped. */
const DEFAULTS = [
  "CHOWN",
  "DAC_OVERRIDE",
  "FSETID",
  "FOWNER",
  "MKNOD",
  "NET_RAW",
  "SETGID",
  "SETUID",
  "SETFCAP",
  "SETPCAP",
  "NET_BIND_SERVICE",
  "SYS_CHROOT",
  "KILL",
  "AUDIT_WRITE",
];

const DEFAULT_SET: ReadonlySet<string> = new Set(DEFAULTS);
const ALL_SET: ReadonlySet<string> = new Set(ALL);

const plainName = (name: string): string => name.toUpperCase().replace(/^CAP_/, "");

/** The names of capabilities that do not exist. */
export const unknownCapabilities = (context: LinuxContainerSecurityContext | undefined): readonly string[] => {
  const { addCapabilities = [], dropCapabilities = [] } = context?.capabilities ?? {};
  return [...addCapabilities, ...dropCapabilities].filter(
    (name) => plainName(name) !== "ALL" && !ALL_SET.has(plainName(name)),
  );
};

/** The capabilities that a container's security context gives. */
export const capabilitiesOf = (context: LinuxContainerSecurityContext | undefined): ReadonlySet<string> => {
  if (context?.privileged === true) return ALL_SET;
  const added = (context?.capabilities?.addCapabilities ?? []).map(plainName);
  const dropped = (context?.capabilities?.dropCapabilities ?? []).map(plainName);
  if (added.length === 0 && dropped.length === 0) return DEFAULT_SET;
  const set = new Set<string>(dropped.includes("ALL") ? [] : DEFAULTS);
  for (const name of added.includes("ALL") ? ALL : added) set.add(name);
  for (const name of dropped) set.delete(name);
  return set;
};

/** The set as /proc shows it: 16 hexadecimal digits. */
export const formatCapabilities = (capabilities: ReadonlySet<string>): string =>
  ALL.reduce((mask, name, bit) => (capabilities.has(name) ? mask | (1n << BigInt(bit)) : mask), 0n)
    .toString(16)
    .padStart(16, "0");
