// Generated from proto/runtime/v1/api.proto by `npm run generate`: do not edit.
/// <reference types="node" preserve="true" />

/* eslint-disable */
import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";

/**
 * The Container Runtime Interface, version v1: what a kubelet asks of a container runtime over a unix socket. The facts
 * (names, numbers, types) are those of Kubernetes 1.37; the words are ours. Times are nanoseconds since 1970 unless a
 * field says otherwise; an id is whatever text the runtime chose.
 */

/** The transport protocol of a port. */
export const Protocol = {
  /** TCP - TCP, the default. */
  TCP: 0,
  /** UDP - UDP. */
  UDP: 1,
  /** SCTP - SCTP. */
  SCTP: 2,
} as const;

export type Protocol = typeof Protocol[keyof typeof Protocol];

export namespace Protocol {
  export type TCP = typeof Protocol.TCP;
  export type UDP = typeof Protocol.UDP;
  export type SCTP = typeof Protocol.SCTP;
}

/** Whether mounts made later below a mounted path cross between host and container. */
export const MountPropagation = {
  /** PROPAGATION_PRIVATE - Mounts cross neither way; Linux calls it rprivate. */
  PROPAGATION_PRIVATE: 0,
  /** PROPAGATION_HOST_TO_CONTAINER - The container sees what the host mounts later; Linux calls it rslave. */
  PROPAGATION_HOST_TO_CONTAINER: 1,
  /**
   * PROPAGATION_BIDIRECTIONAL - Each side sees what the other mounts later; Linux calls it rshared. Kubernetes allows it to privileged containers
   * only.
   */
  PROPAGATION_BIDIRECTIONAL: 2,
} as const;

export type MountPropagation = typeof MountPropagation[keyof typeof MountPropagation];

export namespace MountPropagation {
  export type PROPAGATION_PRIVATE = typeof MountPropagation.PROPAGATION_PRIVATE;
  export type PROPAGATION_HOST_TO_CONTAINER = typeof MountPropagation.PROPAGATION_HOST_TO_CONTAINER;
  export type PROPAGATION_BIDIRECTIONAL = typeof MountPropagation.PROPAGATION_BIDIRECTIONAL;
}

/** With whom a namespace is shared. */
export const NamespaceMode = {
  /** POD - All containers of the pod share it. */
  POD: 0,
  /** CONTAINER - The container has its own. */
  CONTAINER: 1,
  /** NODE - It is the host's. */
  NODE: 2,
  /** TARGET - It is that of the container named by `target_id`; for the PID namespace of an ephemeral container. */
  TARGET: 3,
} as const;

export type NamespaceMode = typeof NamespaceMode[keyof typeof NamespaceMode];

export namespace NamespaceMode {
  export type POD = typeof NamespaceMode.POD;
  export type CONTAINER = typeof NamespaceMode.CONTAINER;
  export type NODE = typeof NamespaceMode.NODE;
  export type TARGET = typeof NamespaceMode.TARGET;
}

/** Which groups a container's first process is in besides its primary one. */
export const SupplementalGroupsPolicy = {
  /** Merge - Those asked for and those that /etc/group of the image gives the user; the default. */
  Merge: 0,
  /** Strict - Those asked for and no others. */
  Strict: 1,
} as const;

export type SupplementalGroupsPolicy = typeof SupplementalGroupsPolicy[keyof typeof SupplementalGroupsPolicy];

export namespace SupplementalGroupsPolicy {
  export type Merge = typeof SupplementalGroupsPolicy.Merge;
  export type Strict = typeof SupplementalGroupsPolicy.Strict;
}

/** The state of a pod sandbox. */
export const PodSandboxState = {
  /** SANDBOX_READY - It runs and takes containers. */
  SANDBOX_READY: 0,
  /** SANDBOX_NOTREADY - It was stopped, or its process has died; no container can be created in it. */
  SANDBOX_NOTREADY: 1,
} as const;

export type PodSandboxState = typeof PodSandboxState[keyof typeof PodSandboxState];

export namespace PodSandboxState {
  export type SANDBOX_READY = typeof PodSandboxState.SANDBOX_READY;
  export type SANDBOX_NOTREADY = typeof PodSandboxState.SANDBOX_NOTREADY;
}

/** A signal by name, so that no side has to know the other's numbers. The number of a value means nothing to a kernel. */
export const Signal = {
  /** SIGNAL_RUNTIME_DEFAULT - None is asked for: the image's STOPSIGNAL, else SIGTERM. */
  SIGNAL_RUNTIME_DEFAULT: 0,
  /** SIGNAL_SIGABRT - Abort. */
  SIGNAL_SIGABRT: 1,
  /** SIGNAL_SIGALRM - Timer of alarm(2). */
  SIGNAL_SIGALRM: 2,
  /** SIGNAL_SIGBUS - Bus error. */
  SIGNAL_SIGBUS: 3,
  /** SIGNAL_SIGCHLD - A child has stopped or ended. */
  SIGNAL_SIGCHLD: 4,
  /** SIGNAL_SIGCLD - Another name of SIGCHLD. */
  SIGNAL_SIGCLD: 5,
  /** SIGNAL_SIGCONT - Go on after a stop. */
  SIGNAL_SIGCONT: 6,
  /** SIGNAL_SIGFPE - Arithmetic error. */
  SIGNAL_SIGFPE: 7,
  /** SIGNAL_SIGHUP - The terminal has gone; by custom, read the configuration again. */
  SIGNAL_SIGHUP: 8,
  /** SIGNAL_SIGILL - Illegal instruction. */
  SIGNAL_SIGILL: 9,
  /** SIGNAL_SIGINT - Interrupt, as by Ctrl-C. */
  SIGNAL_SIGINT: 10,
  /** SIGNAL_SIGIO - Input or output is possible. */
  SIGNAL_SIGIO: 11,
  /** SIGNAL_SIGIOT - Another name of SIGABRT. */
  SIGNAL_SIGIOT: 12,
  /** SIGNAL_SIGKILL - End at once; cannot be caught. */
  SIGNAL_SIGKILL: 13,
  /** SIGNAL_SIGPIPE - Written to a pipe that nobody reads. */
  SIGNAL_SIGPIPE: 14,
  /** SIGNAL_SIGPOLL - Another name of SIGIO. */
  SIGNAL_SIGPOLL: 15,
  /** SIGNAL_SIGPROF - Profiling timer. */
  SIGNAL_SIGPROF: 16,
  /** SIGNAL_SIGPWR - Power failure. */
  SIGNAL_SIGPWR: 17,
  /** SIGNAL_SIGQUIT - Quit, as by Ctrl-\; many servers take it as a graceful stop. */
  SIGNAL_SIGQUIT: 18,
  /** SIGNAL_SIGSEGV - Bad memory access. */
  SIGNAL_SIGSEGV: 19,
  /** SIGNAL_SIGSTKFLT - Coprocessor stack fault; no longer sent by Linux. */
  SIGNAL_SIGSTKFLT: 20,
  /** SIGNAL_SIGSTOP - Stop; cannot be caught and does not end a process. */
  SIGNAL_SIGSTOP: 21,
  /** SIGNAL_SIGSYS - Bad system call. */
  SIGNAL_SIGSYS: 22,
  /** SIGNAL_SIGTERM - Please end; what a runtime sends if nothing else is asked for. */
  SIGNAL_SIGTERM: 23,
  /** SIGNAL_SIGTRAP - Breakpoint. */
  SIGNAL_SIGTRAP: 24,
  /** SIGNAL_SIGTSTP - Stop, as by Ctrl-Z. */
  SIGNAL_SIGTSTP: 25,
  /** SIGNAL_SIGTTIN - Read from the terminal in the background. */
  SIGNAL_SIGTTIN: 26,
  /** SIGNAL_SIGTTOU - Written to the terminal in the background. */
  SIGNAL_SIGTTOU: 27,
  /** SIGNAL_SIGURG - Urgent data on a socket. */
  SIGNAL_SIGURG: 28,
  /** SIGNAL_SIGUSR1 - The program's own use. */
  SIGNAL_SIGUSR1: 29,
  /** SIGNAL_SIGUSR2 - The program's own use. */
  SIGNAL_SIGUSR2: 30,
  /** SIGNAL_SIGVTALRM - Virtual timer. */
  SIGNAL_SIGVTALRM: 31,
  /** SIGNAL_SIGWINCH - The terminal has another size; Apache httpd takes it as a graceful stop. */
  SIGNAL_SIGWINCH: 32,
  /** SIGNAL_SIGXCPU - Over the CPU time limit. */
  SIGNAL_SIGXCPU: 33,
  /** SIGNAL_SIGXFSZ - Over the file size limit. */
  SIGNAL_SIGXFSZ: 34,
  /** SIGNAL_SIGRTMIN - The first real-time signal that the C library leaves free: 34 with glibc on Linux. */
  SIGNAL_SIGRTMIN: 35,
  /** SIGNAL_SIGRTMINPLUS1 - SIGRTMIN + 1. */
  SIGNAL_SIGRTMINPLUS1: 36,
  /** SIGNAL_SIGRTMINPLUS2 - SIGRTMIN + 2. */
  SIGNAL_SIGRTMINPLUS2: 37,
  /** SIGNAL_SIGRTMINPLUS3 - SIGRTMIN + 3. */
  SIGNAL_SIGRTMINPLUS3: 38,
  /** SIGNAL_SIGRTMINPLUS4 - SIGRTMIN + 4. */
  SIGNAL_SIGRTMINPLUS4: 39,
  /** SIGNAL_SIGRTMINPLUS5 - SIGRTMIN + 5. */
  SIGNAL_SIGRTMINPLUS5: 40,
  /** SIGNAL_SIGRTMINPLUS6 - SIGRTMIN + 6. */
  SIGNAL_SIGRTMINPLUS6: 41,
  /** SIGNAL_SIGRTMINPLUS7 - SIGRTMIN + 7. */
  SIGNAL_SIGRTMINPLUS7: 42,
  /** SIGNAL_SIGRTMINPLUS8 - SIGRTMIN + 8. */
  SIGNAL_SIGRTMINPLUS8: 43,
  /** SIGNAL_SIGRTMINPLUS9 - SIGRTMIN + 9. */
  SIGNAL_SIGRTMINPLUS9: 44,
  /** SIGNAL_SIGRTMINPLUS10 - SIGRTMIN + 10. */
  SIGNAL_SIGRTMINPLUS10: 45,
  /** SIGNAL_SIGRTMINPLUS11 - SIGRTMIN + 11. */
  SIGNAL_SIGRTMINPLUS11: 46,
  /** SIGNAL_SIGRTMINPLUS12 - SIGRTMIN + 12. */
  SIGNAL_SIGRTMINPLUS12: 47,
  /** SIGNAL_SIGRTMINPLUS13 - SIGRTMIN + 13. */
  SIGNAL_SIGRTMINPLUS13: 48,
  /** SIGNAL_SIGRTMINPLUS14 - SIGRTMIN + 14. */
  SIGNAL_SIGRTMINPLUS14: 49,
  /** SIGNAL_SIGRTMINPLUS15 - SIGRTMIN + 15. */
  SIGNAL_SIGRTMINPLUS15: 50,
  /** SIGNAL_SIGRTMAXMINUS14 - SIGRTMAX - 14. */
  SIGNAL_SIGRTMAXMINUS14: 51,
  /** SIGNAL_SIGRTMAXMINUS13 - SIGRTMAX - 13. */
  SIGNAL_SIGRTMAXMINUS13: 52,
  /** SIGNAL_SIGRTMAXMINUS12 - SIGRTMAX - 12. */
  SIGNAL_SIGRTMAXMINUS12: 53,
  /** SIGNAL_SIGRTMAXMINUS11 - SIGRTMAX - 11. */
  SIGNAL_SIGRTMAXMINUS11: 54,
  /** SIGNAL_SIGRTMAXMINUS10 - SIGRTMAX - 10. */
  SIGNAL_SIGRTMAXMINUS10: 55,
  /** SIGNAL_SIGRTMAXMINUS9 - SIGRTMAX - 9. */
  SIGNAL_SIGRTMAXMINUS9: 56,
  /** SIGNAL_SIGRTMAXMINUS8 - SIGRTMAX - 8. */
  SIGNAL_SIGRTMAXMINUS8: 57,
  /** SIGNAL_SIGRTMAXMINUS7 - SIGRTMAX - 7. */
  SIGNAL_SIGRTMAXMINUS7: 58,
  /** SIGNAL_SIGRTMAXMINUS6 - SIGRTMAX - 6. */
  SIGNAL_SIGRTMAXMINUS6: 59,
  /** SIGNAL_SIGRTMAXMINUS5 - SIGRTMAX - 5. */
  SIGNAL_SIGRTMAXMINUS5: 60,
  /** SIGNAL_SIGRTMAXMINUS4 - SIGRTMAX - 4. */
  SIGNAL_SIGRTMAXMINUS4: 61,
  /** SIGNAL_SIGRTMAXMINUS3 - SIGRTMAX - 3. */
  SIGNAL_SIGRTMAXMINUS3: 62,
  /** SIGNAL_SIGRTMAXMINUS2 - SIGRTMAX - 2. */
  SIGNAL_SIGRTMAXMINUS2: 63,
  /** SIGNAL_SIGRTMAXMINUS1 - SIGRTMAX - 1. */
  SIGNAL_SIGRTMAXMINUS1: 64,
  /** SIGNAL_SIGRTMAX - The last real-time signal: 64 on Linux. */
  SIGNAL_SIGRTMAX: 65,
} as const;

export type Signal = typeof Signal[keyof typeof Signal];

export namespace Signal {
  export type SIGNAL_RUNTIME_DEFAULT = typeof Signal.SIGNAL_RUNTIME_DEFAULT;
  export type SIGNAL_SIGABRT = typeof Signal.SIGNAL_SIGABRT;
  export type SIGNAL_SIGALRM = typeof Signal.SIGNAL_SIGALRM;
  export type SIGNAL_SIGBUS = typeof Signal.SIGNAL_SIGBUS;
  export type SIGNAL_SIGCHLD = typeof Signal.SIGNAL_SIGCHLD;
  export type SIGNAL_SIGCLD = typeof Signal.SIGNAL_SIGCLD;
  export type SIGNAL_SIGCONT = typeof Signal.SIGNAL_SIGCONT;
  export type SIGNAL_SIGFPE = typeof Signal.SIGNAL_SIGFPE;
  export type SIGNAL_SIGHUP = typeof Signal.SIGNAL_SIGHUP;
  export type SIGNAL_SIGILL = typeof Signal.SIGNAL_SIGILL;
  export type SIGNAL_SIGINT = typeof Signal.SIGNAL_SIGINT;
  export type SIGNAL_SIGIO = typeof Signal.SIGNAL_SIGIO;
  export type SIGNAL_SIGIOT = typeof Signal.SIGNAL_SIGIOT;
  export type SIGNAL_SIGKILL = typeof Signal.SIGNAL_SIGKILL;
  export type SIGNAL_SIGPIPE = typeof Signal.SIGNAL_SIGPIPE;
  export type SIGNAL_SIGPOLL = typeof Signal.SIGNAL_SIGPOLL;
  export type SIGNAL_SIGPROF = typeof Signal.SIGNAL_SIGPROF;
  export type SIGNAL_SIGPWR = typeof Signal.SIGNAL_SIGPWR;
  export type SIGNAL_SIGQUIT = typeof Signal.SIGNAL_SIGQUIT;
  export type SIGNAL_SIGSEGV = typeof Signal.SIGNAL_SIGSEGV;
  export type SIGNAL_SIGSTKFLT = typeof Signal.SIGNAL_SIGSTKFLT;
  export type SIGNAL_SIGSTOP = typeof Signal.SIGNAL_SIGSTOP;
  export type SIGNAL_SIGSYS = typeof Signal.SIGNAL_SIGSYS;
  export type SIGNAL_SIGTERM = typeof Signal.SIGNAL_SIGTERM;
  export type SIGNAL_SIGTRAP = typeof Signal.SIGNAL_SIGTRAP;
  export type SIGNAL_SIGTSTP = typeof Signal.SIGNAL_SIGTSTP;
  export type SIGNAL_SIGTTIN = typeof Signal.SIGNAL_SIGTTIN;
  export type SIGNAL_SIGTTOU = typeof Signal.SIGNAL_SIGTTOU;
  export type SIGNAL_SIGURG = typeof Signal.SIGNAL_SIGURG;
  export type SIGNAL_SIGUSR1 = typeof Signal.SIGNAL_SIGUSR1;
  export type SIGNAL_SIGUSR2 = typeof Signal.SIGNAL_SIGUSR2;
  export type SIGNAL_SIGVTALRM = typeof Signal.SIGNAL_SIGVTALRM;
  export type SIGNAL_SIGWINCH = typeof Signal.SIGNAL_SIGWINCH;
  export type SIGNAL_SIGXCPU = typeof Signal.SIGNAL_SIGXCPU;
  export type SIGNAL_SIGXFSZ = typeof Signal.SIGNAL_SIGXFSZ;
  export type SIGNAL_SIGRTMIN = typeof Signal.SIGNAL_SIGRTMIN;
  export type SIGNAL_SIGRTMINPLUS1 = typeof Signal.SIGNAL_SIGRTMINPLUS1;
  export type SIGNAL_SIGRTMINPLUS2 = typeof Signal.SIGNAL_SIGRTMINPLUS2;
  export type SIGNAL_SIGRTMINPLUS3 = typeof Signal.SIGNAL_SIGRTMINPLUS3;
  export type SIGNAL_SIGRTMINPLUS4 = typeof Signal.SIGNAL_SIGRTMINPLUS4;
  export type SIGNAL_SIGRTMINPLUS5 = typeof Signal.SIGNAL_SIGRTMINPLUS5;
  export type SIGNAL_SIGRTMINPLUS6 = typeof Signal.SIGNAL_SIGRTMINPLUS6;
  export type SIGNAL_SIGRTMINPLUS7 = typeof Signal.SIGNAL_SIGRTMINPLUS7;
  export type SIGNAL_SIGRTMINPLUS8 = typeof Signal.SIGNAL_SIGRTMINPLUS8;
  export type SIGNAL_SIGRTMINPLUS9 = typeof Signal.SIGNAL_SIGRTMINPLUS9;
  export type SIGNAL_SIGRTMINPLUS10 = typeof Signal.SIGNAL_SIGRTMINPLUS10;
  export type SIGNAL_SIGRTMINPLUS11 = typeof Signal.SIGNAL_SIGRTMINPLUS11;
  export type SIGNAL_SIGRTMINPLUS12 = typeof Signal.SIGNAL_SIGRTMINPLUS12;
  export type SIGNAL_SIGRTMINPLUS13 = typeof Signal.SIGNAL_SIGRTMINPLUS13;
  export type SIGNAL_SIGRTMINPLUS14 = typeof Signal.SIGNAL_SIGRTMINPLUS14;
  export type SIGNAL_SIGRTMINPLUS15 = typeof Signal.SIGNAL_SIGRTMINPLUS15;
  export type SIGNAL_SIGRTMAXMINUS14 = typeof Signal.SIGNAL_SIGRTMAXMINUS14;
  export type SIGNAL_SIGRTMAXMINUS13 = typeof Signal.SIGNAL_SIGRTMAXMINUS13;
  export type SIGNAL_SIGRTMAXMINUS12 = typeof Signal.SIGNAL_SIGRTMAXMINUS12;
  export type SIGNAL_SIGRTMAXMINUS11 = typeof Signal.SIGNAL_SIGRTMAXMINUS11;
  export type SIGNAL_SIGRTMAXMINUS10 = typeof Signal.SIGNAL_SIGRTMAXMINUS10;
  export type SIGNAL_SIGRTMAXMINUS9 = typeof Signal.SIGNAL_SIGRTMAXMINUS9;
  export type SIGNAL_SIGRTMAXMINUS8 = typeof Signal.SIGNAL_SIGRTMAXMINUS8;
  export type SIGNAL_SIGRTMAXMINUS7 = typeof Signal.SIGNAL_SIGRTMAXMINUS7;
  export type SIGNAL_SIGRTMAXMINUS6 = typeof Signal.SIGNAL_SIGRTMAXMINUS6;
  export type SIGNAL_SIGRTMAXMINUS5 = typeof Signal.SIGNAL_SIGRTMAXMINUS5;
  export type SIGNAL_SIGRTMAXMINUS4 = typeof Signal.SIGNAL_SIGRTMAXMINUS4;
  export type SIGNAL_SIGRTMAXMINUS3 = typeof Signal.SIGNAL_SIGRTMAXMINUS3;
  export type SIGNAL_SIGRTMAXMINUS2 = typeof Signal.SIGNAL_SIGRTMAXMINUS2;
  export type SIGNAL_SIGRTMAXMINUS1 = typeof Signal.SIGNAL_SIGRTMAXMINUS1;
  export type SIGNAL_SIGRTMAX = typeof Signal.SIGNAL_SIGRTMAX;
}

/** The state of a container. */
export const ContainerState = {
  /** CONTAINER_CREATED - Created and never started. */
  CONTAINER_CREATED: 0,
  /** CONTAINER_RUNNING - Its process runs. */
  CONTAINER_RUNNING: 1,
  /** CONTAINER_EXITED - Its process has ended; `exit_code` and `finished_at` are known. */
  CONTAINER_EXITED: 2,
  /** CONTAINER_UNKNOWN - The runtime cannot tell. */
  CONTAINER_UNKNOWN: 3,
} as const;

export type ContainerState = typeof ContainerState[keyof typeof ContainerState];

export namespace ContainerState {
  export type CONTAINER_CREATED = typeof ContainerState.CONTAINER_CREATED;
  export type CONTAINER_RUNNING = typeof ContainerState.CONTAINER_RUNNING;
  export type CONTAINER_EXITED = typeof ContainerState.CONTAINER_EXITED;
  export type CONTAINER_UNKNOWN = typeof ContainerState.CONTAINER_UNKNOWN;
}

/** What happened to a container. */
export const ContainerEventType = {
  /** CONTAINER_CREATED_EVENT - It was created. */
  CONTAINER_CREATED_EVENT: 0,
  /** CONTAINER_STARTED_EVENT - Its process was started. */
  CONTAINER_STARTED_EVENT: 1,
  /** CONTAINER_STOPPED_EVENT - Its process has ended, for whatever reason. */
  CONTAINER_STOPPED_EVENT: 2,
  /** CONTAINER_DELETED_EVENT - It was removed. */
  CONTAINER_DELETED_EVENT: 3,
} as const;

export type ContainerEventType = typeof ContainerEventType[keyof typeof ContainerEventType];

export namespace ContainerEventType {
  export type CONTAINER_CREATED_EVENT = typeof ContainerEventType.CONTAINER_CREATED_EVENT;
  export type CONTAINER_STARTED_EVENT = typeof ContainerEventType.CONTAINER_STARTED_EVENT;
  export type CONTAINER_STOPPED_EVENT = typeof ContainerEventType.CONTAINER_STOPPED_EVENT;
  export type CONTAINER_DELETED_EVENT = typeof ContainerEventType.CONTAINER_DELETED_EVENT;
}

/** How the value of a metric moves. */
export const MetricType = {
  /** COUNTER - It only grows, and starts again at 0 with its object. */
  COUNTER: 0,
  /** GAUGE - It goes up and down. */
  GAUGE: 1,
} as const;

export type MetricType = typeof MetricType[keyof typeof MetricType];

export namespace MetricType {
  export type COUNTER = typeof MetricType.COUNTER;
  export type GAUGE = typeof MetricType.GAUGE;
}

/** Who makes cgroups, and so how `cgroup_parent` is written. */
export const CgroupDriver = {
  /** SYSTEMD - systemd: slices and scopes. */
  SYSTEMD: 0,
  /** CGROUPFS - Whoever needs one, by writing below /sys/fs/cgroup. */
  CGROUPFS: 1,
} as const;

export type CgroupDriver = typeof CgroupDriver[keyof typeof CgroupDriver];

export namespace CgroupDriver {
  export type SYSTEMD = typeof CgroupDriver.SYSTEMD;
  export type CGROUPFS = typeof CgroupDriver.CGROUPFS;
}

/** Asks for the runtime's versions. */
export interface VersionRequest {
  /** The version of the kubelet's side of the API, by custom "0.1.0"; nobody acts on it. */
  version: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The runtime's versions. The kubelet refuses an answer with an empty field. */
export interface VersionResponse {
  /** The version of the kubelet's side of the API: "0.1.0". */
  version: string;
  /** The runtime's name, such as "containerd"; shown as a node's container runtime. */
  runtimeName: string;
  /** The runtime's own version, as semantic versioning writes it. */
  runtimeVersion: string;
  /** The version of the CRI it serves: "v1". */
  runtimeApiVersion: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * What a sandbox's /etc/resolv.conf says. With all three lists empty the sandbox gets the host's, or none: the runtime
 * decides.
 */
export interface DNSConfig {
  /** Addresses of DNS servers, in order; each becomes a `nameserver` line. */
  servers: string[];
  /** Search domains, in order; together they become the `search` line. */
  searches: string[];
  /** Resolver options such as "ndots:5"; together they become the `options` line. */
  options: string[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A port of the host that leads into a sandbox. Ignored if the sandbox shares the host's network. */
export interface PortMapping {
  /** The transport protocol of both ports. Default: TCP. */
  protocol: Protocol;
  /** The port inside the sandbox, 1 to 65535; 0 is not set. */
  containerPort: number;
  /** The port of the host, 1 to 65535; 0 means that no port of the host is given, not that any free one is. */
  hostPort: number;
  /** The host's address to listen on. Default: empty, all of them. */
  hostIp: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Something of the host, or an image, that a container sees at a path. */
export interface Mount {
  /** Where in the container, as an absolute path. */
  containerPath: string;
  /**
   * What of the host, as an absolute path; symbolic links in it are followed. Empty if `image` is set, otherwise it has
   * to exist.
   */
  hostPath: string;
  /** Whether the container may only read it. */
  readonly: boolean;
  /** Whether to give the files the container's SELinux label. Without SELinux on the host this does nothing. */
  selinuxRelabel: boolean;
  /** Whether later mounts below it cross. Default: PROPAGATION_PRIVATE. */
  propagation: MountPropagation;
  /**
   * How user ids of the files appear in the container: an idmapped mount, for pods with a user namespace. Empty: as
   * they are.
   */
  uidMappings: IDMapping[];
  /** The same for group ids; set if and only if `uidMappings` is. */
  gidMappings: IDMapping[];
  /**
   * Whether mounts that lie below it are read-only too. Only with `readonly` and PROPAGATION_PRIVATE, and only if the
   * runtime handler says that it can.
   */
  recursiveReadOnly: boolean;
  /** The image whose files to mount, read-only, as the kubelet has pulled it. Absent: `host_path` is mounted. */
  image:
    | ImageSpec
    | undefined;
  /** The folder or file of the image to mount; empty for its root. A path that the image does not have is an error. */
  imageSubPath: string;
  /**
   * More options of a bind mount: "noexec", "nodev", "nosuid". Only if the runtime says that it can
   * (`RuntimeFeatures.mount_options`).
   */
  mountOptions: string[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A range of ids of a user namespace. */
export interface IDMapping {
  /** The first id on the host. */
  hostId: number;
  /** The first id in the container. */
  containerId: number;
  /** How many ids follow each other from there. */
  length: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The user namespace of a pod. */
export interface UserNamespace {
  /** POD for one of its own, with the mappings below, or NODE for the host's; no other mode is valid. */
  mode: NamespaceMode;
  /** Which user ids of the host the pod's user ids are; needed with POD. Runtimes take exactly one range. */
  uids: IDMapping[];
  /** The same for group ids. */
  gids: IDMapping[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The Linux namespaces of a pod sandbox or container. A container's have to agree with its sandbox's. */
export interface NamespaceOption {
  /** POD or NODE; NODE is the host's network. Default: POD. */
  network: NamespaceMode;
  /**
   * Any mode. Default: POD, although a pod in Kubernetes has CONTAINER unless it says otherwise; the kubelet always
   * sets it.
   */
  pid: NamespaceMode;
  /** POD or NODE. Default: POD. */
  ipc: NamespaceMode;
  /** With `pid` TARGET the id of the container, in the same pod, whose processes this one sees. */
  targetId: string;
  /** The user namespace of the sandbox and of every container in it. Absent: runtimes take the host's. */
  usernsOptions: UserNamespace | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A signed number that can be absent, as 0 may mean something: user id 0 is root. */
export interface Int64Value {
  /** The number. */
  value: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Security settings of a pod sandbox: of its own process, if the runtime needs one, not of the containers in it. */
export interface LinuxSandboxSecurityContext {
  /** Its namespaces, which its containers share or not. */
  namespaceOptions:
    | NamespaceOption
    | undefined;
  /** Its SELinux label. Absent: the runtime chooses one. */
  selinuxOptions:
    | SELinuxOption
    | undefined;
  /** The user id of its process. Absent: the runtime's choice. */
  runAsUser:
    | Int64Value
    | undefined;
  /** The group id of its process; an error without `run_as_user`. */
  runAsGroup:
    | Int64Value
    | undefined;
  /** Whether its root file system is read-only. */
  readonlyRootfs: boolean;
  /** Group ids that its process is in besides its primary one. */
  supplementalGroups: bigint[];
  /** Whether the image's groups count too. Default: Merge. */
  supplementalGroupsPolicy: SupplementalGroupsPolicy;
  /** Whether a privileged container may be created in it; without this one must be refused. */
  privileged: boolean;
  /** Its seccomp profile. Absent: up to the runtime's configuration, unconfined as a rule; the kubelet always sets it. */
  seccomp:
    | SecurityProfile
    | undefined;
  /** Its AppArmor profile. Absent: the runtime's default profile. */
  apparmor:
    | SecurityProfile
    | undefined;
  /**
   * The seccomp profile as text, from before `seccomp`: "runtime/default", "unconfined" or "localhost/" and an absolute
   * path. Empty: unconfined. Kubelets no longer set it.
   *
   * @deprecated
   */
  seccompProfilePath: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A seccomp or AppArmor profile. */
export interface SecurityProfile {
  /** Which kind of profile. */
  profileType: SecurityProfile_ProfileType;
  /**
   * With Localhost, which one: the absolute path of a seccomp profile, or the name of a loaded AppArmor profile. Empty
   * otherwise.
   */
  localhostRef: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Where a profile comes from. */
export const SecurityProfile_ProfileType = {
  /** RuntimeDefault - The runtime brings it. */
  RuntimeDefault: 0,
  /** Unconfined - There is none, nothing is restricted. */
  Unconfined: 1,
  /** Localhost - The node has it, under the name in `localhost_ref`. */
  Localhost: 2,
} as const;

export type SecurityProfile_ProfileType = typeof SecurityProfile_ProfileType[keyof typeof SecurityProfile_ProfileType];

export namespace SecurityProfile_ProfileType {
  export type RuntimeDefault = typeof SecurityProfile_ProfileType.RuntimeDefault;
  export type Unconfined = typeof SecurityProfile_ProfileType.Unconfined;
  export type Localhost = typeof SecurityProfile_ProfileType.Localhost;
}

/** What only a Linux sandbox has. */
export interface LinuxPodSandboxConfig {
  /**
   * The cgroup that holds all of the pod, made by the kubelet: a path below the cgroup root, or with the systemd driver
   * a slice's name or such a path. Empty: the runtime's choice.
   */
  cgroupParent: string;
  /** Its security settings. */
  securityContext:
    | LinuxSandboxSecurityContext
    | undefined;
  /** Kernel parameters of its namespaces, such as "net.ipv4.ip_forward" to "1". */
  sysctls: { [key: string]: string };
  /**
   * What running the sandbox itself costs besides its containers, from the pod's RuntimeClass. For information: the
   * kubelet has counted it.
   */
  overhead:
    | LinuxContainerResources
    | undefined;
  /** The sum of the containers' limits. For information, for runtimes that have to size a virtual machine. */
  resources: LinuxContainerResources | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface LinuxPodSandboxConfig_SysctlsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * Which pod a sandbox stands for. All four together identify a sandbox: the runtime must not have two that agree in
 * them.
 */
export interface PodSandboxMetadata {
  /** The pod's name. */
  name: string;
  /** The pod's uid. */
  uid: string;
  /** The pod's namespace. */
  namespace: string;
  /** How many sandboxes this pod had before it: 0 for the first. The kubelet counts. */
  attempt: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** All that a pod sandbox is made from. */
export interface PodSandboxConfig {
  /** Which pod it is for; required. */
  metadata:
    | PodSandboxMetadata
    | undefined;
  /** The host name inside it. Empty only if it shares the host's network, and with it the host's name. */
  hostname: string;
  /**
   * The folder of the host for the logs of the pod's containers, absolute: "/var/log/pods/NAMESPACE_NAME_UID". Empty:
   * the containers have no log files.
   */
  logDirectory: string;
  /** What its resolv.conf says. Absent: the host's. */
  dnsConfig:
    | DNSConfig
    | undefined;
  /** Ports of the host that lead into it. */
  portMappings: PortMapping[];
  /** Labels, by which lists select; kept as they are. */
  labels: { [key: string]: string };
  /**
   * Text for whoever reads it. Kept as it is and returned by status and list; it should not change what the runtime
   * does.
   */
  annotations: { [key: string]: string };
  /** What only a Linux sandbox has. */
  linux:
    | LinuxPodSandboxConfig
    | undefined;
  /** What only a Windows sandbox has. */
  windows: WindowsPodSandboxConfig | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxConfig_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxConfig_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a pod sandbox. */
export interface RunPodSandboxRequest {
  /** All that it is made from. */
  config:
    | PodSandboxConfig
    | undefined;
  /**
   * Which of the runtime's configurations runs it, by name, from the pod's RuntimeClass. Empty: the default one; a name
   * that the runtime does not have is an error.
   */
  runtimeHandler: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The new sandbox. */
export interface RunPodSandboxResponse {
  /** Its id; never empty. */
  podSandboxId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to stop a sandbox. */
export interface StopPodSandboxRequest {
  /** The sandbox. */
  podSandboxId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The sandbox is stopped. */
export interface StopPodSandboxResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to remove a sandbox. */
export interface RemovePodSandboxRequest {
  /** The sandbox. */
  podSandboxId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The sandbox is gone. */
export interface RemovePodSandboxResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for one sandbox in detail. */
export interface PodSandboxStatusRequest {
  /** The sandbox. */
  podSandboxId: string;
  /** Whether to fill `info`. */
  verbose: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One address. */
export interface PodIP {
  /** An IPv4 or IPv6 address as text. */
  ip: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The addresses of a sandbox; empty if it shares the host's network. */
export interface PodSandboxNetworkStatus {
  /** Its first address, IPv4 or IPv6. */
  ip: string;
  /** Its other addresses: the one of the other family on a node with both. */
  additionalIps: PodIP[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A sandbox's namespaces. */
export interface Namespace {
  /** Its modes, as they were asked for. */
  options: NamespaceOption | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What only a Linux sandbox has. */
export interface LinuxPodSandboxStatus {
  /** Its namespaces. */
  namespaces: Namespace | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A pod sandbox in detail. */
export interface PodSandboxStatus {
  /** Its id. */
  id: string;
  /** Which pod it is for, as it was asked for. */
  metadata:
    | PodSandboxMetadata
    | undefined;
  /** Its state. */
  state: PodSandboxState;
  /** When it was created, in nanoseconds since 1970; never 0. */
  createdAt: bigint;
  /** Its addresses. */
  network:
    | PodSandboxNetworkStatus
    | undefined;
  /** What only a Linux sandbox has. */
  linux:
    | LinuxPodSandboxStatus
    | undefined;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  /** The configuration that runs it; empty for the default one. */
  runtimeHandler: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxStatus_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxStatus_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A pod sandbox in detail and, from runtimes that send events, its containers at the same moment. */
export interface PodSandboxStatusResponse {
  /** The sandbox. */
  status:
    | PodSandboxStatus
    | undefined;
  /** With `verbose`, whatever helps to find a fault, name to JSON text; otherwise empty. */
  info: { [key: string]: string };
  /** All its containers, if the runtime sends container events (`GetContainerEvents`); otherwise empty. */
  containersStatuses: ContainerStatus[];
  /** When `status` and `containers_statuses` were true, in nanoseconds since 1970; 0 if no containers are sent. */
  timestamp: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxStatusResponse_InfoEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A state that can be absent, as 0 is SANDBOX_READY. */
export interface PodSandboxStateValue {
  /** The state. */
  state: PodSandboxState;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Which sandboxes are meant: those that pass everything that is set. Nothing set: all. */
export interface PodSandboxFilter {
  /** Its id, or the beginning of it. Empty: any. */
  id: string;
  /** Its state. Absent: any. */
  state:
    | PodSandboxStateValue
    | undefined;
  /** Labels it has, with just these values. Empty: any. */
  labelSelector: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxFilter_LabelSelectorEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of sandboxes. */
export interface ListPodSandboxRequest {
  /** Which ones. Absent: all. */
  filter: PodSandboxFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A pod sandbox as lists show it. */
export interface PodSandbox {
  /** Its id. */
  id: string;
  /** Which pod it is for. */
  metadata:
    | PodSandboxMetadata
    | undefined;
  /** Its state. */
  state: PodSandboxState;
  /** When it was created, in nanoseconds since 1970; never 0. */
  createdAt: bigint;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  /** The configuration that runs it; empty for the default one. */
  runtimeHandler: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandbox_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandbox_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The sandboxes that pass the filter. */
export interface ListPodSandboxResponse {
  /** In no particular order. */
  items: PodSandbox[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of sandboxes in parts. */
export interface StreamPodSandboxesRequest {
  /** Which ones. Absent: all. */
  filter: PodSandboxFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the list. */
export interface StreamPodSandboxesResponse {
  /** One or more sandboxes. */
  podSandboxes: PodSandbox[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks what a sandbox uses. */
export interface PodSandboxStatsRequest {
  /** The sandbox. */
  podSandboxId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a sandbox uses. */
export interface PodSandboxStatsResponse {
  /** The figures. */
  stats: PodSandboxStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Whose figures are meant: those of sandboxes that pass everything that is set. */
export interface PodSandboxStatsFilter {
  /** Its id, or the beginning of it. Empty: any. */
  id: string;
  /** Labels it has, with just these values. Empty: any. */
  labelSelector: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxStatsFilter_LabelSelectorEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks what sandboxes use. */
export interface ListPodSandboxStatsRequest {
  /** Which ones. Absent: all. */
  filter: PodSandboxStatsFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the sandboxes that pass the filter use. */
export interface ListPodSandboxStatsResponse {
  /** One entry per sandbox, in no particular order. */
  stats: PodSandboxStats[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks in parts what sandboxes use. */
export interface StreamPodSandboxStatsRequest {
  /** Which ones. Absent: all. */
  filter: PodSandboxStatsFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the figures. */
export interface StreamPodSandboxStatsResponse {
  /** Those of one or more sandboxes. */
  podSandboxStats: PodSandboxStats[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Whose figures these are. */
export interface PodSandboxAttributes {
  /** The sandbox's id. */
  id: string;
  /** Which pod it is for. */
  metadata:
    | PodSandboxMetadata
    | undefined;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxAttributes_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface PodSandboxAttributes_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a pod sandbox uses, with all its containers. One of `linux` and `windows` is set. */
export interface PodSandboxStats {
  /** Which sandbox it is. */
  attributes:
    | PodSandboxAttributes
    | undefined;
  /** The figures on Linux. */
  linux:
    | LinuxPodSandboxStats
    | undefined;
  /** The figures on Windows. */
  windows: WindowsPodSandboxStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a Linux sandbox uses: the sums over its cgroup. A part that the runtime does not know is absent. */
export interface LinuxPodSandboxStats {
  /** CPU time. */
  cpu:
    | CpuUsage
    | undefined;
  /** Memory. */
  memory:
    | MemoryUsage
    | undefined;
  /** Traffic of its interfaces; absent if it shares the host's network. */
  network:
    | NetworkUsage
    | undefined;
  /** Number of processes. */
  process:
    | ProcessUsage
    | undefined;
  /** The same for each running container. */
  containers: ContainerStats[];
  /** Time spent waiting for disks. */
  io: IoUsage | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a Windows sandbox uses. */
export interface WindowsPodSandboxStats {
  /** CPU time. */
  cpu:
    | WindowsCpuUsage
    | undefined;
  /** Memory. */
  memory:
    | WindowsMemoryUsage
    | undefined;
  /** Traffic of its interfaces. */
  network:
    | WindowsNetworkUsage
    | undefined;
  /** Number of processes. */
  process:
    | WindowsProcessUsage
    | undefined;
  /** The same for each running container. */
  containers: WindowsContainerStats[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Traffic since the interfaces were made. */
export interface NetworkUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** The interface with the default route; "eth0" with most networks. */
  defaultInterface:
    | NetworkInterfaceUsage
    | undefined;
  /** The others. */
  interfaces: NetworkInterfaceUsage[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Traffic since the interfaces were made, on Windows. */
export interface WindowsNetworkUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** The interface with the default route. */
  defaultInterface:
    | WindowsNetworkInterfaceUsage
    | undefined;
  /** The others. */
  interfaces: WindowsNetworkInterfaceUsage[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Traffic of one interface, seen from inside the sandbox, since it was made. */
export interface NetworkInterfaceUsage {
  /** Its name. */
  name: string;
  /** Bytes received. */
  rxBytes:
    | UInt64Value
    | undefined;
  /** Errors while receiving. */
  rxErrors:
    | UInt64Value
    | undefined;
  /** Bytes sent. */
  txBytes:
    | UInt64Value
    | undefined;
  /** Errors while sending. */
  txErrors: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Traffic of one interface on Windows, since it was made. */
export interface WindowsNetworkInterfaceUsage {
  /** Its name. */
  name: string;
  /** Bytes received. */
  rxBytes:
    | UInt64Value
    | undefined;
  /** Packets that arrived and were dropped. */
  rxPacketsDropped:
    | UInt64Value
    | undefined;
  /** Bytes sent. */
  txBytes:
    | UInt64Value
    | undefined;
  /** Packets that were to be sent and were dropped. */
  txPacketsDropped: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The processes of a sandbox. */
export interface ProcessUsage {
  /** When they were counted, in nanoseconds since 1970. */
  timestamp: bigint;
  /** How many there are, those of the containers included. */
  processCount: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The processes of a sandbox on Windows. */
export interface WindowsProcessUsage {
  /** When they were counted, in nanoseconds since 1970. */
  timestamp: bigint;
  /** How many there are, those of the containers included. */
  processCount: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** An image as it is asked for. */
export interface ImageSpec {
  /** Its name with a tag or digest, or its id on the node: whatever finds it. */
  image: string;
  /** Text for whoever reads it: may tell a runtime which platform's image to take. */
  annotations: { [key: string]: string };
  /**
   * The name as the pod's author wrote it, for a container that is made by image id. Empty if the kubelet does not
   * know.
   */
  userSpecifiedImage: string;
  /**
   * The configuration that the image is for, from the pod's RuntimeClass. Empty: the default one; a name that the
   * runtime does not have is an error.
   */
  runtimeHandler: string;
  /** With an image mounted as a volume, in a container's status: the digest that the name stood for. */
  imageRef: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ImageSpec_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One variable of a container's environment. */
export interface KeyValue {
  /** Its name. */
  key: string;
  /** Its value: bytes, as a process may have any but a zero byte. JSON shows it as text. */
  value: Buffer;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * Limits and weights of a cgroup. A field that is not set leaves the runtime's default at creation and the present
 * value at an update.
 */
export interface LinuxContainerResources {
  /** The span in which `cpu_quota` may be used, in microseconds; 0 is not set. By custom 100000. */
  cpuPeriod: bigint;
  /**
   * CPU time per `cpu_period`, in microseconds, over all CPUs: 50000 of 100000 is half a CPU. 0 is not set, -1 no
   * limit.
   */
  cpuQuota: bigint;
  /** Weight against others when CPUs are short, 2 to 262144, where 1024 is one CPU asked for; 0 is not set. */
  cpuShares: bigint;
  /** Most memory, in bytes; beyond it the kernel kills. 0 is not set. */
  memoryLimitInBytes: bigint;
  /** How soon the kernel picks this process when the node's memory is short: -1000 never, 1000 first. Default: 0. */
  oomScoreAdj: bigint;
  /** The CPUs it may run on, as "0-2,7". Empty: any. */
  cpusetCpus: string;
  /** The memory nodes it may take memory from, as "0-1". Empty: any. */
  cpusetMems: string;
  /** Most huge pages, one entry per page size; a size without an entry is not limited. */
  hugepageLimits: HugepageLimit[];
  /**
   * Files of a cgroup v2 and what to write into each, such as "memory.high" to "1073741824". An error on a node with
   * cgroup v1.
   */
  unified: { [key: string]: string };
  /**
   * Most memory and swap together, in bytes, as in the OCI runtime specification: equal to the memory limit for no
   * swap. 0 is not set, -1 no limit.
   */
  memorySwapLimitInBytes: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface LinuxContainerResources_UnifiedEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Most huge pages of one size. */
export interface HugepageLimit {
  /** The size as the kernel names it in the cgroup's files: "2MB", "1GB", in powers of 1024. */
  pageSize: string;
  /** The most of them together, in bytes. */
  limit: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** An SELinux label, in its four parts. An empty part is the runtime's choice. */
export interface SELinuxOption {
  /** The user part. */
  user: string;
  /** The role part. */
  role: string;
  /** The type part; decides about access. */
  type: string;
  /** The level part, such as "s0:c123,c456"; keeps pods apart. */
  level: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * Changes to the capabilities a container has by default. Names as "NET_ADMIN", without "CAP_"; "ALL" stands for all of
 * them.
 */
export interface Capability {
  /** Those it gets besides, in every set but the ambient one. */
  addCapabilities: string[];
  /** Those it loses, from every set. */
  dropCapabilities: string[];
  /**
   * Those it gets besides in every set, the ambient one too, so that a process of a user other than root keeps them
   * when it runs a program.
   */
  addAmbientCapabilities: string[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Security settings of a container. */
export interface LinuxContainerSecurityContext {
  /** Changes to its capabilities. Without effect if it is privileged. */
  capabilities:
    | Capability
    | undefined;
  /**
   * Whether it has all capabilities and devices of the host, writable /proc and /sys, and no seccomp, AppArmor or
   * SELinux. Its sandbox has to be privileged too.
   */
  privileged: boolean;
  /** Its namespaces; have to agree with the sandbox's. */
  namespaceOptions:
    | NamespaceOption
    | undefined;
  /** Its SELinux label. Absent: the sandbox's. */
  selinuxOptions:
    | SELinuxOption
    | undefined;
  /** The user id of its process. Absent: `run_as_username`, else the image's user. Not both. */
  runAsUser:
    | Int64Value
    | undefined;
  /**
   * The group id of its process; an error without a user. Absent: the primary group that the image's /etc/passwd gives
   * the user, else 0.
   */
  runAsGroup:
    | Int64Value
    | undefined;
  /** The user name of its process, looked up in the image's /etc/passwd, where it has to be. Empty: not set. */
  runAsUsername: string;
  /** Whether its root file system is read-only. */
  readonlyRootfs: boolean;
  /** Group ids that its process is in besides its primary one. */
  supplementalGroups: bigint[];
  /** Whether the image's groups count too. Default: Merge. */
  supplementalGroupsPolicy: SupplementalGroupsPolicy;
  /** Whether no program it runs may gain privileges, as setuid gives them. */
  noNewPrivs: boolean;
  /** Paths that it sees as empty. With an empty list nothing is masked. */
  maskedPaths: string[];
  /** Paths that are read-only in it. With an empty list none are. */
  readonlyPaths: string[];
  /** Its seccomp profile. Absent: up to the runtime's configuration, unconfined as a rule; the kubelet always sets it. */
  seccomp:
    | SecurityProfile
    | undefined;
  /** Its AppArmor profile. Absent: the runtime's default profile. */
  apparmor:
    | SecurityProfile
    | undefined;
  /**
   * The AppArmor profile as text, from before `apparmor`: "runtime/default", "unconfined" or "localhost/" and a
   * profile's name. Older kubelets set both; `apparmor` wins.
   *
   * @deprecated
   */
  apparmorProfile: string;
  /**
   * The seccomp profile as text, from before `seccomp`: "runtime/default", "unconfined" or "localhost/" and an absolute
   * path. Empty: unconfined. Kubelets no longer set it.
   *
   * @deprecated
   */
  seccompProfilePath: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What only a Linux container has. */
export interface LinuxContainerConfig {
  /** Its limits. */
  resources:
    | LinuxContainerResources
    | undefined;
  /** Its security settings. */
  securityContext: LinuxContainerSecurityContext | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The identity of a container's first process when it was started. */
export interface LinuxContainerUser {
  /** User id. */
  uid: bigint;
  /** Primary group id. */
  gid: bigint;
  /** All other groups it is in. */
  supplementalGroups: bigint[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Namespaces on Windows. */
export interface WindowsNamespaceOption {
  /** POD or NODE. Default: POD. */
  network: NamespaceMode;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Security settings of a pod sandbox on Windows: of its own process, not of the containers in it. */
export interface WindowsSandboxSecurityContext {
  /** The user name of its process; has to be in the image. Empty: the image's user. */
  runAsUsername: string;
  /** The text of the credential spec of a group managed service account. Empty: none. */
  credentialSpec: string;
  /** Whether the pod's containers run as processes of the host. */
  hostProcess: boolean;
  /** Its namespaces. */
  namespaceOptions: WindowsNamespaceOption | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What only a Windows sandbox has. */
export interface WindowsPodSandboxConfig {
  /** Its security settings. */
  securityContext: WindowsSandboxSecurityContext | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Security settings of a container on Windows. */
export interface WindowsContainerSecurityContext {
  /** The user name of its process; has to be in the image. Empty: the image's user. */
  runAsUsername: string;
  /** The text of the credential spec of a group managed service account. Empty: none. */
  credentialSpec: string;
  /** Whether it runs as a process of the host; the same for all containers of a pod. */
  hostProcess: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What only a Windows container has. */
export interface WindowsContainerConfig {
  /** Its limits. */
  resources:
    | WindowsContainerResources
    | undefined;
  /** Its security settings. */
  securityContext: WindowsContainerSecurityContext | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Limits and weights of a container on Windows. At most one of the three CPU fields has an effect. */
export interface WindowsContainerResources {
  /** Weight against others when CPUs are short, 1 to 10000; 0 is not set. */
  cpuShares: bigint;
  /** How many CPUs it may use; 0 is not set. */
  cpuCount: bigint;
  /** The part of all CPU time it may use, in hundredths of a percent: 10000 is all of it; 0 is not set. */
  cpuMaximum: bigint;
  /** Most memory, in bytes; 0 is not set. */
  memoryLimitInBytes: bigint;
  /** Size of its writable layer, in bytes; 0 is not set. */
  rootfsSizeInBytes: bigint;
  /** The CPUs it may run on. Empty: any. */
  affinityCpus: WindowsCpuGroupAffinity[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** CPUs of one processor group. */
export interface WindowsCpuGroupAffinity {
  /** A bit per CPU of the group, the lowest first. */
  cpuMask: bigint;
  /** The group's number, as Windows counts them. */
  cpuGroup: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * Which container of a pod this stands for. With its sandbox they identify it: the runtime must not have two that agree
 * in both.
 */
export interface ContainerMetadata {
  /** The container's name in the pod. */
  name: string;
  /** How many containers of this name the pod had before it: 0 for the first. The kubelet counts. */
  attempt: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A device of the host that a container may use. */
export interface Device {
  /** Where in the container, as "/dev/fuse". */
  containerPath: string;
  /** Which of the host, as an absolute path. */
  hostPath: string;
  /** What it may do with it: letters of "rwm" for read, write and mknod. */
  permissions: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A device by its name in the Container Device Interface. */
export interface CDIDevice {
  /** Its full name: "vendor.com/gpu=0". A name that no CDI file of the node describes is an error. */
  name: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** All that a container is made from. */
export interface ContainerConfig {
  /** Which container of the pod it is; required. */
  metadata:
    | ContainerMetadata
    | undefined;
  /** Its image, as a rule by the id that PullImage has answered; has to be on the node. */
  image:
    | ImageSpec
    | undefined;
  /** The program and its first arguments, in place of the image's entrypoint. Empty: the image's entrypoint. */
  command: string[];
  /** Further arguments, in place of the image's command. Empty: the image's command, unless `command` is set. */
  args: string[];
  /** Where the process starts, absolute. Empty: the image's, else "/". */
  workingDir: string;
  /** Environment variables, over those of the image; of two with one name the last counts. */
  envs: KeyValue[];
  /** What of the host or of images it sees, in the order they are mounted. */
  mounts: Mount[];
  /** Devices of the host it may use. */
  devices: Device[];
  /** Labels, by which lists select; kept as they are. */
  labels: { [key: string]: string };
  /**
   * Text for whoever reads it. Kept as it is and returned by status and list; it should not change what the runtime
   * does.
   */
  annotations: { [key: string]: string };
  /** Its log file, relative to the sandbox's `log_directory`: "web/0.log". Empty: it has none. */
  logPath: string;
  /** Whether its standard input stays open for clients that attach. Default: it reads end of file at once. */
  stdin: boolean;
  /** Whether its standard input closes when the first client that attached to it goes. Only with `stdin`. */
  stdinOnce: boolean;
  /** Whether its process has a terminal: standard error then goes into standard output. */
  tty: boolean;
  /** What only a Linux container has. */
  linux:
    | LinuxContainerConfig
    | undefined;
  /** What only a Windows container has. */
  windows:
    | WindowsContainerConfig
    | undefined;
  /** Devices by their CDI names. */
  CDIDevices: CDIDevice[];
  /** The signal that asks it to end. Default: the image's, else SIGTERM. */
  stopSignal: Signal;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerConfig_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerConfig_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a container. */
export interface CreateContainerRequest {
  /** The sandbox it is for; has to be ready. */
  podSandboxId: string;
  /** All that it is made from. */
  config:
    | ContainerConfig
    | undefined;
  /** What the sandbox was made from, once more, so that the runtime need not keep it. */
  sandboxConfig: PodSandboxConfig | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The new container. */
export interface CreateContainerResponse {
  /** Its id; never empty. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to start a container. */
export interface StartContainerRequest {
  /** The container; has to be created and never started. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The container runs. */
export interface StartContainerResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to stop a container. */
export interface StopContainerRequest {
  /** The container. */
  containerId: string;
  /** The grace period, in seconds: how long to wait after the stop signal before killing it. 0: kill at once. */
  timeout: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The container does not run. */
export interface StopContainerResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to remove a container. */
export interface RemoveContainerRequest {
  /** The container. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The container is gone. */
export interface RemoveContainerResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A state that can be absent, as 0 is CONTAINER_CREATED. */
export interface ContainerStateValue {
  /** The state. */
  state: ContainerState;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Which containers are meant: those that pass everything that is set. Nothing set: all. */
export interface ContainerFilter {
  /** Its id, or the beginning of it. Empty: any. */
  id: string;
  /** Its state. Absent: any. */
  state:
    | ContainerStateValue
    | undefined;
  /** The id of its sandbox, or the beginning of it. Empty: any. */
  podSandboxId: string;
  /** Labels it has, with just these values. Empty: any. */
  labelSelector: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerFilter_LabelSelectorEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of containers. */
export interface ListContainersRequest {
  /** Which ones. Absent: all. */
  filter: ContainerFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A container as lists show it. */
export interface Container {
  /** Its id. */
  id: string;
  /** Its sandbox. */
  podSandboxId: string;
  /** Which container of the pod it is. */
  metadata:
    | ContainerMetadata
    | undefined;
  /** The image it was asked for with. */
  image:
    | ImageSpec
    | undefined;
  /** What the image resolves to for people: as a rule its name with a digest, otherwise its id. */
  imageRef: string;
  /** Its state. */
  state: ContainerState;
  /** When it was created, in nanoseconds since 1970. */
  createdAt: bigint;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  /** The image's id on the node: the same text as `Image.id` and `PullImageResponse.image_ref`. */
  imageId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface Container_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface Container_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The containers that pass the filter. */
export interface ListContainersResponse {
  /** In no particular order. */
  containers: Container[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of containers in parts. */
export interface StreamContainersRequest {
  /** Which ones. Absent: all. */
  filter: ContainerFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the list. */
export interface StreamContainersResponse {
  /** One or more containers. */
  containers: Container[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for one container in detail. */
export interface ContainerStatusRequest {
  /** The container. */
  containerId: string;
  /** Whether to fill `info`. */
  verbose: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A container in detail. */
export interface ContainerStatus {
  /** Its id. */
  id: string;
  /** Which container of the pod it is. */
  metadata:
    | ContainerMetadata
    | undefined;
  /** Its state. */
  state: ContainerState;
  /** When it was created, in nanoseconds since 1970; never 0. */
  createdAt: bigint;
  /** When it was started, in nanoseconds since 1970; 0 if it never was. */
  startedAt: bigint;
  /** When it ended, in nanoseconds since 1970; 0 if it has not. */
  finishedAt: bigint;
  /**
   * What it ended with: 128 and the signal's number if a signal ended it. Means something only if `finished_at` is not
   * 0.
   */
  exitCode: number;
  /** The image it was asked for with. */
  image:
    | ImageSpec
    | undefined;
  /** What the image resolves to for people: as a rule its name with a digest, otherwise its id. Never empty. */
  imageRef: string;
  /**
   * Why it is in this state, in one word: "Completed", "Error", or "OOMKilled" if it ran into its memory limit, which
   * the kubelet looks for.
   */
  reason: string;
  /** Why it is in this state, in a sentence for people. */
  message: string;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  /** What it sees of the host and of images. */
  mounts: Mount[];
  /** Its log file on the host, absolute; empty if it has none. */
  logPath: string;
  /** Its limits as they are in force. Absent if the runtime cannot tell: the kubelet then trusts what it asked for. */
  resources:
    | ContainerResources
    | undefined;
  /** The image's id on the node: the same text as `Image.id` and `PullImageResponse.image_ref`. */
  imageId: string;
  /** Whom it was started as. Absent if the runtime cannot tell. */
  user:
    | ContainerUser
    | undefined;
  /** The signal that StopContainer sends it, the image's and the runtime's default taken into account. */
  stopSignal: Signal;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerStatus_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerStatus_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A container in detail. */
export interface ContainerStatusResponse {
  /** The container. */
  status:
    | ContainerStatus
    | undefined;
  /** With `verbose`, whatever helps to find a fault, name to JSON text; otherwise empty. */
  info: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerStatusResponse_InfoEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Limits of a container. One of the two is set. */
export interface ContainerResources {
  /** On Linux. */
  linux:
    | LinuxContainerResources
    | undefined;
  /** On Windows. */
  windows: WindowsContainerResources | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Whom a container's first process was started as; it may have become another since. */
export interface ContainerUser {
  /** On Linux. */
  linux: LinuxContainerUser | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for other limits. */
export interface UpdateContainerResourcesRequest {
  /** The container; created or running. */
  containerId: string;
  /** On Linux; a field that is not set stays as it is. */
  linux:
    | LinuxContainerResources
    | undefined;
  /** On Windows; a field that is not set stays as it is. */
  windows:
    | WindowsContainerResources
    | undefined;
  /** Text for whoever reads it: may carry what a runtime is tried out with. */
  annotations: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface UpdateContainerResourcesRequest_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The limits are in force. */
export interface UpdateContainerResourcesResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to run a command to its end. */
export interface ExecSyncRequest {
  /** The container; has to run. */
  containerId: string;
  /** The program and its arguments; no shell reads them. */
  cmd: string[];
  /** Seconds after which the command is killed and the call fails with DeadlineExceeded. 0: never. */
  timeout: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A command that has ended. */
export interface ExecSyncResponse {
  /**
   * What it wrote to standard output. What is over 16 MiB is dropped and the command goes on, so that no output can
   * break the call.
   */
  stdout: Buffer;
  /** What it wrote to standard error, cut in the same way. */
  stderr: Buffer;
  /** What it ended with: 0 by custom for success, 128 and the signal's number if a signal ended it. */
  exitCode: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a session that runs a command. At least one of `stdin`, `stdout` and `stderr` is set. */
export interface ExecRequest {
  /** The container; has to run. */
  containerId: string;
  /** The program and its arguments; no shell reads them. */
  cmd: string[];
  /** Whether it gets a terminal; only without `stderr`, which a terminal does not keep apart. */
  tty: boolean;
  /** Whether the session carries standard input. */
  stdin: boolean;
  /** Whether the session carries standard output. */
  stdout: boolean;
  /** Whether the session carries standard error. */
  stderr: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A session that waits for its client. */
export interface ExecResponse {
  /** Where to start it, once: a whole URL to dial, such as "http://127.0.0.1:41234/exec/TOKEN". */
  url: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a session with a container's main process. At least one of `stdin`, `stdout` and `stderr` is set. */
export interface AttachRequest {
  /** The container; has to run. */
  containerId: string;
  /** Whether the session carries standard input; nothing arrives unless the container was made with `stdin`. */
  stdin: boolean;
  /** Whether the process has a terminal: the same as in the container's config. */
  tty: boolean;
  /** Whether the session carries standard output. */
  stdout: boolean;
  /** Whether the session carries standard error; not with `tty`. */
  stderr: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A session that waits for its client. */
export interface AttachResponse {
  /** Where to start it, once: a whole URL to dial. */
  url: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a session that dials ports of a sandbox. */
export interface PortForwardRequest {
  /** The sandbox; has to be ready. */
  podSandboxId: string;
  /** The ports it may dial, 1 to 65535. Over SPDY each stream names its own port and this list may be empty. */
  port: number[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A session that waits for its client. */
export interface PortForwardResponse {
  /** Where to start it, once: a whole URL to dial. */
  url: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Which images are meant. */
export interface ImageFilter {
  /** The image with this name, digest or id, if it is on the node. Absent or without a name: all. */
  image: ImageSpec | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of images. */
export interface ListImagesRequest {
  /** Which ones. Absent: all. */
  filter: ImageFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** An image on the node. */
export interface Image {
  /** Its id on the node; what `image_id` of a container and `PullImageResponse.image_ref` say too. */
  id: string;
  /** Names with a tag that it has here: "docker.io/library/busybox:1.36". */
  repoTags: string[];
  /** Names with a digest that it was pulled by: "docker.io/library/busybox@sha256:…". */
  repoDigests: string[];
  /** The space it takes, in bytes; never 0, as the kubelet counts on it to free space. */
  size: bigint;
  /** The user id its processes have by default. Absent if the image names a user instead, or nobody. */
  uid:
    | Int64Value
    | undefined;
  /**
   * The user name its processes have by default, looked up in the image; empty if `uid` is set or the image says
   * nothing.
   */
  username: string;
  /** The image as it was asked for, with its annotations. */
  spec:
    | ImageSpec
    | undefined;
  /** Whether the kubelet should leave it when it frees space. RemoveImage removes it all the same. */
  pinned: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The images that pass the filter. */
export interface ListImagesResponse {
  /** In no particular order. */
  images: Image[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a list of images in parts. */
export interface StreamImagesRequest {
  /** Which ones. Absent: all. */
  filter: ImageFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the list. */
export interface StreamImagesResponse {
  /** One or more images. */
  images: Image[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for one image. */
export interface ImageStatusRequest {
  /** Which one. */
  image:
    | ImageSpec
    | undefined;
  /** Whether to fill `info`. */
  verbose: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** An image, if it is on the node. */
export interface ImageStatusResponse {
  /** The image; absent if it is not there. */
  image:
    | Image
    | undefined;
  /** With `verbose`, whatever helps to find a fault, name to JSON text; otherwise empty. */
  info: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ImageStatusResponse_InfoEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a registry is to know its client by: user name and password, or `auth`, or one of the tokens. */
export interface AuthConfig {
  /** User name. */
  username: string;
  /** Password. */
  password: string;
  /** User name, colon and password in base64, as Docker's config.json has them. */
  auth: string;
  /** The registry this is for; empty for the image's own. */
  serverAddress: string;
  /** A token that the registry's authorization service takes for a password. */
  identityToken: string;
  /** A bearer token that goes to the registry as it is. */
  registryToken: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to bring an image to the node. */
export interface PullImageRequest {
  /** Which one. */
  image:
    | ImageSpec
    | undefined;
  /** What to show to the registry. Absent: nothing. */
  auth:
    | AuthConfig
    | undefined;
  /** The pod that it is for, for runtimes that pull inside a sandbox. */
  sandboxConfig: PodSandboxConfig | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The image is on the node. */
export interface PullImageResponse {
  /**
   * Its id there: the same text as `Image.id` and `image_id` of a container. Before Kubernetes 1.36 a name with a
   * digest was right too.
   */
  imageRef: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to remove an image. */
export interface RemoveImageRequest {
  /** Which one, by id or by any of its names. */
  image: ImageSpec | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The image is gone. */
export interface RemoveImageResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the node's pods may have as addresses. */
export interface NetworkConfig {
  /** A subnet such as "10.88.1.0/24", or two with a comma between them; empty: not known, nothing to do. */
  podCidr: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the kubelet tells the runtime about its node. */
export interface RuntimeConfig {
  /** About its network. */
  networkConfig: NetworkConfig | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Tells the runtime about its node. */
export interface UpdateRuntimeConfigRequest {
  /** All of it. */
  runtimeConfig: RuntimeConfig | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The runtime has taken it in. */
export interface UpdateRuntimeConfigResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * One thing that is so or not. Two of them decide about the node: with "RuntimeReady" false it takes no pods, with
 * "NetworkReady" false only pods that share its network. Any other is for people.
 */
export interface RuntimeCondition {
  /** Its name. */
  type: string;
  /** Whether it is so. */
  status: boolean;
  /** Why it is as it is, in one word: "NetworkPluginNotReady". */
  reason: string;
  /** Why it is as it is, in a sentence for people. */
  message: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How the runtime is. */
export interface RuntimeStatus {
  /** Both "RuntimeReady" and "NetworkReady", and any others. */
  conditions: RuntimeCondition[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks how the runtime is. */
export interface StatusRequest {
  /** Whether to fill `info`. */
  verbose: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * What containers under one runtime handler can have. A feature that is not announced must be refused when it is asked
 * for.
 */
export interface RuntimeHandlerFeatures {
  /** Mounts with `recursive_read_only`: for runc from 1.1 on Linux from 5.12. */
  recursiveReadOnlyMounts: boolean;
  /** Pods with a user namespace of their own, with idmapped mounts. */
  userNamespaces: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One of the runtime's configurations, which a pod's RuntimeClass picks. */
export interface RuntimeHandler {
  /** Its name; empty for the default one. No two have the same. */
  name: string;
  /** What its containers can have. */
  features: RuntimeHandlerFeatures | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * What the runtime can do whatever the runtime handler. A feature that is not announced must be refused when it is
 * asked for.
 */
export interface RuntimeFeatures {
  /** It follows `supplemental_groups_policy` and reports `ContainerStatus.user`. */
  supplementalGroupsPolicy: boolean;
  /** A pod can have a user namespace of its own and yet share the host's network. */
  userNamespacesHostNetwork: boolean;
  /** It follows `Mount.mount_options`. */
  mountOptions: boolean;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How the runtime is. */
export interface StatusResponse {
  /** Its conditions. */
  status:
    | RuntimeStatus
    | undefined;
  /** With `verbose`, whatever helps to find a fault, name to JSON text; otherwise empty. */
  info: { [key: string]: string };
  /** Its configurations, the default one among them, each with its features. */
  runtimeHandlers: RuntimeHandler[];
  /** What it can do whatever the configuration. Shown as the node's features. */
  features: RuntimeFeatures | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface StatusResponse_InfoEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks how much space images take. */
export interface ImageFsInfoRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A number that can be absent, as 0 is a figure too. */
export interface UInt64Value {
  /** The number. */
  value: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A file system of the node. */
export interface FilesystemIdentifier {
  /** Where it is mounted, or a folder on it: the kubelet finds the file system by asking the kernel about this path. */
  mountpoint: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How much of a file system is used for a purpose; not how full it is. */
export interface FilesystemUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** Which file system. */
  fsId:
    | FilesystemIdentifier
    | undefined;
  /** Bytes used for this purpose. */
  usedBytes:
    | UInt64Value
    | undefined;
  /** Inodes used for this purpose. */
  inodesUsed: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How much of a file system is used for a purpose, on Windows. */
export interface WindowsFilesystemUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** Which file system. */
  fsId:
    | FilesystemIdentifier
    | undefined;
  /** Bytes used for this purpose. */
  usedBytes: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How much space images take. */
export interface ImageFsInfoResponse {
  /** By the images, on each file system that holds some. */
  imageFilesystems: FilesystemUsage[];
  /** By the containers' writable layers, if those lie on another file system than the images; empty if not. */
  containerFilesystems: FilesystemUsage[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks what a container uses. */
export interface ContainerStatsRequest {
  /** The container. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a container uses. */
export interface ContainerStatsResponse {
  /** The figures. */
  stats: ContainerStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks what containers use. */
export interface ListContainerStatsRequest {
  /** Which ones. Absent: all that run. */
  filter: ContainerStatsFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Whose figures are meant: those of containers that pass everything that is set. */
export interface ContainerStatsFilter {
  /** Its id, or the beginning of it. Empty: any. */
  id: string;
  /** The id of its sandbox, or the beginning of it. Empty: any. */
  podSandboxId: string;
  /** Labels it has, with just these values. Empty: any. */
  labelSelector: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerStatsFilter_LabelSelectorEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the containers that pass the filter use. */
export interface ListContainerStatsResponse {
  /** One entry per container, in no particular order. */
  stats: ContainerStats[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks in parts what containers use. */
export interface StreamContainerStatsRequest {
  /** Which ones. Absent: all that run. */
  filter: ContainerStatsFilter | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the figures. */
export interface StreamContainerStatsResponse {
  /** Those of one or more containers. */
  containerStats: ContainerStats[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Whose figures these are. */
export interface ContainerAttributes {
  /** The container's id. */
  id: string;
  /** Which container of its pod it is. */
  metadata:
    | ContainerMetadata
    | undefined;
  /** Its labels, as they were asked for. */
  labels: { [key: string]: string };
  /** Its annotations, as they were asked for. */
  annotations: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerAttributes_LabelsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface ContainerAttributes_AnnotationsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a container uses. A part that the runtime does not know is absent. */
export interface ContainerStats {
  /** Which container it is. */
  attributes:
    | ContainerAttributes
    | undefined;
  /** CPU time. */
  cpu:
    | CpuUsage
    | undefined;
  /** Memory. */
  memory:
    | MemoryUsage
    | undefined;
  /** The space that its changes to the image's files take. */
  writableLayer:
    | FilesystemUsage
    | undefined;
  /** Swap space. */
  swap:
    | SwapUsage
    | undefined;
  /** Time spent waiting for disks. */
  io: IoUsage | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a container uses, on Windows. */
export interface WindowsContainerStats {
  /** Which container it is. */
  attributes:
    | ContainerAttributes
    | undefined;
  /** CPU time. */
  cpu:
    | WindowsCpuUsage
    | undefined;
  /** Memory. */
  memory:
    | WindowsMemoryUsage
    | undefined;
  /** The space that its changes to the image's files take. */
  writableLayer: WindowsFilesystemUsage | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How long tasks of a cgroup were held up for want of one resource: Linux's pressure stall information. */
export interface PsiStats {
  /** While all of them that had something to do were held up. */
  Full:
    | PsiData
    | undefined;
  /** While at least one was held up. */
  Some: PsiData | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** How long tasks were held up. */
export interface PsiData {
  /** All of it so far, in nanoseconds; the kernel counts microseconds. */
  Total: bigint;
  /** The part of the last 10 seconds, in percent. */
  Avg10: number;
  /** The part of the last 60 seconds, in percent. */
  Avg60: number;
  /** The part of the last 300 seconds, in percent. */
  Avg300: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** CPU time used. */
export interface CpuUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** All of it so far, summed over the CPUs, in nanoseconds. */
  usageCoreNanoSeconds:
    | UInt64Value
    | undefined;
  /**
   * How much at present: nanoseconds per second, summed over the CPUs, so 500000000 is half a CPU. Absent if the
   * runtime does not measure it: the kubelet then works it out.
   */
  usageNanoCores:
    | UInt64Value
    | undefined;
  /** How long tasks waited for a CPU. */
  psi: PsiStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** CPU time used, on Windows. */
export interface WindowsCpuUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** All of it so far, summed over the CPUs, in nanoseconds. */
  usageCoreNanoSeconds:
    | UInt64Value
    | undefined;
  /** How much at present: nanoseconds per second, summed over the CPUs. */
  usageNanoCores: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Memory used. */
export interface MemoryUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /**
   * What cannot be given back under pressure, in bytes: usage less the inactive part of the page cache. The kubelet
   * evicts by it.
   */
  workingSetBytes:
    | UInt64Value
    | undefined;
  /** What is left up to the limit, in bytes: the limit less the working set. Absent without a limit. */
  availableBytes:
    | UInt64Value
    | undefined;
  /** All of it, in bytes, page cache included. */
  usageBytes:
    | UInt64Value
    | undefined;
  /** What no file backs, in bytes: anonymous memory with transparent huge pages. */
  rssBytes:
    | UInt64Value
    | undefined;
  /**
   * Page faults so far: by the contract those that needed no disk; in practice the kernel's `pgfault`, which counts
   * all.
   */
  pageFaults:
    | UInt64Value
    | undefined;
  /** Page faults so far that needed a disk. */
  majorPageFaults:
    | UInt64Value
    | undefined;
  /** How long tasks waited for memory. */
  psi: PsiStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Waiting for disks. */
export interface IoUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** How long tasks waited. */
  psi: PsiStats | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Swap space used. */
export interface SwapUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** What is left up to the limit, in bytes. */
  swapAvailableBytes:
    | UInt64Value
    | undefined;
  /** What is used, in bytes. */
  swapUsageBytes: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Memory used, on Windows. */
export interface WindowsMemoryUsage {
  /** When it was read, in nanoseconds since 1970. */
  timestamp: bigint;
  /** The private working set, in bytes. */
  workingSetBytes:
    | UInt64Value
    | undefined;
  /** What is left up to the limit, in bytes: the limit less `commit_memory_bytes`. */
  availableBytes:
    | UInt64Value
    | undefined;
  /** Page faults so far. */
  pageFaults:
    | UInt64Value
    | undefined;
  /** What Windows has promised, in bytes, whether it lies in memory or in the page file. */
  commitMemoryBytes: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks to open a container's log file anew. */
export interface ReopenContainerLogRequest {
  /** The container; has to run. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the container writes from now on is in the new file. */
export interface ReopenContainerLogResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for the state of a container in an archive. */
export interface CheckpointContainerRequest {
  /** The container; has to run. */
  containerId: string;
  /** The archive to write, a tar file, as an absolute path of the host. */
  location: string;
  /** Seconds it may take. 0: the runtime's own limit. */
  timeout: bigint;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The archive is written. */
export interface CheckpointContainerResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for the state of a pod's containers in a directory. */
export interface CheckpointPodRequest {
  /** The sandbox; has to be ready. */
  podSandboxId: string;
  /**
   * An empty directory of the host, absolute, which the client made and keeps. Only the runtime knows what it writes
   * there; if the call fails, it is empty again.
   */
  outputPath: string;
  /** The containers: at least one, each once, all of them running and in this sandbox. */
  containerIds: string[];
  /**
   * Settings that only the runtime knows; one that it does not know is an error. The kubelet sends none. Not for
   * secrets.
   */
  options: { [key: string]: string };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface CheckpointPodRequest_OptionsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The directory holds the state. */
export interface CheckpointPodResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for a pod from its written state. */
export interface RestorePodRequest {
  /** The directory that CheckpointPod wrote, absolute; it is only read. */
  checkpointPath: string;
  /** The new sandbox's config. What belongs to the node may differ from the old one's: uid, cgroup, log directory. */
  config:
    | PodSandboxConfig
    | undefined;
  /** The configuration that runs it; has to be able to read the state. Empty: the default one. */
  runtimeHandler: string;
  /**
   * Settings that only the runtime knows; one that it does not know is an error. The kubelet sends none. Not for
   * secrets.
   */
  options: { [key: string]: string };
  /**
   * The config of every container in the state, matched by name, none left out. Program, arguments, environment and
   * user are those of the state and only compared; labels, mounts, devices, limits and logs are taken from here.
   */
  containerConfigs: ContainerConfig[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface RestorePodRequest_OptionsEntry {
  key: string;
  value: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A container made from its written state. */
export interface RestoredContainer {
  /** Its name in the pod: which of the configs it belongs to. */
  name: string;
  /** Its id; never empty. */
  containerId: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The pod is there, its containers created and not started. */
export interface RestorePodResponse {
  /** The sandbox's id; never empty. */
  podSandboxId: string;
  /** One for each config of the request. */
  restoredContainers: RestoredContainer[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for events from now on. */
export interface GetEventsRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/**
 * Something that happened to a container, with the pod as it was right after it. Sandboxes send events as well: their
 * own id is then the container's.
 */
export interface ContainerEventResponse {
  /** The container. */
  containerId: string;
  /** What happened. */
  containerEventType: ContainerEventType;
  /** When it happened, in nanoseconds since 1970. */
  createdAt: bigint;
  /** Its sandbox right after; absent if that is gone. */
  podSandboxStatus:
    | PodSandboxStatus
    | undefined;
  /** All containers of the sandbox right after. */
  containersStatuses: ContainerStatus[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks which metrics there are. */
export interface ListMetricDescriptorsRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The metrics there are. */
export interface ListMetricDescriptorsResponse {
  /** One for each. */
  descriptors: MetricDescriptor[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What a metric means. */
export interface MetricDescriptor {
  /** Its name, as Prometheus writes it: "container_cpu_usage_seconds_total". No two have the same. */
  name: string;
  /** What it says, in a sentence for people. */
  help: string;
  /** The names of its labels, in the order in which `Metric.label_values` gives their values. */
  labelKeys: string[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks for the metrics of all sandboxes. */
export interface ListPodSandboxMetricsRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The metrics of all sandboxes. */
export interface ListPodSandboxMetricsResponse {
  /** One entry per sandbox. */
  podMetrics: PodSandboxMetrics[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks in parts for the metrics of all sandboxes. */
export interface StreamPodSandboxMetricsRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** A part of the metrics. */
export interface StreamPodSandboxMetricsResponse {
  /** Those of one or more sandboxes. */
  podSandboxMetrics: PodSandboxMetrics[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The metrics of a sandbox and its containers. */
export interface PodSandboxMetrics {
  /** The sandbox. */
  podSandboxId: string;
  /** Those of the sandbox as a whole, such as its network's. */
  metrics: Metric[];
  /** Those of each container. */
  containerMetrics: ContainerMetrics[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The metrics of a container. */
export interface ContainerMetrics {
  /** The container. */
  containerId: string;
  /** Its metrics. */
  metrics: Metric[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One value of a metric. */
export interface Metric {
  /** Which metric; one that ListMetricDescriptors does not know is dropped. */
  name: string;
  /** When it was measured, in nanoseconds since 1970; 0 if it was measured for this answer. */
  timestamp: bigint;
  /** How its value moves. */
  metricType: MetricType;
  /** The values of its labels, as many as the metric has `label_keys` and in their order. */
  labelValues: string[];
  /** The value, in the unit that the metric's name ends with. */
  value: UInt64Value | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Asks what the kubelet has to follow. */
export interface RuntimeConfigRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the kubelet has to follow, whatever the runtime handler. */
export interface RuntimeConfigResponse {
  /** On Linux. */
  linux: LinuxRuntimeConfiguration | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the kubelet has to follow on Linux. */
export interface LinuxRuntimeConfiguration {
  /**
   * Who makes cgroups; the kubelet does as the runtime does. A change needs a node without pods and a kubelet started
   * anew.
   */
  cgroupDriver: CgroupDriver;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Tells that a pod has other limits. */
export interface UpdatePodSandboxResourcesRequest {
  /** The sandbox. */
  podSandboxId: string;
  /** What running the sandbox itself costs besides its containers. Absent: as it was. */
  overhead:
    | LinuxContainerResources
    | undefined;
  /** The sum of the containers' limits. Absent: as it was. */
  resources: LinuxContainerResources | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The runtime has taken it in. */
export interface UpdatePodSandboxResourcesResponse {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

function createBaseVersionRequest(): VersionRequest {
  return { version: "", _unknownFields: {} };
}

export const VersionRequest: MessageFns<VersionRequest> = {
  encode(message: VersionRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.version !== "") {
      writer.uint32(10).string(message.version);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): VersionRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseVersionRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.version = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<VersionRequest>): VersionRequest {
    return VersionRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<VersionRequest>): VersionRequest {
    const message = createBaseVersionRequest();
    message.version = object.version ?? "";
    return message;
  },
};

function createBaseVersionResponse(): VersionResponse {
  return { version: "", runtimeName: "", runtimeVersion: "", runtimeApiVersion: "", _unknownFields: {} };
}

export const VersionResponse: MessageFns<VersionResponse> = {
  encode(message: VersionResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.version !== "") {
      writer.uint32(10).string(message.version);
    }
    if (message.runtimeName !== "") {
      writer.uint32(18).string(message.runtimeName);
    }
    if (message.runtimeVersion !== "") {
      writer.uint32(26).string(message.runtimeVersion);
    }
    if (message.runtimeApiVersion !== "") {
      writer.uint32(34).string(message.runtimeApiVersion);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): VersionResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseVersionResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.version = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.runtimeName = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.runtimeVersion = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.runtimeApiVersion = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<VersionResponse>): VersionResponse {
    return VersionResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<VersionResponse>): VersionResponse {
    const message = createBaseVersionResponse();
    message.version = object.version ?? "";
    message.runtimeName = object.runtimeName ?? "";
    message.runtimeVersion = object.runtimeVersion ?? "";
    message.runtimeApiVersion = object.runtimeApiVersion ?? "";
    return message;
  },
};

function createBaseDNSConfig(): DNSConfig {
  return { servers: [], searches: [], options: [], _unknownFields: {} };
}

export const DNSConfig: MessageFns<DNSConfig> = {
  encode(message: DNSConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.servers) {
      writer.uint32(10).string(v!);
    }
    for (const v of message.searches) {
      writer.uint32(18).string(v!);
    }
    for (const v of message.options) {
      writer.uint32(26).string(v!);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): DNSConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseDNSConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.servers.push(reader.string());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.searches.push(reader.string());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.options.push(reader.string());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<DNSConfig>): DNSConfig {
    return DNSConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<DNSConfig>): DNSConfig {
    const message = createBaseDNSConfig();
    message.servers = object.servers?.map((e) => e) || [];
    message.searches = object.searches?.map((e) => e) || [];
    message.options = object.options?.map((e) => e) || [];
    return message;
  },
};

function createBasePortMapping(): PortMapping {
  return { protocol: 0, containerPort: 0, hostPort: 0, hostIp: "", _unknownFields: {} };
}

export const PortMapping: MessageFns<PortMapping> = {
  encode(message: PortMapping, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.protocol !== 0) {
      writer.uint32(8).int32(message.protocol);
    }
    if (message.containerPort !== 0) {
      writer.uint32(16).int32(message.containerPort);
    }
    if (message.hostPort !== 0) {
      writer.uint32(24).int32(message.hostPort);
    }
    if (message.hostIp !== "") {
      writer.uint32(34).string(message.hostIp);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PortMapping {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePortMapping();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.protocol = reader.int32() as any;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.containerPort = reader.int32();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.hostPort = reader.int32();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.hostIp = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PortMapping>): PortMapping {
    return PortMapping.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PortMapping>): PortMapping {
    const message = createBasePortMapping();
    message.protocol = object.protocol ?? 0;
    message.containerPort = object.containerPort ?? 0;
    message.hostPort = object.hostPort ?? 0;
    message.hostIp = object.hostIp ?? "";
    return message;
  },
};

function createBaseMount(): Mount {
  return {
    containerPath: "",
    hostPath: "",
    readonly: false,
    selinuxRelabel: false,
    propagation: 0,
    uidMappings: [],
    gidMappings: [],
    recursiveReadOnly: false,
    image: undefined,
    imageSubPath: "",
    mountOptions: [],
    _unknownFields: {},
  };
}

export const Mount: MessageFns<Mount> = {
  encode(message: Mount, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerPath !== "") {
      writer.uint32(10).string(message.containerPath);
    }
    if (message.hostPath !== "") {
      writer.uint32(18).string(message.hostPath);
    }
    if (message.readonly !== false) {
      writer.uint32(24).bool(message.readonly);
    }
    if (message.selinuxRelabel !== false) {
      writer.uint32(32).bool(message.selinuxRelabel);
    }
    if (message.propagation !== 0) {
      writer.uint32(40).int32(message.propagation);
    }
    for (const v of message.uidMappings) {
      IDMapping.encode(v!, writer.uint32(50).fork()).join();
    }
    for (const v of message.gidMappings) {
      IDMapping.encode(v!, writer.uint32(58).fork()).join();
    }
    if (message.recursiveReadOnly !== false) {
      writer.uint32(64).bool(message.recursiveReadOnly);
    }
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(74).fork()).join();
    }
    if (message.imageSubPath !== "") {
      writer.uint32(82).string(message.imageSubPath);
    }
    for (const v of message.mountOptions) {
      writer.uint32(90).string(v!);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Mount {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseMount();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerPath = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.hostPath = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.readonly = reader.bool();
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.selinuxRelabel = reader.bool();
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.propagation = reader.int32() as any;
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.uidMappings.push(IDMapping.decode(reader, reader.uint32()));
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.gidMappings.push(IDMapping.decode(reader, reader.uint32()));
            continue;
          }
          case 8: {
            if (tag !== 64) {
              break;
            }

            message.recursiveReadOnly = reader.bool();
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            message.imageSubPath = reader.string();
            continue;
          }
          case 11: {
            if (tag !== 90) {
              break;
            }

            message.mountOptions.push(reader.string());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Mount>): Mount {
    return Mount.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Mount>): Mount {
    const message = createBaseMount();
    message.containerPath = object.containerPath ?? "";
    message.hostPath = object.hostPath ?? "";
    message.readonly = object.readonly ?? false;
    message.selinuxRelabel = object.selinuxRelabel ?? false;
    message.propagation = object.propagation ?? 0;
    message.uidMappings = object.uidMappings?.map((e) => IDMapping.fromPartial(e)) || [];
    message.gidMappings = object.gidMappings?.map((e) => IDMapping.fromPartial(e)) || [];
    message.recursiveReadOnly = object.recursiveReadOnly ?? false;
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.imageSubPath = object.imageSubPath ?? "";
    message.mountOptions = object.mountOptions?.map((e) => e) || [];
    return message;
  },
};

function createBaseIDMapping(): IDMapping {
  return { hostId: 0, containerId: 0, length: 0, _unknownFields: {} };
}

export const IDMapping: MessageFns<IDMapping> = {
  encode(message: IDMapping, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.hostId !== 0) {
      writer.uint32(8).uint32(message.hostId);
    }
    if (message.containerId !== 0) {
      writer.uint32(16).uint32(message.containerId);
    }
    if (message.length !== 0) {
      writer.uint32(24).uint32(message.length);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): IDMapping {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseIDMapping();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.hostId = reader.uint32();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.containerId = reader.uint32();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.length = reader.uint32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<IDMapping>): IDMapping {
    return IDMapping.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<IDMapping>): IDMapping {
    const message = createBaseIDMapping();
    message.hostId = object.hostId ?? 0;
    message.containerId = object.containerId ?? 0;
    message.length = object.length ?? 0;
    return message;
  },
};

function createBaseUserNamespace(): UserNamespace {
  return { mode: 0, uids: [], gids: [], _unknownFields: {} };
}

export const UserNamespace: MessageFns<UserNamespace> = {
  encode(message: UserNamespace, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.mode !== 0) {
      writer.uint32(8).int32(message.mode);
    }
    for (const v of message.uids) {
      IDMapping.encode(v!, writer.uint32(18).fork()).join();
    }
    for (const v of message.gids) {
      IDMapping.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UserNamespace {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUserNamespace();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.mode = reader.int32() as any;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.uids.push(IDMapping.decode(reader, reader.uint32()));
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.gids.push(IDMapping.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UserNamespace>): UserNamespace {
    return UserNamespace.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<UserNamespace>): UserNamespace {
    const message = createBaseUserNamespace();
    message.mode = object.mode ?? 0;
    message.uids = object.uids?.map((e) => IDMapping.fromPartial(e)) || [];
    message.gids = object.gids?.map((e) => IDMapping.fromPartial(e)) || [];
    return message;
  },
};

function createBaseNamespaceOption(): NamespaceOption {
  return { network: 0, pid: 0, ipc: 0, targetId: "", usernsOptions: undefined, _unknownFields: {} };
}

export const NamespaceOption: MessageFns<NamespaceOption> = {
  encode(message: NamespaceOption, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.network !== 0) {
      writer.uint32(8).int32(message.network);
    }
    if (message.pid !== 0) {
      writer.uint32(16).int32(message.pid);
    }
    if (message.ipc !== 0) {
      writer.uint32(24).int32(message.ipc);
    }
    if (message.targetId !== "") {
      writer.uint32(34).string(message.targetId);
    }
    if (message.usernsOptions !== undefined) {
      UserNamespace.encode(message.usernsOptions, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): NamespaceOption {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseNamespaceOption();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.network = reader.int32() as any;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.pid = reader.int32() as any;
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.ipc = reader.int32() as any;
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.targetId = reader.string();
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.usernsOptions = UserNamespace.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<NamespaceOption>): NamespaceOption {
    return NamespaceOption.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<NamespaceOption>): NamespaceOption {
    const message = createBaseNamespaceOption();
    message.network = object.network ?? 0;
    message.pid = object.pid ?? 0;
    message.ipc = object.ipc ?? 0;
    message.targetId = object.targetId ?? "";
    message.usernsOptions = (object.usernsOptions !== undefined && object.usernsOptions !== null)
      ? UserNamespace.fromPartial(object.usernsOptions)
      : undefined;
    return message;
  },
};

function createBaseInt64Value(): Int64Value {
  return { value: 0n, _unknownFields: {} };
}

export const Int64Value: MessageFns<Int64Value> = {
  encode(message: Int64Value, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.value !== 0n) {
      if (BigInt.asIntN(64, message.value) !== message.value) {
        throw new globalThis.Error("value provided for field message.value of type int64 too large");
      }
      writer.uint32(8).int64(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Int64Value {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseInt64Value();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.value = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Int64Value>): Int64Value {
    return Int64Value.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Int64Value>): Int64Value {
    const message = createBaseInt64Value();
    message.value = (object.value !== undefined && object.value !== null) ? BigInt(object.value) : 0n;
    return message;
  },
};

function createBaseLinuxSandboxSecurityContext(): LinuxSandboxSecurityContext {
  return {
    namespaceOptions: undefined,
    selinuxOptions: undefined,
    runAsUser: undefined,
    runAsGroup: undefined,
    readonlyRootfs: false,
    supplementalGroups: [],
    supplementalGroupsPolicy: 0,
    privileged: false,
    seccomp: undefined,
    apparmor: undefined,
    seccompProfilePath: "",
    _unknownFields: {},
  };
}

export const LinuxSandboxSecurityContext: MessageFns<LinuxSandboxSecurityContext> = {
  encode(message: LinuxSandboxSecurityContext, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.namespaceOptions !== undefined) {
      NamespaceOption.encode(message.namespaceOptions, writer.uint32(10).fork()).join();
    }
    if (message.selinuxOptions !== undefined) {
      SELinuxOption.encode(message.selinuxOptions, writer.uint32(18).fork()).join();
    }
    if (message.runAsUser !== undefined) {
      Int64Value.encode(message.runAsUser, writer.uint32(26).fork()).join();
    }
    if (message.runAsGroup !== undefined) {
      Int64Value.encode(message.runAsGroup, writer.uint32(66).fork()).join();
    }
    if (message.readonlyRootfs !== false) {
      writer.uint32(32).bool(message.readonlyRootfs);
    }
    if (message.supplementalGroups.length !== 0) {
      writer.uint32(42).fork();
      for (const v of message.supplementalGroups) {
        if (BigInt.asIntN(64, v) !== v) {
          throw new globalThis.Error("a value provided in array field supplementalGroups of type int64 is too large");
        }
        writer.int64(v);
      }
      writer.join();
    }
    if (message.supplementalGroupsPolicy !== 0) {
      writer.uint32(88).int32(message.supplementalGroupsPolicy);
    }
    if (message.privileged !== false) {
      writer.uint32(48).bool(message.privileged);
    }
    if (message.seccomp !== undefined) {
      SecurityProfile.encode(message.seccomp, writer.uint32(74).fork()).join();
    }
    if (message.apparmor !== undefined) {
      SecurityProfile.encode(message.apparmor, writer.uint32(82).fork()).join();
    }
    if (message.seccompProfilePath !== "") {
      writer.uint32(58).string(message.seccompProfilePath);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxSandboxSecurityContext {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxSandboxSecurityContext();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.namespaceOptions = NamespaceOption.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.selinuxOptions = SELinuxOption.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.runAsUser = Int64Value.decode(reader, reader.uint32());
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.runAsGroup = Int64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.readonlyRootfs = reader.bool();
            continue;
          }
          case 5: {
            if (tag === 40) {
              message.supplementalGroups.push(reader.int64() as bigint);

              continue;
            }

            if (tag === 42) {
              const end2 = reader.uint32() + reader.pos;
              while (reader.pos < end2) {
                message.supplementalGroups.push(reader.int64() as bigint);
              }

              continue;
            }

            break;
          }
          case 11: {
            if (tag !== 88) {
              break;
            }

            message.supplementalGroupsPolicy = reader.int32() as any;
            continue;
          }
          case 6: {
            if (tag !== 48) {
              break;
            }

            message.privileged = reader.bool();
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.seccomp = SecurityProfile.decode(reader, reader.uint32());
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            message.apparmor = SecurityProfile.decode(reader, reader.uint32());
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.seccompProfilePath = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxSandboxSecurityContext>): LinuxSandboxSecurityContext {
    return LinuxSandboxSecurityContext.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxSandboxSecurityContext>): LinuxSandboxSecurityContext {
    const message = createBaseLinuxSandboxSecurityContext();
    message.namespaceOptions = (object.namespaceOptions !== undefined && object.namespaceOptions !== null)
      ? NamespaceOption.fromPartial(object.namespaceOptions)
      : undefined;
    message.selinuxOptions = (object.selinuxOptions !== undefined && object.selinuxOptions !== null)
      ? SELinuxOption.fromPartial(object.selinuxOptions)
      : undefined;
    message.runAsUser = (object.runAsUser !== undefined && object.runAsUser !== null)
      ? Int64Value.fromPartial(object.runAsUser)
      : undefined;
    message.runAsGroup = (object.runAsGroup !== undefined && object.runAsGroup !== null)
      ? Int64Value.fromPartial(object.runAsGroup)
      : undefined;
    message.readonlyRootfs = object.readonlyRootfs ?? false;
    message.supplementalGroups = object.supplementalGroups?.map((e) => BigInt(e)) || [];
    message.supplementalGroupsPolicy = object.supplementalGroupsPolicy ?? 0;
    message.privileged = object.privileged ?? false;
    message.seccomp = (object.seccomp !== undefined && object.seccomp !== null)
      ? SecurityProfile.fromPartial(object.seccomp)
      : undefined;
    message.apparmor = (object.apparmor !== undefined && object.apparmor !== null)
      ? SecurityProfile.fromPartial(object.apparmor)
      : undefined;
    message.seccompProfilePath = object.seccompProfilePath ?? "";
    return message;
  },
};

function createBaseSecurityProfile(): SecurityProfile {
  return { profileType: 0, localhostRef: "", _unknownFields: {} };
}

export const SecurityProfile: MessageFns<SecurityProfile> = {
  encode(message: SecurityProfile, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.profileType !== 0) {
      writer.uint32(8).int32(message.profileType);
    }
    if (message.localhostRef !== "") {
      writer.uint32(18).string(message.localhostRef);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): SecurityProfile {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseSecurityProfile();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.profileType = reader.int32() as any;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.localhostRef = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<SecurityProfile>): SecurityProfile {
    return SecurityProfile.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<SecurityProfile>): SecurityProfile {
    const message = createBaseSecurityProfile();
    message.profileType = object.profileType ?? 0;
    message.localhostRef = object.localhostRef ?? "";
    return message;
  },
};

function createBaseLinuxPodSandboxConfig(): LinuxPodSandboxConfig {
  return {
    cgroupParent: "",
    securityContext: undefined,
    sysctls: {},
    overhead: undefined,
    resources: undefined,
    _unknownFields: {},
  };
}

export const LinuxPodSandboxConfig: MessageFns<LinuxPodSandboxConfig> = {
  encode(message: LinuxPodSandboxConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cgroupParent !== "") {
      writer.uint32(10).string(message.cgroupParent);
    }
    if (message.securityContext !== undefined) {
      LinuxSandboxSecurityContext.encode(message.securityContext, writer.uint32(18).fork()).join();
    }
    globalThis.Object.entries(message.sysctls).forEach(([key, value]: [string, string]) => {
      LinuxPodSandboxConfig_SysctlsEntry.encode({ key: key as any, value }, writer.uint32(26).fork()).join();
    });
    if (message.overhead !== undefined) {
      LinuxContainerResources.encode(message.overhead, writer.uint32(34).fork()).join();
    }
    if (message.resources !== undefined) {
      LinuxContainerResources.encode(message.resources, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxPodSandboxConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxPodSandboxConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.cgroupParent = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.securityContext = LinuxSandboxSecurityContext.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            const entry3 = LinuxPodSandboxConfig_SysctlsEntry.decode(reader, reader.uint32());
            if (entry3.value !== undefined) {
              message.sysctls[entry3.key] = entry3.value;
            }
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.overhead = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.resources = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxPodSandboxConfig>): LinuxPodSandboxConfig {
    return LinuxPodSandboxConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxPodSandboxConfig>): LinuxPodSandboxConfig {
    const message = createBaseLinuxPodSandboxConfig();
    message.cgroupParent = object.cgroupParent ?? "";
    message.securityContext = (object.securityContext !== undefined && object.securityContext !== null)
      ? LinuxSandboxSecurityContext.fromPartial(object.securityContext)
      : undefined;
    message.sysctls = (globalThis.Object.entries(object.sysctls ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.overhead = (object.overhead !== undefined && object.overhead !== null)
      ? LinuxContainerResources.fromPartial(object.overhead)
      : undefined;
    message.resources = (object.resources !== undefined && object.resources !== null)
      ? LinuxContainerResources.fromPartial(object.resources)
      : undefined;
    return message;
  },
};

function createBaseLinuxPodSandboxConfig_SysctlsEntry(): LinuxPodSandboxConfig_SysctlsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const LinuxPodSandboxConfig_SysctlsEntry: MessageFns<LinuxPodSandboxConfig_SysctlsEntry> = {
  encode(message: LinuxPodSandboxConfig_SysctlsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxPodSandboxConfig_SysctlsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxPodSandboxConfig_SysctlsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxPodSandboxConfig_SysctlsEntry>): LinuxPodSandboxConfig_SysctlsEntry {
    return LinuxPodSandboxConfig_SysctlsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxPodSandboxConfig_SysctlsEntry>): LinuxPodSandboxConfig_SysctlsEntry {
    const message = createBaseLinuxPodSandboxConfig_SysctlsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxMetadata(): PodSandboxMetadata {
  return { name: "", uid: "", namespace: "", attempt: 0, _unknownFields: {} };
}

export const PodSandboxMetadata: MessageFns<PodSandboxMetadata> = {
  encode(message: PodSandboxMetadata, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.uid !== "") {
      writer.uint32(18).string(message.uid);
    }
    if (message.namespace !== "") {
      writer.uint32(26).string(message.namespace);
    }
    if (message.attempt !== 0) {
      writer.uint32(32).uint32(message.attempt);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxMetadata {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxMetadata();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.uid = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.namespace = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.attempt = reader.uint32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxMetadata>): PodSandboxMetadata {
    return PodSandboxMetadata.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxMetadata>): PodSandboxMetadata {
    const message = createBasePodSandboxMetadata();
    message.name = object.name ?? "";
    message.uid = object.uid ?? "";
    message.namespace = object.namespace ?? "";
    message.attempt = object.attempt ?? 0;
    return message;
  },
};

function createBasePodSandboxConfig(): PodSandboxConfig {
  return {
    metadata: undefined,
    hostname: "",
    logDirectory: "",
    dnsConfig: undefined,
    portMappings: [],
    labels: {},
    annotations: {},
    linux: undefined,
    windows: undefined,
    _unknownFields: {},
  };
}

export const PodSandboxConfig: MessageFns<PodSandboxConfig> = {
  encode(message: PodSandboxConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.metadata !== undefined) {
      PodSandboxMetadata.encode(message.metadata, writer.uint32(10).fork()).join();
    }
    if (message.hostname !== "") {
      writer.uint32(18).string(message.hostname);
    }
    if (message.logDirectory !== "") {
      writer.uint32(26).string(message.logDirectory);
    }
    if (message.dnsConfig !== undefined) {
      DNSConfig.encode(message.dnsConfig, writer.uint32(34).fork()).join();
    }
    for (const v of message.portMappings) {
      PortMapping.encode(v!, writer.uint32(42).fork()).join();
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      PodSandboxConfig_LabelsEntry.encode({ key: key as any, value }, writer.uint32(50).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      PodSandboxConfig_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(58).fork()).join();
    });
    if (message.linux !== undefined) {
      LinuxPodSandboxConfig.encode(message.linux, writer.uint32(66).fork()).join();
    }
    if (message.windows !== undefined) {
      WindowsPodSandboxConfig.encode(message.windows, writer.uint32(74).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.metadata = PodSandboxMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.hostname = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.logDirectory = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.dnsConfig = DNSConfig.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.portMappings.push(PortMapping.decode(reader, reader.uint32()));
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            const entry6 = PodSandboxConfig_LabelsEntry.decode(reader, reader.uint32());
            if (entry6.value !== undefined) {
              message.labels[entry6.key] = entry6.value;
            }
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            const entry7 = PodSandboxConfig_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry7.value !== undefined) {
              message.annotations[entry7.key] = entry7.value;
            }
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.linux = LinuxPodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.windows = WindowsPodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxConfig>): PodSandboxConfig {
    return PodSandboxConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxConfig>): PodSandboxConfig {
    const message = createBasePodSandboxConfig();
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? PodSandboxMetadata.fromPartial(object.metadata)
      : undefined;
    message.hostname = object.hostname ?? "";
    message.logDirectory = object.logDirectory ?? "";
    message.dnsConfig = (object.dnsConfig !== undefined && object.dnsConfig !== null)
      ? DNSConfig.fromPartial(object.dnsConfig)
      : undefined;
    message.portMappings = object.portMappings?.map((e) => PortMapping.fromPartial(e)) || [];
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxPodSandboxConfig.fromPartial(object.linux)
      : undefined;
    message.windows = (object.windows !== undefined && object.windows !== null)
      ? WindowsPodSandboxConfig.fromPartial(object.windows)
      : undefined;
    return message;
  },
};

function createBasePodSandboxConfig_LabelsEntry(): PodSandboxConfig_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxConfig_LabelsEntry: MessageFns<PodSandboxConfig_LabelsEntry> = {
  encode(message: PodSandboxConfig_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxConfig_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxConfig_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxConfig_LabelsEntry>): PodSandboxConfig_LabelsEntry {
    return PodSandboxConfig_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxConfig_LabelsEntry>): PodSandboxConfig_LabelsEntry {
    const message = createBasePodSandboxConfig_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxConfig_AnnotationsEntry(): PodSandboxConfig_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxConfig_AnnotationsEntry: MessageFns<PodSandboxConfig_AnnotationsEntry> = {
  encode(message: PodSandboxConfig_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxConfig_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxConfig_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxConfig_AnnotationsEntry>): PodSandboxConfig_AnnotationsEntry {
    return PodSandboxConfig_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxConfig_AnnotationsEntry>): PodSandboxConfig_AnnotationsEntry {
    const message = createBasePodSandboxConfig_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseRunPodSandboxRequest(): RunPodSandboxRequest {
  return { config: undefined, runtimeHandler: "", _unknownFields: {} };
}

export const RunPodSandboxRequest: MessageFns<RunPodSandboxRequest> = {
  encode(message: RunPodSandboxRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.config !== undefined) {
      PodSandboxConfig.encode(message.config, writer.uint32(10).fork()).join();
    }
    if (message.runtimeHandler !== "") {
      writer.uint32(18).string(message.runtimeHandler);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RunPodSandboxRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRunPodSandboxRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.config = PodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.runtimeHandler = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RunPodSandboxRequest>): RunPodSandboxRequest {
    return RunPodSandboxRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RunPodSandboxRequest>): RunPodSandboxRequest {
    const message = createBaseRunPodSandboxRequest();
    message.config = (object.config !== undefined && object.config !== null)
      ? PodSandboxConfig.fromPartial(object.config)
      : undefined;
    message.runtimeHandler = object.runtimeHandler ?? "";
    return message;
  },
};

function createBaseRunPodSandboxResponse(): RunPodSandboxResponse {
  return { podSandboxId: "", _unknownFields: {} };
}

export const RunPodSandboxResponse: MessageFns<RunPodSandboxResponse> = {
  encode(message: RunPodSandboxResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RunPodSandboxResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRunPodSandboxResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RunPodSandboxResponse>): RunPodSandboxResponse {
    return RunPodSandboxResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RunPodSandboxResponse>): RunPodSandboxResponse {
    const message = createBaseRunPodSandboxResponse();
    message.podSandboxId = object.podSandboxId ?? "";
    return message;
  },
};

function createBaseStopPodSandboxRequest(): StopPodSandboxRequest {
  return { podSandboxId: "", _unknownFields: {} };
}

export const StopPodSandboxRequest: MessageFns<StopPodSandboxRequest> = {
  encode(message: StopPodSandboxRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StopPodSandboxRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStopPodSandboxRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StopPodSandboxRequest>): StopPodSandboxRequest {
    return StopPodSandboxRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StopPodSandboxRequest>): StopPodSandboxRequest {
    const message = createBaseStopPodSandboxRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    return message;
  },
};

function createBaseStopPodSandboxResponse(): StopPodSandboxResponse {
  return { _unknownFields: {} };
}

export const StopPodSandboxResponse: MessageFns<StopPodSandboxResponse> = {
  encode(message: StopPodSandboxResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StopPodSandboxResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStopPodSandboxResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StopPodSandboxResponse>): StopPodSandboxResponse {
    return StopPodSandboxResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<StopPodSandboxResponse>): StopPodSandboxResponse {
    const message = createBaseStopPodSandboxResponse();
    return message;
  },
};

function createBaseRemovePodSandboxRequest(): RemovePodSandboxRequest {
  return { podSandboxId: "", _unknownFields: {} };
}

export const RemovePodSandboxRequest: MessageFns<RemovePodSandboxRequest> = {
  encode(message: RemovePodSandboxRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemovePodSandboxRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemovePodSandboxRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemovePodSandboxRequest>): RemovePodSandboxRequest {
    return RemovePodSandboxRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RemovePodSandboxRequest>): RemovePodSandboxRequest {
    const message = createBaseRemovePodSandboxRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    return message;
  },
};

function createBaseRemovePodSandboxResponse(): RemovePodSandboxResponse {
  return { _unknownFields: {} };
}

export const RemovePodSandboxResponse: MessageFns<RemovePodSandboxResponse> = {
  encode(message: RemovePodSandboxResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemovePodSandboxResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemovePodSandboxResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemovePodSandboxResponse>): RemovePodSandboxResponse {
    return RemovePodSandboxResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<RemovePodSandboxResponse>): RemovePodSandboxResponse {
    const message = createBaseRemovePodSandboxResponse();
    return message;
  },
};

function createBasePodSandboxStatusRequest(): PodSandboxStatusRequest {
  return { podSandboxId: "", verbose: false, _unknownFields: {} };
}

export const PodSandboxStatusRequest: MessageFns<PodSandboxStatusRequest> = {
  encode(message: PodSandboxStatusRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message.verbose !== false) {
      writer.uint32(16).bool(message.verbose);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatusRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatusRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.verbose = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatusRequest>): PodSandboxStatusRequest {
    return PodSandboxStatusRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatusRequest>): PodSandboxStatusRequest {
    const message = createBasePodSandboxStatusRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    message.verbose = object.verbose ?? false;
    return message;
  },
};

function createBasePodIP(): PodIP {
  return { ip: "", _unknownFields: {} };
}

export const PodIP: MessageFns<PodIP> = {
  encode(message: PodIP, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.ip !== "") {
      writer.uint32(10).string(message.ip);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodIP {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodIP();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.ip = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodIP>): PodIP {
    return PodIP.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodIP>): PodIP {
    const message = createBasePodIP();
    message.ip = object.ip ?? "";
    return message;
  },
};

function createBasePodSandboxNetworkStatus(): PodSandboxNetworkStatus {
  return { ip: "", additionalIps: [], _unknownFields: {} };
}

export const PodSandboxNetworkStatus: MessageFns<PodSandboxNetworkStatus> = {
  encode(message: PodSandboxNetworkStatus, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.ip !== "") {
      writer.uint32(10).string(message.ip);
    }
    for (const v of message.additionalIps) {
      PodIP.encode(v!, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxNetworkStatus {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxNetworkStatus();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.ip = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.additionalIps.push(PodIP.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxNetworkStatus>): PodSandboxNetworkStatus {
    return PodSandboxNetworkStatus.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxNetworkStatus>): PodSandboxNetworkStatus {
    const message = createBasePodSandboxNetworkStatus();
    message.ip = object.ip ?? "";
    message.additionalIps = object.additionalIps?.map((e) => PodIP.fromPartial(e)) || [];
    return message;
  },
};

function createBaseNamespace(): Namespace {
  return { options: undefined, _unknownFields: {} };
}

export const Namespace: MessageFns<Namespace> = {
  encode(message: Namespace, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.options !== undefined) {
      NamespaceOption.encode(message.options, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Namespace {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseNamespace();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.options = NamespaceOption.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Namespace>): Namespace {
    return Namespace.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Namespace>): Namespace {
    const message = createBaseNamespace();
    message.options = (object.options !== undefined && object.options !== null)
      ? NamespaceOption.fromPartial(object.options)
      : undefined;
    return message;
  },
};

function createBaseLinuxPodSandboxStatus(): LinuxPodSandboxStatus {
  return { namespaces: undefined, _unknownFields: {} };
}

export const LinuxPodSandboxStatus: MessageFns<LinuxPodSandboxStatus> = {
  encode(message: LinuxPodSandboxStatus, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.namespaces !== undefined) {
      Namespace.encode(message.namespaces, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxPodSandboxStatus {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxPodSandboxStatus();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.namespaces = Namespace.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxPodSandboxStatus>): LinuxPodSandboxStatus {
    return LinuxPodSandboxStatus.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxPodSandboxStatus>): LinuxPodSandboxStatus {
    const message = createBaseLinuxPodSandboxStatus();
    message.namespaces = (object.namespaces !== undefined && object.namespaces !== null)
      ? Namespace.fromPartial(object.namespaces)
      : undefined;
    return message;
  },
};

function createBasePodSandboxStatus(): PodSandboxStatus {
  return {
    id: "",
    metadata: undefined,
    state: 0,
    createdAt: 0n,
    network: undefined,
    linux: undefined,
    labels: {},
    annotations: {},
    runtimeHandler: "",
    _unknownFields: {},
  };
}

export const PodSandboxStatus: MessageFns<PodSandboxStatus> = {
  encode(message: PodSandboxStatus, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.metadata !== undefined) {
      PodSandboxMetadata.encode(message.metadata, writer.uint32(18).fork()).join();
    }
    if (message.state !== 0) {
      writer.uint32(24).int32(message.state);
    }
    if (message.createdAt !== 0n) {
      if (BigInt.asIntN(64, message.createdAt) !== message.createdAt) {
        throw new globalThis.Error("value provided for field message.createdAt of type int64 too large");
      }
      writer.uint32(32).int64(message.createdAt);
    }
    if (message.network !== undefined) {
      PodSandboxNetworkStatus.encode(message.network, writer.uint32(42).fork()).join();
    }
    if (message.linux !== undefined) {
      LinuxPodSandboxStatus.encode(message.linux, writer.uint32(50).fork()).join();
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      PodSandboxStatus_LabelsEntry.encode({ key: key as any, value }, writer.uint32(58).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      PodSandboxStatus_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(66).fork()).join();
    });
    if (message.runtimeHandler !== "") {
      writer.uint32(74).string(message.runtimeHandler);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatus {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatus();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metadata = PodSandboxMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.createdAt = reader.int64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.network = PodSandboxNetworkStatus.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.linux = LinuxPodSandboxStatus.decode(reader, reader.uint32());
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            const entry7 = PodSandboxStatus_LabelsEntry.decode(reader, reader.uint32());
            if (entry7.value !== undefined) {
              message.labels[entry7.key] = entry7.value;
            }
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            const entry8 = PodSandboxStatus_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry8.value !== undefined) {
              message.annotations[entry8.key] = entry8.value;
            }
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.runtimeHandler = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatus>): PodSandboxStatus {
    return PodSandboxStatus.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatus>): PodSandboxStatus {
    const message = createBasePodSandboxStatus();
    message.id = object.id ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? PodSandboxMetadata.fromPartial(object.metadata)
      : undefined;
    message.state = object.state ?? 0;
    message.createdAt = (object.createdAt !== undefined && object.createdAt !== null) ? BigInt(object.createdAt) : 0n;
    message.network = (object.network !== undefined && object.network !== null)
      ? PodSandboxNetworkStatus.fromPartial(object.network)
      : undefined;
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxPodSandboxStatus.fromPartial(object.linux)
      : undefined;
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.runtimeHandler = object.runtimeHandler ?? "";
    return message;
  },
};

function createBasePodSandboxStatus_LabelsEntry(): PodSandboxStatus_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxStatus_LabelsEntry: MessageFns<PodSandboxStatus_LabelsEntry> = {
  encode(message: PodSandboxStatus_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatus_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatus_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatus_LabelsEntry>): PodSandboxStatus_LabelsEntry {
    return PodSandboxStatus_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatus_LabelsEntry>): PodSandboxStatus_LabelsEntry {
    const message = createBasePodSandboxStatus_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxStatus_AnnotationsEntry(): PodSandboxStatus_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxStatus_AnnotationsEntry: MessageFns<PodSandboxStatus_AnnotationsEntry> = {
  encode(message: PodSandboxStatus_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatus_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatus_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatus_AnnotationsEntry>): PodSandboxStatus_AnnotationsEntry {
    return PodSandboxStatus_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatus_AnnotationsEntry>): PodSandboxStatus_AnnotationsEntry {
    const message = createBasePodSandboxStatus_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxStatusResponse(): PodSandboxStatusResponse {
  return { status: undefined, info: {}, containersStatuses: [], timestamp: 0n, _unknownFields: {} };
}

export const PodSandboxStatusResponse: MessageFns<PodSandboxStatusResponse> = {
  encode(message: PodSandboxStatusResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.status !== undefined) {
      PodSandboxStatus.encode(message.status, writer.uint32(10).fork()).join();
    }
    globalThis.Object.entries(message.info).forEach(([key, value]: [string, string]) => {
      PodSandboxStatusResponse_InfoEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    for (const v of message.containersStatuses) {
      ContainerStatus.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(32).int64(message.timestamp);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatusResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatusResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.status = PodSandboxStatus.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = PodSandboxStatusResponse_InfoEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.info[entry2.key] = entry2.value;
            }
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.containersStatuses.push(ContainerStatus.decode(reader, reader.uint32()));
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatusResponse>): PodSandboxStatusResponse {
    return PodSandboxStatusResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatusResponse>): PodSandboxStatusResponse {
    const message = createBasePodSandboxStatusResponse();
    message.status = (object.status !== undefined && object.status !== null)
      ? PodSandboxStatus.fromPartial(object.status)
      : undefined;
    message.info = (globalThis.Object.entries(object.info ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.containersStatuses = object.containersStatuses?.map((e) => ContainerStatus.fromPartial(e)) || [];
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    return message;
  },
};

function createBasePodSandboxStatusResponse_InfoEntry(): PodSandboxStatusResponse_InfoEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxStatusResponse_InfoEntry: MessageFns<PodSandboxStatusResponse_InfoEntry> = {
  encode(message: PodSandboxStatusResponse_InfoEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatusResponse_InfoEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatusResponse_InfoEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatusResponse_InfoEntry>): PodSandboxStatusResponse_InfoEntry {
    return PodSandboxStatusResponse_InfoEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatusResponse_InfoEntry>): PodSandboxStatusResponse_InfoEntry {
    const message = createBasePodSandboxStatusResponse_InfoEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxStateValue(): PodSandboxStateValue {
  return { state: 0, _unknownFields: {} };
}

export const PodSandboxStateValue: MessageFns<PodSandboxStateValue> = {
  encode(message: PodSandboxStateValue, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.state !== 0) {
      writer.uint32(8).int32(message.state);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStateValue {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStateValue();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStateValue>): PodSandboxStateValue {
    return PodSandboxStateValue.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStateValue>): PodSandboxStateValue {
    const message = createBasePodSandboxStateValue();
    message.state = object.state ?? 0;
    return message;
  },
};

function createBasePodSandboxFilter(): PodSandboxFilter {
  return { id: "", state: undefined, labelSelector: {}, _unknownFields: {} };
}

export const PodSandboxFilter: MessageFns<PodSandboxFilter> = {
  encode(message: PodSandboxFilter, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.state !== undefined) {
      PodSandboxStateValue.encode(message.state, writer.uint32(18).fork()).join();
    }
    globalThis.Object.entries(message.labelSelector).forEach(([key, value]: [string, string]) => {
      PodSandboxFilter_LabelSelectorEntry.encode({ key: key as any, value }, writer.uint32(26).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxFilter {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxFilter();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.state = PodSandboxStateValue.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            const entry3 = PodSandboxFilter_LabelSelectorEntry.decode(reader, reader.uint32());
            if (entry3.value !== undefined) {
              message.labelSelector[entry3.key] = entry3.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxFilter>): PodSandboxFilter {
    return PodSandboxFilter.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxFilter>): PodSandboxFilter {
    const message = createBasePodSandboxFilter();
    message.id = object.id ?? "";
    message.state = (object.state !== undefined && object.state !== null)
      ? PodSandboxStateValue.fromPartial(object.state)
      : undefined;
    message.labelSelector = (globalThis.Object.entries(object.labelSelector ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBasePodSandboxFilter_LabelSelectorEntry(): PodSandboxFilter_LabelSelectorEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxFilter_LabelSelectorEntry: MessageFns<PodSandboxFilter_LabelSelectorEntry> = {
  encode(message: PodSandboxFilter_LabelSelectorEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxFilter_LabelSelectorEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxFilter_LabelSelectorEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxFilter_LabelSelectorEntry>): PodSandboxFilter_LabelSelectorEntry {
    return PodSandboxFilter_LabelSelectorEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxFilter_LabelSelectorEntry>): PodSandboxFilter_LabelSelectorEntry {
    const message = createBasePodSandboxFilter_LabelSelectorEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListPodSandboxRequest(): ListPodSandboxRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const ListPodSandboxRequest: MessageFns<ListPodSandboxRequest> = {
  encode(message: ListPodSandboxRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      PodSandboxFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = PodSandboxFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxRequest>): ListPodSandboxRequest {
    return ListPodSandboxRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListPodSandboxRequest>): ListPodSandboxRequest {
    const message = createBaseListPodSandboxRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? PodSandboxFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBasePodSandbox(): PodSandbox {
  return {
    id: "",
    metadata: undefined,
    state: 0,
    createdAt: 0n,
    labels: {},
    annotations: {},
    runtimeHandler: "",
    _unknownFields: {},
  };
}

export const PodSandbox: MessageFns<PodSandbox> = {
  encode(message: PodSandbox, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.metadata !== undefined) {
      PodSandboxMetadata.encode(message.metadata, writer.uint32(18).fork()).join();
    }
    if (message.state !== 0) {
      writer.uint32(24).int32(message.state);
    }
    if (message.createdAt !== 0n) {
      if (BigInt.asIntN(64, message.createdAt) !== message.createdAt) {
        throw new globalThis.Error("value provided for field message.createdAt of type int64 too large");
      }
      writer.uint32(32).int64(message.createdAt);
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      PodSandbox_LabelsEntry.encode({ key: key as any, value }, writer.uint32(42).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      PodSandbox_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(50).fork()).join();
    });
    if (message.runtimeHandler !== "") {
      writer.uint32(58).string(message.runtimeHandler);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandbox {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandbox();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metadata = PodSandboxMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.createdAt = reader.int64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            const entry5 = PodSandbox_LabelsEntry.decode(reader, reader.uint32());
            if (entry5.value !== undefined) {
              message.labels[entry5.key] = entry5.value;
            }
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            const entry6 = PodSandbox_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry6.value !== undefined) {
              message.annotations[entry6.key] = entry6.value;
            }
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.runtimeHandler = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandbox>): PodSandbox {
    return PodSandbox.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandbox>): PodSandbox {
    const message = createBasePodSandbox();
    message.id = object.id ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? PodSandboxMetadata.fromPartial(object.metadata)
      : undefined;
    message.state = object.state ?? 0;
    message.createdAt = (object.createdAt !== undefined && object.createdAt !== null) ? BigInt(object.createdAt) : 0n;
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.runtimeHandler = object.runtimeHandler ?? "";
    return message;
  },
};

function createBasePodSandbox_LabelsEntry(): PodSandbox_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandbox_LabelsEntry: MessageFns<PodSandbox_LabelsEntry> = {
  encode(message: PodSandbox_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandbox_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandbox_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandbox_LabelsEntry>): PodSandbox_LabelsEntry {
    return PodSandbox_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandbox_LabelsEntry>): PodSandbox_LabelsEntry {
    const message = createBasePodSandbox_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandbox_AnnotationsEntry(): PodSandbox_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandbox_AnnotationsEntry: MessageFns<PodSandbox_AnnotationsEntry> = {
  encode(message: PodSandbox_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandbox_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandbox_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandbox_AnnotationsEntry>): PodSandbox_AnnotationsEntry {
    return PodSandbox_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandbox_AnnotationsEntry>): PodSandbox_AnnotationsEntry {
    const message = createBasePodSandbox_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListPodSandboxResponse(): ListPodSandboxResponse {
  return { items: [], _unknownFields: {} };
}

export const ListPodSandboxResponse: MessageFns<ListPodSandboxResponse> = {
  encode(message: ListPodSandboxResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.items) {
      PodSandbox.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.items.push(PodSandbox.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxResponse>): ListPodSandboxResponse {
    return ListPodSandboxResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListPodSandboxResponse>): ListPodSandboxResponse {
    const message = createBaseListPodSandboxResponse();
    message.items = object.items?.map((e) => PodSandbox.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamPodSandboxesRequest(): StreamPodSandboxesRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const StreamPodSandboxesRequest: MessageFns<StreamPodSandboxesRequest> = {
  encode(message: StreamPodSandboxesRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      PodSandboxFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxesRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxesRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = PodSandboxFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxesRequest>): StreamPodSandboxesRequest {
    return StreamPodSandboxesRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamPodSandboxesRequest>): StreamPodSandboxesRequest {
    const message = createBaseStreamPodSandboxesRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? PodSandboxFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseStreamPodSandboxesResponse(): StreamPodSandboxesResponse {
  return { podSandboxes: [], _unknownFields: {} };
}

export const StreamPodSandboxesResponse: MessageFns<StreamPodSandboxesResponse> = {
  encode(message: StreamPodSandboxesResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.podSandboxes) {
      PodSandbox.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxesResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxesResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxes.push(PodSandbox.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxesResponse>): StreamPodSandboxesResponse {
    return StreamPodSandboxesResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamPodSandboxesResponse>): StreamPodSandboxesResponse {
    const message = createBaseStreamPodSandboxesResponse();
    message.podSandboxes = object.podSandboxes?.map((e) => PodSandbox.fromPartial(e)) || [];
    return message;
  },
};

function createBasePodSandboxStatsRequest(): PodSandboxStatsRequest {
  return { podSandboxId: "", _unknownFields: {} };
}

export const PodSandboxStatsRequest: MessageFns<PodSandboxStatsRequest> = {
  encode(message: PodSandboxStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatsRequest>): PodSandboxStatsRequest {
    return PodSandboxStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatsRequest>): PodSandboxStatsRequest {
    const message = createBasePodSandboxStatsRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    return message;
  },
};

function createBasePodSandboxStatsResponse(): PodSandboxStatsResponse {
  return { stats: undefined, _unknownFields: {} };
}

export const PodSandboxStatsResponse: MessageFns<PodSandboxStatsResponse> = {
  encode(message: PodSandboxStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.stats !== undefined) {
      PodSandboxStats.encode(message.stats, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.stats = PodSandboxStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatsResponse>): PodSandboxStatsResponse {
    return PodSandboxStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatsResponse>): PodSandboxStatsResponse {
    const message = createBasePodSandboxStatsResponse();
    message.stats = (object.stats !== undefined && object.stats !== null)
      ? PodSandboxStats.fromPartial(object.stats)
      : undefined;
    return message;
  },
};

function createBasePodSandboxStatsFilter(): PodSandboxStatsFilter {
  return { id: "", labelSelector: {}, _unknownFields: {} };
}

export const PodSandboxStatsFilter: MessageFns<PodSandboxStatsFilter> = {
  encode(message: PodSandboxStatsFilter, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    globalThis.Object.entries(message.labelSelector).forEach(([key, value]: [string, string]) => {
      PodSandboxStatsFilter_LabelSelectorEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatsFilter {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatsFilter();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = PodSandboxStatsFilter_LabelSelectorEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.labelSelector[entry2.key] = entry2.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatsFilter>): PodSandboxStatsFilter {
    return PodSandboxStatsFilter.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatsFilter>): PodSandboxStatsFilter {
    const message = createBasePodSandboxStatsFilter();
    message.id = object.id ?? "";
    message.labelSelector = (globalThis.Object.entries(object.labelSelector ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBasePodSandboxStatsFilter_LabelSelectorEntry(): PodSandboxStatsFilter_LabelSelectorEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxStatsFilter_LabelSelectorEntry: MessageFns<PodSandboxStatsFilter_LabelSelectorEntry> = {
  encode(message: PodSandboxStatsFilter_LabelSelectorEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStatsFilter_LabelSelectorEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStatsFilter_LabelSelectorEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStatsFilter_LabelSelectorEntry>): PodSandboxStatsFilter_LabelSelectorEntry {
    return PodSandboxStatsFilter_LabelSelectorEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStatsFilter_LabelSelectorEntry>): PodSandboxStatsFilter_LabelSelectorEntry {
    const message = createBasePodSandboxStatsFilter_LabelSelectorEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListPodSandboxStatsRequest(): ListPodSandboxStatsRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const ListPodSandboxStatsRequest: MessageFns<ListPodSandboxStatsRequest> = {
  encode(message: ListPodSandboxStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      PodSandboxStatsFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = PodSandboxStatsFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxStatsRequest>): ListPodSandboxStatsRequest {
    return ListPodSandboxStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListPodSandboxStatsRequest>): ListPodSandboxStatsRequest {
    const message = createBaseListPodSandboxStatsRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? PodSandboxStatsFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseListPodSandboxStatsResponse(): ListPodSandboxStatsResponse {
  return { stats: [], _unknownFields: {} };
}

export const ListPodSandboxStatsResponse: MessageFns<ListPodSandboxStatsResponse> = {
  encode(message: ListPodSandboxStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.stats) {
      PodSandboxStats.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.stats.push(PodSandboxStats.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxStatsResponse>): ListPodSandboxStatsResponse {
    return ListPodSandboxStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListPodSandboxStatsResponse>): ListPodSandboxStatsResponse {
    const message = createBaseListPodSandboxStatsResponse();
    message.stats = object.stats?.map((e) => PodSandboxStats.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamPodSandboxStatsRequest(): StreamPodSandboxStatsRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const StreamPodSandboxStatsRequest: MessageFns<StreamPodSandboxStatsRequest> = {
  encode(message: StreamPodSandboxStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      PodSandboxStatsFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = PodSandboxStatsFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxStatsRequest>): StreamPodSandboxStatsRequest {
    return StreamPodSandboxStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamPodSandboxStatsRequest>): StreamPodSandboxStatsRequest {
    const message = createBaseStreamPodSandboxStatsRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? PodSandboxStatsFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseStreamPodSandboxStatsResponse(): StreamPodSandboxStatsResponse {
  return { podSandboxStats: [], _unknownFields: {} };
}

export const StreamPodSandboxStatsResponse: MessageFns<StreamPodSandboxStatsResponse> = {
  encode(message: StreamPodSandboxStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.podSandboxStats) {
      PodSandboxStats.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxStats.push(PodSandboxStats.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxStatsResponse>): StreamPodSandboxStatsResponse {
    return StreamPodSandboxStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamPodSandboxStatsResponse>): StreamPodSandboxStatsResponse {
    const message = createBaseStreamPodSandboxStatsResponse();
    message.podSandboxStats = object.podSandboxStats?.map((e) => PodSandboxStats.fromPartial(e)) || [];
    return message;
  },
};

function createBasePodSandboxAttributes(): PodSandboxAttributes {
  return { id: "", metadata: undefined, labels: {}, annotations: {}, _unknownFields: {} };
}

export const PodSandboxAttributes: MessageFns<PodSandboxAttributes> = {
  encode(message: PodSandboxAttributes, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.metadata !== undefined) {
      PodSandboxMetadata.encode(message.metadata, writer.uint32(18).fork()).join();
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      PodSandboxAttributes_LabelsEntry.encode({ key: key as any, value }, writer.uint32(26).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      PodSandboxAttributes_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(34).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxAttributes {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxAttributes();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metadata = PodSandboxMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            const entry3 = PodSandboxAttributes_LabelsEntry.decode(reader, reader.uint32());
            if (entry3.value !== undefined) {
              message.labels[entry3.key] = entry3.value;
            }
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = PodSandboxAttributes_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.annotations[entry4.key] = entry4.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxAttributes>): PodSandboxAttributes {
    return PodSandboxAttributes.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxAttributes>): PodSandboxAttributes {
    const message = createBasePodSandboxAttributes();
    message.id = object.id ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? PodSandboxMetadata.fromPartial(object.metadata)
      : undefined;
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBasePodSandboxAttributes_LabelsEntry(): PodSandboxAttributes_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxAttributes_LabelsEntry: MessageFns<PodSandboxAttributes_LabelsEntry> = {
  encode(message: PodSandboxAttributes_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxAttributes_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxAttributes_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxAttributes_LabelsEntry>): PodSandboxAttributes_LabelsEntry {
    return PodSandboxAttributes_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxAttributes_LabelsEntry>): PodSandboxAttributes_LabelsEntry {
    const message = createBasePodSandboxAttributes_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxAttributes_AnnotationsEntry(): PodSandboxAttributes_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const PodSandboxAttributes_AnnotationsEntry: MessageFns<PodSandboxAttributes_AnnotationsEntry> = {
  encode(message: PodSandboxAttributes_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxAttributes_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxAttributes_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxAttributes_AnnotationsEntry>): PodSandboxAttributes_AnnotationsEntry {
    return PodSandboxAttributes_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxAttributes_AnnotationsEntry>): PodSandboxAttributes_AnnotationsEntry {
    const message = createBasePodSandboxAttributes_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBasePodSandboxStats(): PodSandboxStats {
  return { attributes: undefined, linux: undefined, windows: undefined, _unknownFields: {} };
}

export const PodSandboxStats: MessageFns<PodSandboxStats> = {
  encode(message: PodSandboxStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.attributes !== undefined) {
      PodSandboxAttributes.encode(message.attributes, writer.uint32(10).fork()).join();
    }
    if (message.linux !== undefined) {
      LinuxPodSandboxStats.encode(message.linux, writer.uint32(18).fork()).join();
    }
    if (message.windows !== undefined) {
      WindowsPodSandboxStats.encode(message.windows, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.attributes = PodSandboxAttributes.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.linux = LinuxPodSandboxStats.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.windows = WindowsPodSandboxStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxStats>): PodSandboxStats {
    return PodSandboxStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxStats>): PodSandboxStats {
    const message = createBasePodSandboxStats();
    message.attributes = (object.attributes !== undefined && object.attributes !== null)
      ? PodSandboxAttributes.fromPartial(object.attributes)
      : undefined;
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxPodSandboxStats.fromPartial(object.linux)
      : undefined;
    message.windows = (object.windows !== undefined && object.windows !== null)
      ? WindowsPodSandboxStats.fromPartial(object.windows)
      : undefined;
    return message;
  },
};

function createBaseLinuxPodSandboxStats(): LinuxPodSandboxStats {
  return {
    cpu: undefined,
    memory: undefined,
    network: undefined,
    process: undefined,
    containers: [],
    io: undefined,
    _unknownFields: {},
  };
}

export const LinuxPodSandboxStats: MessageFns<LinuxPodSandboxStats> = {
  encode(message: LinuxPodSandboxStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cpu !== undefined) {
      CpuUsage.encode(message.cpu, writer.uint32(10).fork()).join();
    }
    if (message.memory !== undefined) {
      MemoryUsage.encode(message.memory, writer.uint32(18).fork()).join();
    }
    if (message.network !== undefined) {
      NetworkUsage.encode(message.network, writer.uint32(26).fork()).join();
    }
    if (message.process !== undefined) {
      ProcessUsage.encode(message.process, writer.uint32(34).fork()).join();
    }
    for (const v of message.containers) {
      ContainerStats.encode(v!, writer.uint32(42).fork()).join();
    }
    if (message.io !== undefined) {
      IoUsage.encode(message.io, writer.uint32(50).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxPodSandboxStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxPodSandboxStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.cpu = CpuUsage.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.memory = MemoryUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.network = NetworkUsage.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.process = ProcessUsage.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.containers.push(ContainerStats.decode(reader, reader.uint32()));
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.io = IoUsage.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxPodSandboxStats>): LinuxPodSandboxStats {
    return LinuxPodSandboxStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxPodSandboxStats>): LinuxPodSandboxStats {
    const message = createBaseLinuxPodSandboxStats();
    message.cpu = (object.cpu !== undefined && object.cpu !== null) ? CpuUsage.fromPartial(object.cpu) : undefined;
    message.memory = (object.memory !== undefined && object.memory !== null)
      ? MemoryUsage.fromPartial(object.memory)
      : undefined;
    message.network = (object.network !== undefined && object.network !== null)
      ? NetworkUsage.fromPartial(object.network)
      : undefined;
    message.process = (object.process !== undefined && object.process !== null)
      ? ProcessUsage.fromPartial(object.process)
      : undefined;
    message.containers = object.containers?.map((e) => ContainerStats.fromPartial(e)) || [];
    message.io = (object.io !== undefined && object.io !== null) ? IoUsage.fromPartial(object.io) : undefined;
    return message;
  },
};

function createBaseWindowsPodSandboxStats(): WindowsPodSandboxStats {
  return {
    cpu: undefined,
    memory: undefined,
    network: undefined,
    process: undefined,
    containers: [],
    _unknownFields: {},
  };
}

export const WindowsPodSandboxStats: MessageFns<WindowsPodSandboxStats> = {
  encode(message: WindowsPodSandboxStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cpu !== undefined) {
      WindowsCpuUsage.encode(message.cpu, writer.uint32(10).fork()).join();
    }
    if (message.memory !== undefined) {
      WindowsMemoryUsage.encode(message.memory, writer.uint32(18).fork()).join();
    }
    if (message.network !== undefined) {
      WindowsNetworkUsage.encode(message.network, writer.uint32(26).fork()).join();
    }
    if (message.process !== undefined) {
      WindowsProcessUsage.encode(message.process, writer.uint32(34).fork()).join();
    }
    for (const v of message.containers) {
      WindowsContainerStats.encode(v!, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsPodSandboxStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsPodSandboxStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.cpu = WindowsCpuUsage.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.memory = WindowsMemoryUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.network = WindowsNetworkUsage.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.process = WindowsProcessUsage.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.containers.push(WindowsContainerStats.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsPodSandboxStats>): WindowsPodSandboxStats {
    return WindowsPodSandboxStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsPodSandboxStats>): WindowsPodSandboxStats {
    const message = createBaseWindowsPodSandboxStats();
    message.cpu = (object.cpu !== undefined && object.cpu !== null)
      ? WindowsCpuUsage.fromPartial(object.cpu)
      : undefined;
    message.memory = (object.memory !== undefined && object.memory !== null)
      ? WindowsMemoryUsage.fromPartial(object.memory)
      : undefined;
    message.network = (object.network !== undefined && object.network !== null)
      ? WindowsNetworkUsage.fromPartial(object.network)
      : undefined;
    message.process = (object.process !== undefined && object.process !== null)
      ? WindowsProcessUsage.fromPartial(object.process)
      : undefined;
    message.containers = object.containers?.map((e) => WindowsContainerStats.fromPartial(e)) || [];
    return message;
  },
};

function createBaseNetworkUsage(): NetworkUsage {
  return { timestamp: 0n, defaultInterface: undefined, interfaces: [], _unknownFields: {} };
}

export const NetworkUsage: MessageFns<NetworkUsage> = {
  encode(message: NetworkUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.defaultInterface !== undefined) {
      NetworkInterfaceUsage.encode(message.defaultInterface, writer.uint32(18).fork()).join();
    }
    for (const v of message.interfaces) {
      NetworkInterfaceUsage.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): NetworkUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseNetworkUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.defaultInterface = NetworkInterfaceUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.interfaces.push(NetworkInterfaceUsage.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<NetworkUsage>): NetworkUsage {
    return NetworkUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<NetworkUsage>): NetworkUsage {
    const message = createBaseNetworkUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.defaultInterface = (object.defaultInterface !== undefined && object.defaultInterface !== null)
      ? NetworkInterfaceUsage.fromPartial(object.defaultInterface)
      : undefined;
    message.interfaces = object.interfaces?.map((e) => NetworkInterfaceUsage.fromPartial(e)) || [];
    return message;
  },
};

function createBaseWindowsNetworkUsage(): WindowsNetworkUsage {
  return { timestamp: 0n, defaultInterface: undefined, interfaces: [], _unknownFields: {} };
}

export const WindowsNetworkUsage: MessageFns<WindowsNetworkUsage> = {
  encode(message: WindowsNetworkUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.defaultInterface !== undefined) {
      WindowsNetworkInterfaceUsage.encode(message.defaultInterface, writer.uint32(18).fork()).join();
    }
    for (const v of message.interfaces) {
      WindowsNetworkInterfaceUsage.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsNetworkUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsNetworkUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.defaultInterface = WindowsNetworkInterfaceUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.interfaces.push(WindowsNetworkInterfaceUsage.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsNetworkUsage>): WindowsNetworkUsage {
    return WindowsNetworkUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsNetworkUsage>): WindowsNetworkUsage {
    const message = createBaseWindowsNetworkUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.defaultInterface = (object.defaultInterface !== undefined && object.defaultInterface !== null)
      ? WindowsNetworkInterfaceUsage.fromPartial(object.defaultInterface)
      : undefined;
    message.interfaces = object.interfaces?.map((e) => WindowsNetworkInterfaceUsage.fromPartial(e)) || [];
    return message;
  },
};

function createBaseNetworkInterfaceUsage(): NetworkInterfaceUsage {
  return {
    name: "",
    rxBytes: undefined,
    rxErrors: undefined,
    txBytes: undefined,
    txErrors: undefined,
    _unknownFields: {},
  };
}

export const NetworkInterfaceUsage: MessageFns<NetworkInterfaceUsage> = {
  encode(message: NetworkInterfaceUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.rxBytes !== undefined) {
      UInt64Value.encode(message.rxBytes, writer.uint32(18).fork()).join();
    }
    if (message.rxErrors !== undefined) {
      UInt64Value.encode(message.rxErrors, writer.uint32(26).fork()).join();
    }
    if (message.txBytes !== undefined) {
      UInt64Value.encode(message.txBytes, writer.uint32(34).fork()).join();
    }
    if (message.txErrors !== undefined) {
      UInt64Value.encode(message.txErrors, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): NetworkInterfaceUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseNetworkInterfaceUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.rxBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.rxErrors = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.txBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.txErrors = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<NetworkInterfaceUsage>): NetworkInterfaceUsage {
    return NetworkInterfaceUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<NetworkInterfaceUsage>): NetworkInterfaceUsage {
    const message = createBaseNetworkInterfaceUsage();
    message.name = object.name ?? "";
    message.rxBytes = (object.rxBytes !== undefined && object.rxBytes !== null)
      ? UInt64Value.fromPartial(object.rxBytes)
      : undefined;
    message.rxErrors = (object.rxErrors !== undefined && object.rxErrors !== null)
      ? UInt64Value.fromPartial(object.rxErrors)
      : undefined;
    message.txBytes = (object.txBytes !== undefined && object.txBytes !== null)
      ? UInt64Value.fromPartial(object.txBytes)
      : undefined;
    message.txErrors = (object.txErrors !== undefined && object.txErrors !== null)
      ? UInt64Value.fromPartial(object.txErrors)
      : undefined;
    return message;
  },
};

function createBaseWindowsNetworkInterfaceUsage(): WindowsNetworkInterfaceUsage {
  return {
    name: "",
    rxBytes: undefined,
    rxPacketsDropped: undefined,
    txBytes: undefined,
    txPacketsDropped: undefined,
    _unknownFields: {},
  };
}

export const WindowsNetworkInterfaceUsage: MessageFns<WindowsNetworkInterfaceUsage> = {
  encode(message: WindowsNetworkInterfaceUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.rxBytes !== undefined) {
      UInt64Value.encode(message.rxBytes, writer.uint32(18).fork()).join();
    }
    if (message.rxPacketsDropped !== undefined) {
      UInt64Value.encode(message.rxPacketsDropped, writer.uint32(26).fork()).join();
    }
    if (message.txBytes !== undefined) {
      UInt64Value.encode(message.txBytes, writer.uint32(34).fork()).join();
    }
    if (message.txPacketsDropped !== undefined) {
      UInt64Value.encode(message.txPacketsDropped, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsNetworkInterfaceUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsNetworkInterfaceUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.rxBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.rxPacketsDropped = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.txBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.txPacketsDropped = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsNetworkInterfaceUsage>): WindowsNetworkInterfaceUsage {
    return WindowsNetworkInterfaceUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsNetworkInterfaceUsage>): WindowsNetworkInterfaceUsage {
    const message = createBaseWindowsNetworkInterfaceUsage();
    message.name = object.name ?? "";
    message.rxBytes = (object.rxBytes !== undefined && object.rxBytes !== null)
      ? UInt64Value.fromPartial(object.rxBytes)
      : undefined;
    message.rxPacketsDropped = (object.rxPacketsDropped !== undefined && object.rxPacketsDropped !== null)
      ? UInt64Value.fromPartial(object.rxPacketsDropped)
      : undefined;
    message.txBytes = (object.txBytes !== undefined && object.txBytes !== null)
      ? UInt64Value.fromPartial(object.txBytes)
      : undefined;
    message.txPacketsDropped = (object.txPacketsDropped !== undefined && object.txPacketsDropped !== null)
      ? UInt64Value.fromPartial(object.txPacketsDropped)
      : undefined;
    return message;
  },
};

function createBaseProcessUsage(): ProcessUsage {
  return { timestamp: 0n, processCount: undefined, _unknownFields: {} };
}

export const ProcessUsage: MessageFns<ProcessUsage> = {
  encode(message: ProcessUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.processCount !== undefined) {
      UInt64Value.encode(message.processCount, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ProcessUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseProcessUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.processCount = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ProcessUsage>): ProcessUsage {
    return ProcessUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ProcessUsage>): ProcessUsage {
    const message = createBaseProcessUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.processCount = (object.processCount !== undefined && object.processCount !== null)
      ? UInt64Value.fromPartial(object.processCount)
      : undefined;
    return message;
  },
};

function createBaseWindowsProcessUsage(): WindowsProcessUsage {
  return { timestamp: 0n, processCount: undefined, _unknownFields: {} };
}

export const WindowsProcessUsage: MessageFns<WindowsProcessUsage> = {
  encode(message: WindowsProcessUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.processCount !== undefined) {
      UInt64Value.encode(message.processCount, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsProcessUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsProcessUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.processCount = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsProcessUsage>): WindowsProcessUsage {
    return WindowsProcessUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsProcessUsage>): WindowsProcessUsage {
    const message = createBaseWindowsProcessUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.processCount = (object.processCount !== undefined && object.processCount !== null)
      ? UInt64Value.fromPartial(object.processCount)
      : undefined;
    return message;
  },
};

function createBaseImageSpec(): ImageSpec {
  return { image: "", annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "", _unknownFields: {} };
}

export const ImageSpec: MessageFns<ImageSpec> = {
  encode(message: ImageSpec, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== "") {
      writer.uint32(10).string(message.image);
    }
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      ImageSpec_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    if (message.userSpecifiedImage !== "") {
      writer.uint32(146).string(message.userSpecifiedImage);
    }
    if (message.runtimeHandler !== "") {
      writer.uint32(154).string(message.runtimeHandler);
    }
    if (message.imageRef !== "") {
      writer.uint32(162).string(message.imageRef);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageSpec {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageSpec();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = ImageSpec_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.annotations[entry2.key] = entry2.value;
            }
            continue;
          }
          case 18: {
            if (tag !== 146) {
              break;
            }

            message.userSpecifiedImage = reader.string();
            continue;
          }
          case 19: {
            if (tag !== 154) {
              break;
            }

            message.runtimeHandler = reader.string();
            continue;
          }
          case 20: {
            if (tag !== 162) {
              break;
            }

            message.imageRef = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageSpec>): ImageSpec {
    return ImageSpec.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageSpec>): ImageSpec {
    const message = createBaseImageSpec();
    message.image = object.image ?? "";
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.userSpecifiedImage = object.userSpecifiedImage ?? "";
    message.runtimeHandler = object.runtimeHandler ?? "";
    message.imageRef = object.imageRef ?? "";
    return message;
  },
};

function createBaseImageSpec_AnnotationsEntry(): ImageSpec_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ImageSpec_AnnotationsEntry: MessageFns<ImageSpec_AnnotationsEntry> = {
  encode(message: ImageSpec_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageSpec_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageSpec_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageSpec_AnnotationsEntry>): ImageSpec_AnnotationsEntry {
    return ImageSpec_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageSpec_AnnotationsEntry>): ImageSpec_AnnotationsEntry {
    const message = createBaseImageSpec_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseKeyValue(): KeyValue {
  return { key: "", value: Buffer.alloc(0), _unknownFields: {} };
}

export const KeyValue: MessageFns<KeyValue> = {
  encode(message: KeyValue, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value.length !== 0) {
      writer.uint32(18).bytes(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): KeyValue {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseKeyValue();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = Buffer.from(reader.bytes());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<KeyValue>): KeyValue {
    return KeyValue.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<KeyValue>): KeyValue {
    const message = createBaseKeyValue();
    message.key = object.key ?? "";
    message.value = object.value ?? Buffer.alloc(0);
    return message;
  },
};

function createBaseLinuxContainerResources(): LinuxContainerResources {
  return {
    cpuPeriod: 0n,
    cpuQuota: 0n,
    cpuShares: 0n,
    memoryLimitInBytes: 0n,
    oomScoreAdj: 0n,
    cpusetCpus: "",
    cpusetMems: "",
    hugepageLimits: [],
    unified: {},
    memorySwapLimitInBytes: 0n,
    _unknownFields: {},
  };
}

export const LinuxContainerResources: MessageFns<LinuxContainerResources> = {
  encode(message: LinuxContainerResources, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cpuPeriod !== 0n) {
      if (BigInt.asIntN(64, message.cpuPeriod) !== message.cpuPeriod) {
        throw new globalThis.Error("value provided for field message.cpuPeriod of type int64 too large");
      }
      writer.uint32(8).int64(message.cpuPeriod);
    }
    if (message.cpuQuota !== 0n) {
      if (BigInt.asIntN(64, message.cpuQuota) !== message.cpuQuota) {
        throw new globalThis.Error("value provided for field message.cpuQuota of type int64 too large");
      }
      writer.uint32(16).int64(message.cpuQuota);
    }
    if (message.cpuShares !== 0n) {
      if (BigInt.asIntN(64, message.cpuShares) !== message.cpuShares) {
        throw new globalThis.Error("value provided for field message.cpuShares of type int64 too large");
      }
      writer.uint32(24).int64(message.cpuShares);
    }
    if (message.memoryLimitInBytes !== 0n) {
      if (BigInt.asIntN(64, message.memoryLimitInBytes) !== message.memoryLimitInBytes) {
        throw new globalThis.Error("value provided for field message.memoryLimitInBytes of type int64 too large");
      }
      writer.uint32(32).int64(message.memoryLimitInBytes);
    }
    if (message.oomScoreAdj !== 0n) {
      if (BigInt.asIntN(64, message.oomScoreAdj) !== message.oomScoreAdj) {
        throw new globalThis.Error("value provided for field message.oomScoreAdj of type int64 too large");
      }
      writer.uint32(40).int64(message.oomScoreAdj);
    }
    if (message.cpusetCpus !== "") {
      writer.uint32(50).string(message.cpusetCpus);
    }
    if (message.cpusetMems !== "") {
      writer.uint32(58).string(message.cpusetMems);
    }
    for (const v of message.hugepageLimits) {
      HugepageLimit.encode(v!, writer.uint32(66).fork()).join();
    }
    globalThis.Object.entries(message.unified).forEach(([key, value]: [string, string]) => {
      LinuxContainerResources_UnifiedEntry.encode({ key: key as any, value }, writer.uint32(74).fork()).join();
    });
    if (message.memorySwapLimitInBytes !== 0n) {
      if (BigInt.asIntN(64, message.memorySwapLimitInBytes) !== message.memorySwapLimitInBytes) {
        throw new globalThis.Error("value provided for field message.memorySwapLimitInBytes of type int64 too large");
      }
      writer.uint32(80).int64(message.memorySwapLimitInBytes);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxContainerResources {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxContainerResources();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.cpuPeriod = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.cpuQuota = reader.int64() as bigint;
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.cpuShares = reader.int64() as bigint;
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.memoryLimitInBytes = reader.int64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.oomScoreAdj = reader.int64() as bigint;
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.cpusetCpus = reader.string();
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.cpusetMems = reader.string();
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.hugepageLimits.push(HugepageLimit.decode(reader, reader.uint32()));
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            const entry9 = LinuxContainerResources_UnifiedEntry.decode(reader, reader.uint32());
            if (entry9.value !== undefined) {
              message.unified[entry9.key] = entry9.value;
            }
            continue;
          }
          case 10: {
            if (tag !== 80) {
              break;
            }

            message.memorySwapLimitInBytes = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxContainerResources>): LinuxContainerResources {
    return LinuxContainerResources.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxContainerResources>): LinuxContainerResources {
    const message = createBaseLinuxContainerResources();
    message.cpuPeriod = (object.cpuPeriod !== undefined && object.cpuPeriod !== null) ? BigInt(object.cpuPeriod) : 0n;
    message.cpuQuota = (object.cpuQuota !== undefined && object.cpuQuota !== null) ? BigInt(object.cpuQuota) : 0n;
    message.cpuShares = (object.cpuShares !== undefined && object.cpuShares !== null) ? BigInt(object.cpuShares) : 0n;
    message.memoryLimitInBytes = (object.memoryLimitInBytes !== undefined && object.memoryLimitInBytes !== null)
      ? BigInt(object.memoryLimitInBytes)
      : 0n;
    message.oomScoreAdj = (object.oomScoreAdj !== undefined && object.oomScoreAdj !== null)
      ? BigInt(object.oomScoreAdj)
      : 0n;
    message.cpusetCpus = object.cpusetCpus ?? "";
    message.cpusetMems = object.cpusetMems ?? "";
    message.hugepageLimits = object.hugepageLimits?.map((e) => HugepageLimit.fromPartial(e)) || [];
    message.unified = (globalThis.Object.entries(object.unified ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.memorySwapLimitInBytes =
      (object.memorySwapLimitInBytes !== undefined && object.memorySwapLimitInBytes !== null)
        ? BigInt(object.memorySwapLimitInBytes)
        : 0n;
    return message;
  },
};

function createBaseLinuxContainerResources_UnifiedEntry(): LinuxContainerResources_UnifiedEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const LinuxContainerResources_UnifiedEntry: MessageFns<LinuxContainerResources_UnifiedEntry> = {
  encode(message: LinuxContainerResources_UnifiedEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxContainerResources_UnifiedEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxContainerResources_UnifiedEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxContainerResources_UnifiedEntry>): LinuxContainerResources_UnifiedEntry {
    return LinuxContainerResources_UnifiedEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxContainerResources_UnifiedEntry>): LinuxContainerResources_UnifiedEntry {
    const message = createBaseLinuxContainerResources_UnifiedEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseHugepageLimit(): HugepageLimit {
  return { pageSize: "", limit: 0n, _unknownFields: {} };
}

export const HugepageLimit: MessageFns<HugepageLimit> = {
  encode(message: HugepageLimit, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.pageSize !== "") {
      writer.uint32(10).string(message.pageSize);
    }
    if (message.limit !== 0n) {
      if (BigInt.asUintN(64, message.limit) !== message.limit) {
        throw new globalThis.Error("value provided for field message.limit of type uint64 too large");
      }
      writer.uint32(16).uint64(message.limit);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): HugepageLimit {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHugepageLimit();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.pageSize = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.limit = reader.uint64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<HugepageLimit>): HugepageLimit {
    return HugepageLimit.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<HugepageLimit>): HugepageLimit {
    const message = createBaseHugepageLimit();
    message.pageSize = object.pageSize ?? "";
    message.limit = (object.limit !== undefined && object.limit !== null) ? BigInt(object.limit) : 0n;
    return message;
  },
};

function createBaseSELinuxOption(): SELinuxOption {
  return { user: "", role: "", type: "", level: "", _unknownFields: {} };
}

export const SELinuxOption: MessageFns<SELinuxOption> = {
  encode(message: SELinuxOption, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.user !== "") {
      writer.uint32(10).string(message.user);
    }
    if (message.role !== "") {
      writer.uint32(18).string(message.role);
    }
    if (message.type !== "") {
      writer.uint32(26).string(message.type);
    }
    if (message.level !== "") {
      writer.uint32(34).string(message.level);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): SELinuxOption {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseSELinuxOption();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.user = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.role = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.type = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.level = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<SELinuxOption>): SELinuxOption {
    return SELinuxOption.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<SELinuxOption>): SELinuxOption {
    const message = createBaseSELinuxOption();
    message.user = object.user ?? "";
    message.role = object.role ?? "";
    message.type = object.type ?? "";
    message.level = object.level ?? "";
    return message;
  },
};

function createBaseCapability(): Capability {
  return { addCapabilities: [], dropCapabilities: [], addAmbientCapabilities: [], _unknownFields: {} };
}

export const Capability: MessageFns<Capability> = {
  encode(message: Capability, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.addCapabilities) {
      writer.uint32(10).string(v!);
    }
    for (const v of message.dropCapabilities) {
      writer.uint32(18).string(v!);
    }
    for (const v of message.addAmbientCapabilities) {
      writer.uint32(26).string(v!);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Capability {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCapability();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.addCapabilities.push(reader.string());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.dropCapabilities.push(reader.string());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.addAmbientCapabilities.push(reader.string());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Capability>): Capability {
    return Capability.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Capability>): Capability {
    const message = createBaseCapability();
    message.addCapabilities = object.addCapabilities?.map((e) => e) || [];
    message.dropCapabilities = object.dropCapabilities?.map((e) => e) || [];
    message.addAmbientCapabilities = object.addAmbientCapabilities?.map((e) => e) || [];
    return message;
  },
};

function createBaseLinuxContainerSecurityContext(): LinuxContainerSecurityContext {
  return {
    capabilities: undefined,
    privileged: false,
    namespaceOptions: undefined,
    selinuxOptions: undefined,
    runAsUser: undefined,
    runAsGroup: undefined,
    runAsUsername: "",
    readonlyRootfs: false,
    supplementalGroups: [],
    supplementalGroupsPolicy: 0,
    noNewPrivs: false,
    maskedPaths: [],
    readonlyPaths: [],
    seccomp: undefined,
    apparmor: undefined,
    apparmorProfile: "",
    seccompProfilePath: "",
    _unknownFields: {},
  };
}

export const LinuxContainerSecurityContext: MessageFns<LinuxContainerSecurityContext> = {
  encode(message: LinuxContainerSecurityContext, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.capabilities !== undefined) {
      Capability.encode(message.capabilities, writer.uint32(10).fork()).join();
    }
    if (message.privileged !== false) {
      writer.uint32(16).bool(message.privileged);
    }
    if (message.namespaceOptions !== undefined) {
      NamespaceOption.encode(message.namespaceOptions, writer.uint32(26).fork()).join();
    }
    if (message.selinuxOptions !== undefined) {
      SELinuxOption.encode(message.selinuxOptions, writer.uint32(34).fork()).join();
    }
    if (message.runAsUser !== undefined) {
      Int64Value.encode(message.runAsUser, writer.uint32(42).fork()).join();
    }
    if (message.runAsGroup !== undefined) {
      Int64Value.encode(message.runAsGroup, writer.uint32(98).fork()).join();
    }
    if (message.runAsUsername !== "") {
      writer.uint32(50).string(message.runAsUsername);
    }
    if (message.readonlyRootfs !== false) {
      writer.uint32(56).bool(message.readonlyRootfs);
    }
    if (message.supplementalGroups.length !== 0) {
      writer.uint32(66).fork();
      for (const v of message.supplementalGroups) {
        if (BigInt.asIntN(64, v) !== v) {
          throw new globalThis.Error("a value provided in array field supplementalGroups of type int64 is too large");
        }
        writer.int64(v);
      }
      writer.join();
    }
    if (message.supplementalGroupsPolicy !== 0) {
      writer.uint32(136).int32(message.supplementalGroupsPolicy);
    }
    if (message.noNewPrivs !== false) {
      writer.uint32(88).bool(message.noNewPrivs);
    }
    for (const v of message.maskedPaths) {
      writer.uint32(106).string(v!);
    }
    for (const v of message.readonlyPaths) {
      writer.uint32(114).string(v!);
    }
    if (message.seccomp !== undefined) {
      SecurityProfile.encode(message.seccomp, writer.uint32(122).fork()).join();
    }
    if (message.apparmor !== undefined) {
      SecurityProfile.encode(message.apparmor, writer.uint32(130).fork()).join();
    }
    if (message.apparmorProfile !== "") {
      writer.uint32(74).string(message.apparmorProfile);
    }
    if (message.seccompProfilePath !== "") {
      writer.uint32(82).string(message.seccompProfilePath);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxContainerSecurityContext {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxContainerSecurityContext();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.capabilities = Capability.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.privileged = reader.bool();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.namespaceOptions = NamespaceOption.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.selinuxOptions = SELinuxOption.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.runAsUser = Int64Value.decode(reader, reader.uint32());
            continue;
          }
          case 12: {
            if (tag !== 98) {
              break;
            }

            message.runAsGroup = Int64Value.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.runAsUsername = reader.string();
            continue;
          }
          case 7: {
            if (tag !== 56) {
              break;
            }

            message.readonlyRootfs = reader.bool();
            continue;
          }
          case 8: {
            if (tag === 64) {
              message.supplementalGroups.push(reader.int64() as bigint);

              continue;
            }

            if (tag === 66) {
              const end2 = reader.uint32() + reader.pos;
              while (reader.pos < end2) {
                message.supplementalGroups.push(reader.int64() as bigint);
              }

              continue;
            }

            break;
          }
          case 17: {
            if (tag !== 136) {
              break;
            }

            message.supplementalGroupsPolicy = reader.int32() as any;
            continue;
          }
          case 11: {
            if (tag !== 88) {
              break;
            }

            message.noNewPrivs = reader.bool();
            continue;
          }
          case 13: {
            if (tag !== 106) {
              break;
            }

            message.maskedPaths.push(reader.string());
            continue;
          }
          case 14: {
            if (tag !== 114) {
              break;
            }

            message.readonlyPaths.push(reader.string());
            continue;
          }
          case 15: {
            if (tag !== 122) {
              break;
            }

            message.seccomp = SecurityProfile.decode(reader, reader.uint32());
            continue;
          }
          case 16: {
            if (tag !== 130) {
              break;
            }

            message.apparmor = SecurityProfile.decode(reader, reader.uint32());
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.apparmorProfile = reader.string();
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            message.seccompProfilePath = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxContainerSecurityContext>): LinuxContainerSecurityContext {
    return LinuxContainerSecurityContext.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxContainerSecurityContext>): LinuxContainerSecurityContext {
    const message = createBaseLinuxContainerSecurityContext();
    message.capabilities = (object.capabilities !== undefined && object.capabilities !== null)
      ? Capability.fromPartial(object.capabilities)
      : undefined;
    message.privileged = object.privileged ?? false;
    message.namespaceOptions = (object.namespaceOptions !== undefined && object.namespaceOptions !== null)
      ? NamespaceOption.fromPartial(object.namespaceOptions)
      : undefined;
    message.selinuxOptions = (object.selinuxOptions !== undefined && object.selinuxOptions !== null)
      ? SELinuxOption.fromPartial(object.selinuxOptions)
      : undefined;
    message.runAsUser = (object.runAsUser !== undefined && object.runAsUser !== null)
      ? Int64Value.fromPartial(object.runAsUser)
      : undefined;
    message.runAsGroup = (object.runAsGroup !== undefined && object.runAsGroup !== null)
      ? Int64Value.fromPartial(object.runAsGroup)
      : undefined;
    message.runAsUsername = object.runAsUsername ?? "";
    message.readonlyRootfs = object.readonlyRootfs ?? false;
    message.supplementalGroups = object.supplementalGroups?.map((e) => BigInt(e)) || [];
    message.supplementalGroupsPolicy = object.supplementalGroupsPolicy ?? 0;
    message.noNewPrivs = object.noNewPrivs ?? false;
    message.maskedPaths = object.maskedPaths?.map((e) => e) || [];
    message.readonlyPaths = object.readonlyPaths?.map((e) => e) || [];
    message.seccomp = (object.seccomp !== undefined && object.seccomp !== null)
      ? SecurityProfile.fromPartial(object.seccomp)
      : undefined;
    message.apparmor = (object.apparmor !== undefined && object.apparmor !== null)
      ? SecurityProfile.fromPartial(object.apparmor)
      : undefined;
    message.apparmorProfile = object.apparmorProfile ?? "";
    message.seccompProfilePath = object.seccompProfilePath ?? "";
    return message;
  },
};

function createBaseLinuxContainerConfig(): LinuxContainerConfig {
  return { resources: undefined, securityContext: undefined, _unknownFields: {} };
}

export const LinuxContainerConfig: MessageFns<LinuxContainerConfig> = {
  encode(message: LinuxContainerConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.resources !== undefined) {
      LinuxContainerResources.encode(message.resources, writer.uint32(10).fork()).join();
    }
    if (message.securityContext !== undefined) {
      LinuxContainerSecurityContext.encode(message.securityContext, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxContainerConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxContainerConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.resources = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.securityContext = LinuxContainerSecurityContext.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxContainerConfig>): LinuxContainerConfig {
    return LinuxContainerConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxContainerConfig>): LinuxContainerConfig {
    const message = createBaseLinuxContainerConfig();
    message.resources = (object.resources !== undefined && object.resources !== null)
      ? LinuxContainerResources.fromPartial(object.resources)
      : undefined;
    message.securityContext = (object.securityContext !== undefined && object.securityContext !== null)
      ? LinuxContainerSecurityContext.fromPartial(object.securityContext)
      : undefined;
    return message;
  },
};

function createBaseLinuxContainerUser(): LinuxContainerUser {
  return { uid: 0n, gid: 0n, supplementalGroups: [], _unknownFields: {} };
}

export const LinuxContainerUser: MessageFns<LinuxContainerUser> = {
  encode(message: LinuxContainerUser, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.uid !== 0n) {
      if (BigInt.asIntN(64, message.uid) !== message.uid) {
        throw new globalThis.Error("value provided for field message.uid of type int64 too large");
      }
      writer.uint32(8).int64(message.uid);
    }
    if (message.gid !== 0n) {
      if (BigInt.asIntN(64, message.gid) !== message.gid) {
        throw new globalThis.Error("value provided for field message.gid of type int64 too large");
      }
      writer.uint32(16).int64(message.gid);
    }
    if (message.supplementalGroups.length !== 0) {
      writer.uint32(26).fork();
      for (const v of message.supplementalGroups) {
        if (BigInt.asIntN(64, v) !== v) {
          throw new globalThis.Error("a value provided in array field supplementalGroups of type int64 is too large");
        }
        writer.int64(v);
      }
      writer.join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxContainerUser {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxContainerUser();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.uid = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.gid = reader.int64() as bigint;
            continue;
          }
          case 3: {
            if (tag === 24) {
              message.supplementalGroups.push(reader.int64() as bigint);

              continue;
            }

            if (tag === 26) {
              const end2 = reader.uint32() + reader.pos;
              while (reader.pos < end2) {
                message.supplementalGroups.push(reader.int64() as bigint);
              }

              continue;
            }

            break;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxContainerUser>): LinuxContainerUser {
    return LinuxContainerUser.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxContainerUser>): LinuxContainerUser {
    const message = createBaseLinuxContainerUser();
    message.uid = (object.uid !== undefined && object.uid !== null) ? BigInt(object.uid) : 0n;
    message.gid = (object.gid !== undefined && object.gid !== null) ? BigInt(object.gid) : 0n;
    message.supplementalGroups = object.supplementalGroups?.map((e) => BigInt(e)) || [];
    return message;
  },
};

function createBaseWindowsNamespaceOption(): WindowsNamespaceOption {
  return { network: 0, _unknownFields: {} };
}

export const WindowsNamespaceOption: MessageFns<WindowsNamespaceOption> = {
  encode(message: WindowsNamespaceOption, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.network !== 0) {
      writer.uint32(8).int32(message.network);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsNamespaceOption {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsNamespaceOption();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.network = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsNamespaceOption>): WindowsNamespaceOption {
    return WindowsNamespaceOption.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsNamespaceOption>): WindowsNamespaceOption {
    const message = createBaseWindowsNamespaceOption();
    message.network = object.network ?? 0;
    return message;
  },
};

function createBaseWindowsSandboxSecurityContext(): WindowsSandboxSecurityContext {
  return { runAsUsername: "", credentialSpec: "", hostProcess: false, namespaceOptions: undefined, _unknownFields: {} };
}

export const WindowsSandboxSecurityContext: MessageFns<WindowsSandboxSecurityContext> = {
  encode(message: WindowsSandboxSecurityContext, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.runAsUsername !== "") {
      writer.uint32(10).string(message.runAsUsername);
    }
    if (message.credentialSpec !== "") {
      writer.uint32(18).string(message.credentialSpec);
    }
    if (message.hostProcess !== false) {
      writer.uint32(24).bool(message.hostProcess);
    }
    if (message.namespaceOptions !== undefined) {
      WindowsNamespaceOption.encode(message.namespaceOptions, writer.uint32(34).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsSandboxSecurityContext {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsSandboxSecurityContext();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.runAsUsername = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.credentialSpec = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.hostProcess = reader.bool();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.namespaceOptions = WindowsNamespaceOption.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsSandboxSecurityContext>): WindowsSandboxSecurityContext {
    return WindowsSandboxSecurityContext.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsSandboxSecurityContext>): WindowsSandboxSecurityContext {
    const message = createBaseWindowsSandboxSecurityContext();
    message.runAsUsername = object.runAsUsername ?? "";
    message.credentialSpec = object.credentialSpec ?? "";
    message.hostProcess = object.hostProcess ?? false;
    message.namespaceOptions = (object.namespaceOptions !== undefined && object.namespaceOptions !== null)
      ? WindowsNamespaceOption.fromPartial(object.namespaceOptions)
      : undefined;
    return message;
  },
};

function createBaseWindowsPodSandboxConfig(): WindowsPodSandboxConfig {
  return { securityContext: undefined, _unknownFields: {} };
}

export const WindowsPodSandboxConfig: MessageFns<WindowsPodSandboxConfig> = {
  encode(message: WindowsPodSandboxConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.securityContext !== undefined) {
      WindowsSandboxSecurityContext.encode(message.securityContext, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsPodSandboxConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsPodSandboxConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.securityContext = WindowsSandboxSecurityContext.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsPodSandboxConfig>): WindowsPodSandboxConfig {
    return WindowsPodSandboxConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsPodSandboxConfig>): WindowsPodSandboxConfig {
    const message = createBaseWindowsPodSandboxConfig();
    message.securityContext = (object.securityContext !== undefined && object.securityContext !== null)
      ? WindowsSandboxSecurityContext.fromPartial(object.securityContext)
      : undefined;
    return message;
  },
};

function createBaseWindowsContainerSecurityContext(): WindowsContainerSecurityContext {
  return { runAsUsername: "", credentialSpec: "", hostProcess: false, _unknownFields: {} };
}

export const WindowsContainerSecurityContext: MessageFns<WindowsContainerSecurityContext> = {
  encode(message: WindowsContainerSecurityContext, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.runAsUsername !== "") {
      writer.uint32(10).string(message.runAsUsername);
    }
    if (message.credentialSpec !== "") {
      writer.uint32(18).string(message.credentialSpec);
    }
    if (message.hostProcess !== false) {
      writer.uint32(24).bool(message.hostProcess);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsContainerSecurityContext {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsContainerSecurityContext();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.runAsUsername = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.credentialSpec = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.hostProcess = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsContainerSecurityContext>): WindowsContainerSecurityContext {
    return WindowsContainerSecurityContext.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsContainerSecurityContext>): WindowsContainerSecurityContext {
    const message = createBaseWindowsContainerSecurityContext();
    message.runAsUsername = object.runAsUsername ?? "";
    message.credentialSpec = object.credentialSpec ?? "";
    message.hostProcess = object.hostProcess ?? false;
    return message;
  },
};

function createBaseWindowsContainerConfig(): WindowsContainerConfig {
  return { resources: undefined, securityContext: undefined, _unknownFields: {} };
}

export const WindowsContainerConfig: MessageFns<WindowsContainerConfig> = {
  encode(message: WindowsContainerConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.resources !== undefined) {
      WindowsContainerResources.encode(message.resources, writer.uint32(10).fork()).join();
    }
    if (message.securityContext !== undefined) {
      WindowsContainerSecurityContext.encode(message.securityContext, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsContainerConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsContainerConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.resources = WindowsContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.securityContext = WindowsContainerSecurityContext.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsContainerConfig>): WindowsContainerConfig {
    return WindowsContainerConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsContainerConfig>): WindowsContainerConfig {
    const message = createBaseWindowsContainerConfig();
    message.resources = (object.resources !== undefined && object.resources !== null)
      ? WindowsContainerResources.fromPartial(object.resources)
      : undefined;
    message.securityContext = (object.securityContext !== undefined && object.securityContext !== null)
      ? WindowsContainerSecurityContext.fromPartial(object.securityContext)
      : undefined;
    return message;
  },
};

function createBaseWindowsContainerResources(): WindowsContainerResources {
  return {
    cpuShares: 0n,
    cpuCount: 0n,
    cpuMaximum: 0n,
    memoryLimitInBytes: 0n,
    rootfsSizeInBytes: 0n,
    affinityCpus: [],
    _unknownFields: {},
  };
}

export const WindowsContainerResources: MessageFns<WindowsContainerResources> = {
  encode(message: WindowsContainerResources, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cpuShares !== 0n) {
      if (BigInt.asIntN(64, message.cpuShares) !== message.cpuShares) {
        throw new globalThis.Error("value provided for field message.cpuShares of type int64 too large");
      }
      writer.uint32(8).int64(message.cpuShares);
    }
    if (message.cpuCount !== 0n) {
      if (BigInt.asIntN(64, message.cpuCount) !== message.cpuCount) {
        throw new globalThis.Error("value provided for field message.cpuCount of type int64 too large");
      }
      writer.uint32(16).int64(message.cpuCount);
    }
    if (message.cpuMaximum !== 0n) {
      if (BigInt.asIntN(64, message.cpuMaximum) !== message.cpuMaximum) {
        throw new globalThis.Error("value provided for field message.cpuMaximum of type int64 too large");
      }
      writer.uint32(24).int64(message.cpuMaximum);
    }
    if (message.memoryLimitInBytes !== 0n) {
      if (BigInt.asIntN(64, message.memoryLimitInBytes) !== message.memoryLimitInBytes) {
        throw new globalThis.Error("value provided for field message.memoryLimitInBytes of type int64 too large");
      }
      writer.uint32(32).int64(message.memoryLimitInBytes);
    }
    if (message.rootfsSizeInBytes !== 0n) {
      if (BigInt.asIntN(64, message.rootfsSizeInBytes) !== message.rootfsSizeInBytes) {
        throw new globalThis.Error("value provided for field message.rootfsSizeInBytes of type int64 too large");
      }
      writer.uint32(40).int64(message.rootfsSizeInBytes);
    }
    for (const v of message.affinityCpus) {
      WindowsCpuGroupAffinity.encode(v!, writer.uint32(50).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsContainerResources {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsContainerResources();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.cpuShares = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.cpuCount = reader.int64() as bigint;
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.cpuMaximum = reader.int64() as bigint;
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.memoryLimitInBytes = reader.int64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.rootfsSizeInBytes = reader.int64() as bigint;
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.affinityCpus.push(WindowsCpuGroupAffinity.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsContainerResources>): WindowsContainerResources {
    return WindowsContainerResources.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsContainerResources>): WindowsContainerResources {
    const message = createBaseWindowsContainerResources();
    message.cpuShares = (object.cpuShares !== undefined && object.cpuShares !== null) ? BigInt(object.cpuShares) : 0n;
    message.cpuCount = (object.cpuCount !== undefined && object.cpuCount !== null) ? BigInt(object.cpuCount) : 0n;
    message.cpuMaximum = (object.cpuMaximum !== undefined && object.cpuMaximum !== null)
      ? BigInt(object.cpuMaximum)
      : 0n;
    message.memoryLimitInBytes = (object.memoryLimitInBytes !== undefined && object.memoryLimitInBytes !== null)
      ? BigInt(object.memoryLimitInBytes)
      : 0n;
    message.rootfsSizeInBytes = (object.rootfsSizeInBytes !== undefined && object.rootfsSizeInBytes !== null)
      ? BigInt(object.rootfsSizeInBytes)
      : 0n;
    message.affinityCpus = object.affinityCpus?.map((e) => WindowsCpuGroupAffinity.fromPartial(e)) || [];
    return message;
  },
};

function createBaseWindowsCpuGroupAffinity(): WindowsCpuGroupAffinity {
  return { cpuMask: 0n, cpuGroup: 0, _unknownFields: {} };
}

export const WindowsCpuGroupAffinity: MessageFns<WindowsCpuGroupAffinity> = {
  encode(message: WindowsCpuGroupAffinity, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cpuMask !== 0n) {
      if (BigInt.asUintN(64, message.cpuMask) !== message.cpuMask) {
        throw new globalThis.Error("value provided for field message.cpuMask of type uint64 too large");
      }
      writer.uint32(8).uint64(message.cpuMask);
    }
    if (message.cpuGroup !== 0) {
      writer.uint32(16).uint32(message.cpuGroup);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsCpuGroupAffinity {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsCpuGroupAffinity();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.cpuMask = reader.uint64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.cpuGroup = reader.uint32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsCpuGroupAffinity>): WindowsCpuGroupAffinity {
    return WindowsCpuGroupAffinity.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsCpuGroupAffinity>): WindowsCpuGroupAffinity {
    const message = createBaseWindowsCpuGroupAffinity();
    message.cpuMask = (object.cpuMask !== undefined && object.cpuMask !== null) ? BigInt(object.cpuMask) : 0n;
    message.cpuGroup = object.cpuGroup ?? 0;
    return message;
  },
};

function createBaseContainerMetadata(): ContainerMetadata {
  return { name: "", attempt: 0, _unknownFields: {} };
}

export const ContainerMetadata: MessageFns<ContainerMetadata> = {
  encode(message: ContainerMetadata, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.attempt !== 0) {
      writer.uint32(16).uint32(message.attempt);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerMetadata {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerMetadata();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.attempt = reader.uint32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerMetadata>): ContainerMetadata {
    return ContainerMetadata.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerMetadata>): ContainerMetadata {
    const message = createBaseContainerMetadata();
    message.name = object.name ?? "";
    message.attempt = object.attempt ?? 0;
    return message;
  },
};

function createBaseDevice(): Device {
  return { containerPath: "", hostPath: "", permissions: "", _unknownFields: {} };
}

export const Device: MessageFns<Device> = {
  encode(message: Device, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerPath !== "") {
      writer.uint32(10).string(message.containerPath);
    }
    if (message.hostPath !== "") {
      writer.uint32(18).string(message.hostPath);
    }
    if (message.permissions !== "") {
      writer.uint32(26).string(message.permissions);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Device {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseDevice();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerPath = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.hostPath = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.permissions = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Device>): Device {
    return Device.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Device>): Device {
    const message = createBaseDevice();
    message.containerPath = object.containerPath ?? "";
    message.hostPath = object.hostPath ?? "";
    message.permissions = object.permissions ?? "";
    return message;
  },
};

function createBaseCDIDevice(): CDIDevice {
  return { name: "", _unknownFields: {} };
}

export const CDIDevice: MessageFns<CDIDevice> = {
  encode(message: CDIDevice, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CDIDevice {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCDIDevice();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CDIDevice>): CDIDevice {
    return CDIDevice.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CDIDevice>): CDIDevice {
    const message = createBaseCDIDevice();
    message.name = object.name ?? "";
    return message;
  },
};

function createBaseContainerConfig(): ContainerConfig {
  return {
    metadata: undefined,
    image: undefined,
    command: [],
    args: [],
    workingDir: "",
    envs: [],
    mounts: [],
    devices: [],
    labels: {},
    annotations: {},
    logPath: "",
    stdin: false,
    stdinOnce: false,
    tty: false,
    linux: undefined,
    windows: undefined,
    CDIDevices: [],
    stopSignal: 0,
    _unknownFields: {},
  };
}

export const ContainerConfig: MessageFns<ContainerConfig> = {
  encode(message: ContainerConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.metadata !== undefined) {
      ContainerMetadata.encode(message.metadata, writer.uint32(10).fork()).join();
    }
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(18).fork()).join();
    }
    for (const v of message.command) {
      writer.uint32(26).string(v!);
    }
    for (const v of message.args) {
      writer.uint32(34).string(v!);
    }
    if (message.workingDir !== "") {
      writer.uint32(42).string(message.workingDir);
    }
    for (const v of message.envs) {
      KeyValue.encode(v!, writer.uint32(50).fork()).join();
    }
    for (const v of message.mounts) {
      Mount.encode(v!, writer.uint32(58).fork()).join();
    }
    for (const v of message.devices) {
      Device.encode(v!, writer.uint32(66).fork()).join();
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      ContainerConfig_LabelsEntry.encode({ key: key as any, value }, writer.uint32(74).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      ContainerConfig_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(82).fork()).join();
    });
    if (message.logPath !== "") {
      writer.uint32(90).string(message.logPath);
    }
    if (message.stdin !== false) {
      writer.uint32(96).bool(message.stdin);
    }
    if (message.stdinOnce !== false) {
      writer.uint32(104).bool(message.stdinOnce);
    }
    if (message.tty !== false) {
      writer.uint32(112).bool(message.tty);
    }
    if (message.linux !== undefined) {
      LinuxContainerConfig.encode(message.linux, writer.uint32(122).fork()).join();
    }
    if (message.windows !== undefined) {
      WindowsContainerConfig.encode(message.windows, writer.uint32(130).fork()).join();
    }
    for (const v of message.CDIDevices) {
      CDIDevice.encode(v!, writer.uint32(138).fork()).join();
    }
    if (message.stopSignal !== 0) {
      writer.uint32(144).int32(message.stopSignal);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.metadata = ContainerMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.command.push(reader.string());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.args.push(reader.string());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.workingDir = reader.string();
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.envs.push(KeyValue.decode(reader, reader.uint32()));
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.mounts.push(Mount.decode(reader, reader.uint32()));
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.devices.push(Device.decode(reader, reader.uint32()));
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            const entry9 = ContainerConfig_LabelsEntry.decode(reader, reader.uint32());
            if (entry9.value !== undefined) {
              message.labels[entry9.key] = entry9.value;
            }
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            const entry10 = ContainerConfig_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry10.value !== undefined) {
              message.annotations[entry10.key] = entry10.value;
            }
            continue;
          }
          case 11: {
            if (tag !== 90) {
              break;
            }

            message.logPath = reader.string();
            continue;
          }
          case 12: {
            if (tag !== 96) {
              break;
            }

            message.stdin = reader.bool();
            continue;
          }
          case 13: {
            if (tag !== 104) {
              break;
            }

            message.stdinOnce = reader.bool();
            continue;
          }
          case 14: {
            if (tag !== 112) {
              break;
            }

            message.tty = reader.bool();
            continue;
          }
          case 15: {
            if (tag !== 122) {
              break;
            }

            message.linux = LinuxContainerConfig.decode(reader, reader.uint32());
            continue;
          }
          case 16: {
            if (tag !== 130) {
              break;
            }

            message.windows = WindowsContainerConfig.decode(reader, reader.uint32());
            continue;
          }
          case 17: {
            if (tag !== 138) {
              break;
            }

            message.CDIDevices.push(CDIDevice.decode(reader, reader.uint32()));
            continue;
          }
          case 18: {
            if (tag !== 144) {
              break;
            }

            message.stopSignal = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerConfig>): ContainerConfig {
    return ContainerConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerConfig>): ContainerConfig {
    const message = createBaseContainerConfig();
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? ContainerMetadata.fromPartial(object.metadata)
      : undefined;
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.command = object.command?.map((e) => e) || [];
    message.args = object.args?.map((e) => e) || [];
    message.workingDir = object.workingDir ?? "";
    message.envs = object.envs?.map((e) => KeyValue.fromPartial(e)) || [];
    message.mounts = object.mounts?.map((e) => Mount.fromPartial(e)) || [];
    message.devices = object.devices?.map((e) => Device.fromPartial(e)) || [];
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.logPath = object.logPath ?? "";
    message.stdin = object.stdin ?? false;
    message.stdinOnce = object.stdinOnce ?? false;
    message.tty = object.tty ?? false;
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxContainerConfig.fromPartial(object.linux)
      : undefined;
    message.windows = (object.windows !== undefined && object.windows !== null)
      ? WindowsContainerConfig.fromPartial(object.windows)
      : undefined;
    message.CDIDevices = object.CDIDevices?.map((e) => CDIDevice.fromPartial(e)) || [];
    message.stopSignal = object.stopSignal ?? 0;
    return message;
  },
};

function createBaseContainerConfig_LabelsEntry(): ContainerConfig_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerConfig_LabelsEntry: MessageFns<ContainerConfig_LabelsEntry> = {
  encode(message: ContainerConfig_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerConfig_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerConfig_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerConfig_LabelsEntry>): ContainerConfig_LabelsEntry {
    return ContainerConfig_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerConfig_LabelsEntry>): ContainerConfig_LabelsEntry {
    const message = createBaseContainerConfig_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerConfig_AnnotationsEntry(): ContainerConfig_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerConfig_AnnotationsEntry: MessageFns<ContainerConfig_AnnotationsEntry> = {
  encode(message: ContainerConfig_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerConfig_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerConfig_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerConfig_AnnotationsEntry>): ContainerConfig_AnnotationsEntry {
    return ContainerConfig_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerConfig_AnnotationsEntry>): ContainerConfig_AnnotationsEntry {
    const message = createBaseContainerConfig_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseCreateContainerRequest(): CreateContainerRequest {
  return { podSandboxId: "", config: undefined, sandboxConfig: undefined, _unknownFields: {} };
}

export const CreateContainerRequest: MessageFns<CreateContainerRequest> = {
  encode(message: CreateContainerRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message.config !== undefined) {
      ContainerConfig.encode(message.config, writer.uint32(18).fork()).join();
    }
    if (message.sandboxConfig !== undefined) {
      PodSandboxConfig.encode(message.sandboxConfig, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CreateContainerRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCreateContainerRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.config = ContainerConfig.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.sandboxConfig = PodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CreateContainerRequest>): CreateContainerRequest {
    return CreateContainerRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CreateContainerRequest>): CreateContainerRequest {
    const message = createBaseCreateContainerRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    message.config = (object.config !== undefined && object.config !== null)
      ? ContainerConfig.fromPartial(object.config)
      : undefined;
    message.sandboxConfig = (object.sandboxConfig !== undefined && object.sandboxConfig !== null)
      ? PodSandboxConfig.fromPartial(object.sandboxConfig)
      : undefined;
    return message;
  },
};

function createBaseCreateContainerResponse(): CreateContainerResponse {
  return { containerId: "", _unknownFields: {} };
}

export const CreateContainerResponse: MessageFns<CreateContainerResponse> = {
  encode(message: CreateContainerResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CreateContainerResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCreateContainerResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CreateContainerResponse>): CreateContainerResponse {
    return CreateContainerResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CreateContainerResponse>): CreateContainerResponse {
    const message = createBaseCreateContainerResponse();
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseStartContainerRequest(): StartContainerRequest {
  return { containerId: "", _unknownFields: {} };
}

export const StartContainerRequest: MessageFns<StartContainerRequest> = {
  encode(message: StartContainerRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StartContainerRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStartContainerRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StartContainerRequest>): StartContainerRequest {
    return StartContainerRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StartContainerRequest>): StartContainerRequest {
    const message = createBaseStartContainerRequest();
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseStartContainerResponse(): StartContainerResponse {
  return { _unknownFields: {} };
}

export const StartContainerResponse: MessageFns<StartContainerResponse> = {
  encode(message: StartContainerResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StartContainerResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStartContainerResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StartContainerResponse>): StartContainerResponse {
    return StartContainerResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<StartContainerResponse>): StartContainerResponse {
    const message = createBaseStartContainerResponse();
    return message;
  },
};

function createBaseStopContainerRequest(): StopContainerRequest {
  return { containerId: "", timeout: 0n, _unknownFields: {} };
}

export const StopContainerRequest: MessageFns<StopContainerRequest> = {
  encode(message: StopContainerRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.timeout !== 0n) {
      if (BigInt.asIntN(64, message.timeout) !== message.timeout) {
        throw new globalThis.Error("value provided for field message.timeout of type int64 too large");
      }
      writer.uint32(16).int64(message.timeout);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StopContainerRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStopContainerRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.timeout = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StopContainerRequest>): StopContainerRequest {
    return StopContainerRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StopContainerRequest>): StopContainerRequest {
    const message = createBaseStopContainerRequest();
    message.containerId = object.containerId ?? "";
    message.timeout = (object.timeout !== undefined && object.timeout !== null) ? BigInt(object.timeout) : 0n;
    return message;
  },
};

function createBaseStopContainerResponse(): StopContainerResponse {
  return { _unknownFields: {} };
}

export const StopContainerResponse: MessageFns<StopContainerResponse> = {
  encode(message: StopContainerResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StopContainerResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStopContainerResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StopContainerResponse>): StopContainerResponse {
    return StopContainerResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<StopContainerResponse>): StopContainerResponse {
    const message = createBaseStopContainerResponse();
    return message;
  },
};

function createBaseRemoveContainerRequest(): RemoveContainerRequest {
  return { containerId: "", _unknownFields: {} };
}

export const RemoveContainerRequest: MessageFns<RemoveContainerRequest> = {
  encode(message: RemoveContainerRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemoveContainerRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemoveContainerRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemoveContainerRequest>): RemoveContainerRequest {
    return RemoveContainerRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RemoveContainerRequest>): RemoveContainerRequest {
    const message = createBaseRemoveContainerRequest();
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseRemoveContainerResponse(): RemoveContainerResponse {
  return { _unknownFields: {} };
}

export const RemoveContainerResponse: MessageFns<RemoveContainerResponse> = {
  encode(message: RemoveContainerResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemoveContainerResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemoveContainerResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemoveContainerResponse>): RemoveContainerResponse {
    return RemoveContainerResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<RemoveContainerResponse>): RemoveContainerResponse {
    const message = createBaseRemoveContainerResponse();
    return message;
  },
};

function createBaseContainerStateValue(): ContainerStateValue {
  return { state: 0, _unknownFields: {} };
}

export const ContainerStateValue: MessageFns<ContainerStateValue> = {
  encode(message: ContainerStateValue, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.state !== 0) {
      writer.uint32(8).int32(message.state);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStateValue {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStateValue();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStateValue>): ContainerStateValue {
    return ContainerStateValue.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStateValue>): ContainerStateValue {
    const message = createBaseContainerStateValue();
    message.state = object.state ?? 0;
    return message;
  },
};

function createBaseContainerFilter(): ContainerFilter {
  return { id: "", state: undefined, podSandboxId: "", labelSelector: {}, _unknownFields: {} };
}

export const ContainerFilter: MessageFns<ContainerFilter> = {
  encode(message: ContainerFilter, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.state !== undefined) {
      ContainerStateValue.encode(message.state, writer.uint32(18).fork()).join();
    }
    if (message.podSandboxId !== "") {
      writer.uint32(26).string(message.podSandboxId);
    }
    globalThis.Object.entries(message.labelSelector).forEach(([key, value]: [string, string]) => {
      ContainerFilter_LabelSelectorEntry.encode({ key: key as any, value }, writer.uint32(34).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerFilter {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerFilter();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.state = ContainerStateValue.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = ContainerFilter_LabelSelectorEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.labelSelector[entry4.key] = entry4.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerFilter>): ContainerFilter {
    return ContainerFilter.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerFilter>): ContainerFilter {
    const message = createBaseContainerFilter();
    message.id = object.id ?? "";
    message.state = (object.state !== undefined && object.state !== null)
      ? ContainerStateValue.fromPartial(object.state)
      : undefined;
    message.podSandboxId = object.podSandboxId ?? "";
    message.labelSelector = (globalThis.Object.entries(object.labelSelector ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseContainerFilter_LabelSelectorEntry(): ContainerFilter_LabelSelectorEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerFilter_LabelSelectorEntry: MessageFns<ContainerFilter_LabelSelectorEntry> = {
  encode(message: ContainerFilter_LabelSelectorEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerFilter_LabelSelectorEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerFilter_LabelSelectorEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerFilter_LabelSelectorEntry>): ContainerFilter_LabelSelectorEntry {
    return ContainerFilter_LabelSelectorEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerFilter_LabelSelectorEntry>): ContainerFilter_LabelSelectorEntry {
    const message = createBaseContainerFilter_LabelSelectorEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListContainersRequest(): ListContainersRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const ListContainersRequest: MessageFns<ListContainersRequest> = {
  encode(message: ListContainersRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ContainerFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListContainersRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListContainersRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ContainerFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListContainersRequest>): ListContainersRequest {
    return ListContainersRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListContainersRequest>): ListContainersRequest {
    const message = createBaseListContainersRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ContainerFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseContainer(): Container {
  return {
    id: "",
    podSandboxId: "",
    metadata: undefined,
    image: undefined,
    imageRef: "",
    state: 0,
    createdAt: 0n,
    labels: {},
    annotations: {},
    imageId: "",
    _unknownFields: {},
  };
}

export const Container: MessageFns<Container> = {
  encode(message: Container, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.podSandboxId !== "") {
      writer.uint32(18).string(message.podSandboxId);
    }
    if (message.metadata !== undefined) {
      ContainerMetadata.encode(message.metadata, writer.uint32(26).fork()).join();
    }
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(34).fork()).join();
    }
    if (message.imageRef !== "") {
      writer.uint32(42).string(message.imageRef);
    }
    if (message.state !== 0) {
      writer.uint32(48).int32(message.state);
    }
    if (message.createdAt !== 0n) {
      if (BigInt.asIntN(64, message.createdAt) !== message.createdAt) {
        throw new globalThis.Error("value provided for field message.createdAt of type int64 too large");
      }
      writer.uint32(56).int64(message.createdAt);
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      Container_LabelsEntry.encode({ key: key as any, value }, writer.uint32(66).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      Container_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(74).fork()).join();
    });
    if (message.imageId !== "") {
      writer.uint32(82).string(message.imageId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Container {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainer();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.metadata = ContainerMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.imageRef = reader.string();
            continue;
          }
          case 6: {
            if (tag !== 48) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
          case 7: {
            if (tag !== 56) {
              break;
            }

            message.createdAt = reader.int64() as bigint;
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            const entry8 = Container_LabelsEntry.decode(reader, reader.uint32());
            if (entry8.value !== undefined) {
              message.labels[entry8.key] = entry8.value;
            }
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            const entry9 = Container_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry9.value !== undefined) {
              message.annotations[entry9.key] = entry9.value;
            }
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            message.imageId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Container>): Container {
    return Container.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Container>): Container {
    const message = createBaseContainer();
    message.id = object.id ?? "";
    message.podSandboxId = object.podSandboxId ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? ContainerMetadata.fromPartial(object.metadata)
      : undefined;
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.imageRef = object.imageRef ?? "";
    message.state = object.state ?? 0;
    message.createdAt = (object.createdAt !== undefined && object.createdAt !== null) ? BigInt(object.createdAt) : 0n;
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.imageId = object.imageId ?? "";
    return message;
  },
};

function createBaseContainer_LabelsEntry(): Container_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const Container_LabelsEntry: MessageFns<Container_LabelsEntry> = {
  encode(message: Container_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Container_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainer_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Container_LabelsEntry>): Container_LabelsEntry {
    return Container_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Container_LabelsEntry>): Container_LabelsEntry {
    const message = createBaseContainer_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainer_AnnotationsEntry(): Container_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const Container_AnnotationsEntry: MessageFns<Container_AnnotationsEntry> = {
  encode(message: Container_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Container_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainer_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Container_AnnotationsEntry>): Container_AnnotationsEntry {
    return Container_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Container_AnnotationsEntry>): Container_AnnotationsEntry {
    const message = createBaseContainer_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListContainersResponse(): ListContainersResponse {
  return { containers: [], _unknownFields: {} };
}

export const ListContainersResponse: MessageFns<ListContainersResponse> = {
  encode(message: ListContainersResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.containers) {
      Container.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListContainersResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListContainersResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containers.push(Container.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListContainersResponse>): ListContainersResponse {
    return ListContainersResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListContainersResponse>): ListContainersResponse {
    const message = createBaseListContainersResponse();
    message.containers = object.containers?.map((e) => Container.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamContainersRequest(): StreamContainersRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const StreamContainersRequest: MessageFns<StreamContainersRequest> = {
  encode(message: StreamContainersRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ContainerFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamContainersRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamContainersRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ContainerFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamContainersRequest>): StreamContainersRequest {
    return StreamContainersRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamContainersRequest>): StreamContainersRequest {
    const message = createBaseStreamContainersRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ContainerFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseStreamContainersResponse(): StreamContainersResponse {
  return { containers: [], _unknownFields: {} };
}

export const StreamContainersResponse: MessageFns<StreamContainersResponse> = {
  encode(message: StreamContainersResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.containers) {
      Container.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamContainersResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamContainersResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containers.push(Container.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamContainersResponse>): StreamContainersResponse {
    return StreamContainersResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamContainersResponse>): StreamContainersResponse {
    const message = createBaseStreamContainersResponse();
    message.containers = object.containers?.map((e) => Container.fromPartial(e)) || [];
    return message;
  },
};

function createBaseContainerStatusRequest(): ContainerStatusRequest {
  return { containerId: "", verbose: false, _unknownFields: {} };
}

export const ContainerStatusRequest: MessageFns<ContainerStatusRequest> = {
  encode(message: ContainerStatusRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.verbose !== false) {
      writer.uint32(16).bool(message.verbose);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatusRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatusRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.verbose = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatusRequest>): ContainerStatusRequest {
    return ContainerStatusRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatusRequest>): ContainerStatusRequest {
    const message = createBaseContainerStatusRequest();
    message.containerId = object.containerId ?? "";
    message.verbose = object.verbose ?? false;
    return message;
  },
};

function createBaseContainerStatus(): ContainerStatus {
  return {
    id: "",
    metadata: undefined,
    state: 0,
    createdAt: 0n,
    startedAt: 0n,
    finishedAt: 0n,
    exitCode: 0,
    image: undefined,
    imageRef: "",
    reason: "",
    message: "",
    labels: {},
    annotations: {},
    mounts: [],
    logPath: "",
    resources: undefined,
    imageId: "",
    user: undefined,
    stopSignal: 0,
    _unknownFields: {},
  };
}

export const ContainerStatus: MessageFns<ContainerStatus> = {
  encode(message: ContainerStatus, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.metadata !== undefined) {
      ContainerMetadata.encode(message.metadata, writer.uint32(18).fork()).join();
    }
    if (message.state !== 0) {
      writer.uint32(24).int32(message.state);
    }
    if (message.createdAt !== 0n) {
      if (BigInt.asIntN(64, message.createdAt) !== message.createdAt) {
        throw new globalThis.Error("value provided for field message.createdAt of type int64 too large");
      }
      writer.uint32(32).int64(message.createdAt);
    }
    if (message.startedAt !== 0n) {
      if (BigInt.asIntN(64, message.startedAt) !== message.startedAt) {
        throw new globalThis.Error("value provided for field message.startedAt of type int64 too large");
      }
      writer.uint32(40).int64(message.startedAt);
    }
    if (message.finishedAt !== 0n) {
      if (BigInt.asIntN(64, message.finishedAt) !== message.finishedAt) {
        throw new globalThis.Error("value provided for field message.finishedAt of type int64 too large");
      }
      writer.uint32(48).int64(message.finishedAt);
    }
    if (message.exitCode !== 0) {
      writer.uint32(56).int32(message.exitCode);
    }
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(66).fork()).join();
    }
    if (message.imageRef !== "") {
      writer.uint32(74).string(message.imageRef);
    }
    if (message.reason !== "") {
      writer.uint32(82).string(message.reason);
    }
    if (message.message !== "") {
      writer.uint32(90).string(message.message);
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      ContainerStatus_LabelsEntry.encode({ key: key as any, value }, writer.uint32(98).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      ContainerStatus_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(106).fork()).join();
    });
    for (const v of message.mounts) {
      Mount.encode(v!, writer.uint32(114).fork()).join();
    }
    if (message.logPath !== "") {
      writer.uint32(122).string(message.logPath);
    }
    if (message.resources !== undefined) {
      ContainerResources.encode(message.resources, writer.uint32(130).fork()).join();
    }
    if (message.imageId !== "") {
      writer.uint32(138).string(message.imageId);
    }
    if (message.user !== undefined) {
      ContainerUser.encode(message.user, writer.uint32(146).fork()).join();
    }
    if (message.stopSignal !== 0) {
      writer.uint32(152).int32(message.stopSignal);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatus {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatus();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metadata = ContainerMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.state = reader.int32() as any;
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.createdAt = reader.int64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.startedAt = reader.int64() as bigint;
            continue;
          }
          case 6: {
            if (tag !== 48) {
              break;
            }

            message.finishedAt = reader.int64() as bigint;
            continue;
          }
          case 7: {
            if (tag !== 56) {
              break;
            }

            message.exitCode = reader.int32();
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 9: {
            if (tag !== 74) {
              break;
            }

            message.imageRef = reader.string();
            continue;
          }
          case 10: {
            if (tag !== 82) {
              break;
            }

            message.reason = reader.string();
            continue;
          }
          case 11: {
            if (tag !== 90) {
              break;
            }

            message.message = reader.string();
            continue;
          }
          case 12: {
            if (tag !== 98) {
              break;
            }

            const entry12 = ContainerStatus_LabelsEntry.decode(reader, reader.uint32());
            if (entry12.value !== undefined) {
              message.labels[entry12.key] = entry12.value;
            }
            continue;
          }
          case 13: {
            if (tag !== 106) {
              break;
            }

            const entry13 = ContainerStatus_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry13.value !== undefined) {
              message.annotations[entry13.key] = entry13.value;
            }
            continue;
          }
          case 14: {
            if (tag !== 114) {
              break;
            }

            message.mounts.push(Mount.decode(reader, reader.uint32()));
            continue;
          }
          case 15: {
            if (tag !== 122) {
              break;
            }

            message.logPath = reader.string();
            continue;
          }
          case 16: {
            if (tag !== 130) {
              break;
            }

            message.resources = ContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 17: {
            if (tag !== 138) {
              break;
            }

            message.imageId = reader.string();
            continue;
          }
          case 18: {
            if (tag !== 146) {
              break;
            }

            message.user = ContainerUser.decode(reader, reader.uint32());
            continue;
          }
          case 19: {
            if (tag !== 152) {
              break;
            }

            message.stopSignal = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatus>): ContainerStatus {
    return ContainerStatus.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatus>): ContainerStatus {
    const message = createBaseContainerStatus();
    message.id = object.id ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? ContainerMetadata.fromPartial(object.metadata)
      : undefined;
    message.state = object.state ?? 0;
    message.createdAt = (object.createdAt !== undefined && object.createdAt !== null) ? BigInt(object.createdAt) : 0n;
    message.startedAt = (object.startedAt !== undefined && object.startedAt !== null) ? BigInt(object.startedAt) : 0n;
    message.finishedAt = (object.finishedAt !== undefined && object.finishedAt !== null)
      ? BigInt(object.finishedAt)
      : 0n;
    message.exitCode = object.exitCode ?? 0;
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.imageRef = object.imageRef ?? "";
    message.reason = object.reason ?? "";
    message.message = object.message ?? "";
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.mounts = object.mounts?.map((e) => Mount.fromPartial(e)) || [];
    message.logPath = object.logPath ?? "";
    message.resources = (object.resources !== undefined && object.resources !== null)
      ? ContainerResources.fromPartial(object.resources)
      : undefined;
    message.imageId = object.imageId ?? "";
    message.user = (object.user !== undefined && object.user !== null)
      ? ContainerUser.fromPartial(object.user)
      : undefined;
    message.stopSignal = object.stopSignal ?? 0;
    return message;
  },
};

function createBaseContainerStatus_LabelsEntry(): ContainerStatus_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerStatus_LabelsEntry: MessageFns<ContainerStatus_LabelsEntry> = {
  encode(message: ContainerStatus_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatus_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatus_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatus_LabelsEntry>): ContainerStatus_LabelsEntry {
    return ContainerStatus_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatus_LabelsEntry>): ContainerStatus_LabelsEntry {
    const message = createBaseContainerStatus_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerStatus_AnnotationsEntry(): ContainerStatus_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerStatus_AnnotationsEntry: MessageFns<ContainerStatus_AnnotationsEntry> = {
  encode(message: ContainerStatus_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatus_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatus_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatus_AnnotationsEntry>): ContainerStatus_AnnotationsEntry {
    return ContainerStatus_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatus_AnnotationsEntry>): ContainerStatus_AnnotationsEntry {
    const message = createBaseContainerStatus_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerStatusResponse(): ContainerStatusResponse {
  return { status: undefined, info: {}, _unknownFields: {} };
}

export const ContainerStatusResponse: MessageFns<ContainerStatusResponse> = {
  encode(message: ContainerStatusResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.status !== undefined) {
      ContainerStatus.encode(message.status, writer.uint32(10).fork()).join();
    }
    globalThis.Object.entries(message.info).forEach(([key, value]: [string, string]) => {
      ContainerStatusResponse_InfoEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatusResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatusResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.status = ContainerStatus.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = ContainerStatusResponse_InfoEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.info[entry2.key] = entry2.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatusResponse>): ContainerStatusResponse {
    return ContainerStatusResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatusResponse>): ContainerStatusResponse {
    const message = createBaseContainerStatusResponse();
    message.status = (object.status !== undefined && object.status !== null)
      ? ContainerStatus.fromPartial(object.status)
      : undefined;
    message.info = (globalThis.Object.entries(object.info ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseContainerStatusResponse_InfoEntry(): ContainerStatusResponse_InfoEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerStatusResponse_InfoEntry: MessageFns<ContainerStatusResponse_InfoEntry> = {
  encode(message: ContainerStatusResponse_InfoEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatusResponse_InfoEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatusResponse_InfoEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatusResponse_InfoEntry>): ContainerStatusResponse_InfoEntry {
    return ContainerStatusResponse_InfoEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatusResponse_InfoEntry>): ContainerStatusResponse_InfoEntry {
    const message = createBaseContainerStatusResponse_InfoEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerResources(): ContainerResources {
  return { linux: undefined, windows: undefined, _unknownFields: {} };
}

export const ContainerResources: MessageFns<ContainerResources> = {
  encode(message: ContainerResources, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.linux !== undefined) {
      LinuxContainerResources.encode(message.linux, writer.uint32(10).fork()).join();
    }
    if (message.windows !== undefined) {
      WindowsContainerResources.encode(message.windows, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerResources {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerResources();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.linux = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.windows = WindowsContainerResources.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerResources>): ContainerResources {
    return ContainerResources.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerResources>): ContainerResources {
    const message = createBaseContainerResources();
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxContainerResources.fromPartial(object.linux)
      : undefined;
    message.windows = (object.windows !== undefined && object.windows !== null)
      ? WindowsContainerResources.fromPartial(object.windows)
      : undefined;
    return message;
  },
};

function createBaseContainerUser(): ContainerUser {
  return { linux: undefined, _unknownFields: {} };
}

export const ContainerUser: MessageFns<ContainerUser> = {
  encode(message: ContainerUser, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.linux !== undefined) {
      LinuxContainerUser.encode(message.linux, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerUser {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerUser();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.linux = LinuxContainerUser.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerUser>): ContainerUser {
    return ContainerUser.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerUser>): ContainerUser {
    const message = createBaseContainerUser();
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxContainerUser.fromPartial(object.linux)
      : undefined;
    return message;
  },
};

function createBaseUpdateContainerResourcesRequest(): UpdateContainerResourcesRequest {
  return { containerId: "", linux: undefined, windows: undefined, annotations: {}, _unknownFields: {} };
}

export const UpdateContainerResourcesRequest: MessageFns<UpdateContainerResourcesRequest> = {
  encode(message: UpdateContainerResourcesRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.linux !== undefined) {
      LinuxContainerResources.encode(message.linux, writer.uint32(18).fork()).join();
    }
    if (message.windows !== undefined) {
      WindowsContainerResources.encode(message.windows, writer.uint32(26).fork()).join();
    }
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      UpdateContainerResourcesRequest_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(34).fork())
        .join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdateContainerResourcesRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdateContainerResourcesRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.linux = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.windows = WindowsContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = UpdateContainerResourcesRequest_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.annotations[entry4.key] = entry4.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdateContainerResourcesRequest>): UpdateContainerResourcesRequest {
    return UpdateContainerResourcesRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<UpdateContainerResourcesRequest>): UpdateContainerResourcesRequest {
    const message = createBaseUpdateContainerResourcesRequest();
    message.containerId = object.containerId ?? "";
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxContainerResources.fromPartial(object.linux)
      : undefined;
    message.windows = (object.windows !== undefined && object.windows !== null)
      ? WindowsContainerResources.fromPartial(object.windows)
      : undefined;
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseUpdateContainerResourcesRequest_AnnotationsEntry(): UpdateContainerResourcesRequest_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const UpdateContainerResourcesRequest_AnnotationsEntry: MessageFns<
  UpdateContainerResourcesRequest_AnnotationsEntry
> = {
  encode(
    message: UpdateContainerResourcesRequest_AnnotationsEntry,
    writer: BinaryWriter = new BinaryWriter(),
  ): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdateContainerResourcesRequest_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdateContainerResourcesRequest_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(
    base?: DeepPartial<UpdateContainerResourcesRequest_AnnotationsEntry>,
  ): UpdateContainerResourcesRequest_AnnotationsEntry {
    return UpdateContainerResourcesRequest_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(
    object: DeepPartial<UpdateContainerResourcesRequest_AnnotationsEntry>,
  ): UpdateContainerResourcesRequest_AnnotationsEntry {
    const message = createBaseUpdateContainerResourcesRequest_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseUpdateContainerResourcesResponse(): UpdateContainerResourcesResponse {
  return { _unknownFields: {} };
}

export const UpdateContainerResourcesResponse: MessageFns<UpdateContainerResourcesResponse> = {
  encode(message: UpdateContainerResourcesResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdateContainerResourcesResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdateContainerResourcesResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdateContainerResourcesResponse>): UpdateContainerResourcesResponse {
    return UpdateContainerResourcesResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<UpdateContainerResourcesResponse>): UpdateContainerResourcesResponse {
    const message = createBaseUpdateContainerResourcesResponse();
    return message;
  },
};

function createBaseExecSyncRequest(): ExecSyncRequest {
  return { containerId: "", cmd: [], timeout: 0n, _unknownFields: {} };
}

export const ExecSyncRequest: MessageFns<ExecSyncRequest> = {
  encode(message: ExecSyncRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    for (const v of message.cmd) {
      writer.uint32(18).string(v!);
    }
    if (message.timeout !== 0n) {
      if (BigInt.asIntN(64, message.timeout) !== message.timeout) {
        throw new globalThis.Error("value provided for field message.timeout of type int64 too large");
      }
      writer.uint32(24).int64(message.timeout);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExecSyncRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExecSyncRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.cmd.push(reader.string());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.timeout = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExecSyncRequest>): ExecSyncRequest {
    return ExecSyncRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExecSyncRequest>): ExecSyncRequest {
    const message = createBaseExecSyncRequest();
    message.containerId = object.containerId ?? "";
    message.cmd = object.cmd?.map((e) => e) || [];
    message.timeout = (object.timeout !== undefined && object.timeout !== null) ? BigInt(object.timeout) : 0n;
    return message;
  },
};

function createBaseExecSyncResponse(): ExecSyncResponse {
  return { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0), exitCode: 0, _unknownFields: {} };
}

export const ExecSyncResponse: MessageFns<ExecSyncResponse> = {
  encode(message: ExecSyncResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.stdout.length !== 0) {
      writer.uint32(10).bytes(message.stdout);
    }
    if (message.stderr.length !== 0) {
      writer.uint32(18).bytes(message.stderr);
    }
    if (message.exitCode !== 0) {
      writer.uint32(24).int32(message.exitCode);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExecSyncResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExecSyncResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.stdout = Buffer.from(reader.bytes());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.stderr = Buffer.from(reader.bytes());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.exitCode = reader.int32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExecSyncResponse>): ExecSyncResponse {
    return ExecSyncResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExecSyncResponse>): ExecSyncResponse {
    const message = createBaseExecSyncResponse();
    message.stdout = object.stdout ?? Buffer.alloc(0);
    message.stderr = object.stderr ?? Buffer.alloc(0);
    message.exitCode = object.exitCode ?? 0;
    return message;
  },
};

function createBaseExecRequest(): ExecRequest {
  return { containerId: "", cmd: [], tty: false, stdin: false, stdout: false, stderr: false, _unknownFields: {} };
}

export const ExecRequest: MessageFns<ExecRequest> = {
  encode(message: ExecRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    for (const v of message.cmd) {
      writer.uint32(18).string(v!);
    }
    if (message.tty !== false) {
      writer.uint32(24).bool(message.tty);
    }
    if (message.stdin !== false) {
      writer.uint32(32).bool(message.stdin);
    }
    if (message.stdout !== false) {
      writer.uint32(40).bool(message.stdout);
    }
    if (message.stderr !== false) {
      writer.uint32(48).bool(message.stderr);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExecRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExecRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.cmd.push(reader.string());
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.tty = reader.bool();
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.stdin = reader.bool();
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.stdout = reader.bool();
            continue;
          }
          case 6: {
            if (tag !== 48) {
              break;
            }

            message.stderr = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExecRequest>): ExecRequest {
    return ExecRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExecRequest>): ExecRequest {
    const message = createBaseExecRequest();
    message.containerId = object.containerId ?? "";
    message.cmd = object.cmd?.map((e) => e) || [];
    message.tty = object.tty ?? false;
    message.stdin = object.stdin ?? false;
    message.stdout = object.stdout ?? false;
    message.stderr = object.stderr ?? false;
    return message;
  },
};

function createBaseExecResponse(): ExecResponse {
  return { url: "", _unknownFields: {} };
}

export const ExecResponse: MessageFns<ExecResponse> = {
  encode(message: ExecResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.url !== "") {
      writer.uint32(10).string(message.url);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExecResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExecResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.url = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExecResponse>): ExecResponse {
    return ExecResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExecResponse>): ExecResponse {
    const message = createBaseExecResponse();
    message.url = object.url ?? "";
    return message;
  },
};

function createBaseAttachRequest(): AttachRequest {
  return { containerId: "", stdin: false, tty: false, stdout: false, stderr: false, _unknownFields: {} };
}

export const AttachRequest: MessageFns<AttachRequest> = {
  encode(message: AttachRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.stdin !== false) {
      writer.uint32(16).bool(message.stdin);
    }
    if (message.tty !== false) {
      writer.uint32(24).bool(message.tty);
    }
    if (message.stdout !== false) {
      writer.uint32(32).bool(message.stdout);
    }
    if (message.stderr !== false) {
      writer.uint32(40).bool(message.stderr);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): AttachRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseAttachRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.stdin = reader.bool();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.tty = reader.bool();
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.stdout = reader.bool();
            continue;
          }
          case 5: {
            if (tag !== 40) {
              break;
            }

            message.stderr = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<AttachRequest>): AttachRequest {
    return AttachRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<AttachRequest>): AttachRequest {
    const message = createBaseAttachRequest();
    message.containerId = object.containerId ?? "";
    message.stdin = object.stdin ?? false;
    message.tty = object.tty ?? false;
    message.stdout = object.stdout ?? false;
    message.stderr = object.stderr ?? false;
    return message;
  },
};

function createBaseAttachResponse(): AttachResponse {
  return { url: "", _unknownFields: {} };
}

export const AttachResponse: MessageFns<AttachResponse> = {
  encode(message: AttachResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.url !== "") {
      writer.uint32(10).string(message.url);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): AttachResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseAttachResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.url = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<AttachResponse>): AttachResponse {
    return AttachResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<AttachResponse>): AttachResponse {
    const message = createBaseAttachResponse();
    message.url = object.url ?? "";
    return message;
  },
};

function createBasePortForwardRequest(): PortForwardRequest {
  return { podSandboxId: "", port: [], _unknownFields: {} };
}

export const PortForwardRequest: MessageFns<PortForwardRequest> = {
  encode(message: PortForwardRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message.port.length !== 0) {
      writer.uint32(18).fork();
      for (const v of message.port) {
        writer.int32(v);
      }
      writer.join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PortForwardRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePortForwardRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag === 16) {
              message.port.push(reader.int32());

              continue;
            }

            if (tag === 18) {
              const end2 = reader.uint32() + reader.pos;
              while (reader.pos < end2) {
                message.port.push(reader.int32());
              }

              continue;
            }

            break;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PortForwardRequest>): PortForwardRequest {
    return PortForwardRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PortForwardRequest>): PortForwardRequest {
    const message = createBasePortForwardRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    message.port = object.port?.map((e) => e) || [];
    return message;
  },
};

function createBasePortForwardResponse(): PortForwardResponse {
  return { url: "", _unknownFields: {} };
}

export const PortForwardResponse: MessageFns<PortForwardResponse> = {
  encode(message: PortForwardResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.url !== "") {
      writer.uint32(10).string(message.url);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PortForwardResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePortForwardResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.url = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PortForwardResponse>): PortForwardResponse {
    return PortForwardResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PortForwardResponse>): PortForwardResponse {
    const message = createBasePortForwardResponse();
    message.url = object.url ?? "";
    return message;
  },
};

function createBaseImageFilter(): ImageFilter {
  return { image: undefined, _unknownFields: {} };
}

export const ImageFilter: MessageFns<ImageFilter> = {
  encode(message: ImageFilter, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageFilter {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageFilter();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageFilter>): ImageFilter {
    return ImageFilter.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageFilter>): ImageFilter {
    const message = createBaseImageFilter();
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    return message;
  },
};

function createBaseListImagesRequest(): ListImagesRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const ListImagesRequest: MessageFns<ListImagesRequest> = {
  encode(message: ListImagesRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ImageFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListImagesRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListImagesRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ImageFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListImagesRequest>): ListImagesRequest {
    return ListImagesRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListImagesRequest>): ListImagesRequest {
    const message = createBaseListImagesRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ImageFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseImage(): Image {
  return {
    id: "",
    repoTags: [],
    repoDigests: [],
    size: 0n,
    uid: undefined,
    username: "",
    spec: undefined,
    pinned: false,
    _unknownFields: {},
  };
}

export const Image: MessageFns<Image> = {
  encode(message: Image, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    for (const v of message.repoTags) {
      writer.uint32(18).string(v!);
    }
    for (const v of message.repoDigests) {
      writer.uint32(26).string(v!);
    }
    if (message.size !== 0n) {
      if (BigInt.asUintN(64, message.size) !== message.size) {
        throw new globalThis.Error("value provided for field message.size of type uint64 too large");
      }
      writer.uint32(32).uint64(message.size);
    }
    if (message.uid !== undefined) {
      Int64Value.encode(message.uid, writer.uint32(42).fork()).join();
    }
    if (message.username !== "") {
      writer.uint32(50).string(message.username);
    }
    if (message.spec !== undefined) {
      ImageSpec.encode(message.spec, writer.uint32(58).fork()).join();
    }
    if (message.pinned !== false) {
      writer.uint32(64).bool(message.pinned);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Image {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.repoTags.push(reader.string());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.repoDigests.push(reader.string());
            continue;
          }
          case 4: {
            if (tag !== 32) {
              break;
            }

            message.size = reader.uint64() as bigint;
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.uid = Int64Value.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.username = reader.string();
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.spec = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 8: {
            if (tag !== 64) {
              break;
            }

            message.pinned = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Image>): Image {
    return Image.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Image>): Image {
    const message = createBaseImage();
    message.id = object.id ?? "";
    message.repoTags = object.repoTags?.map((e) => e) || [];
    message.repoDigests = object.repoDigests?.map((e) => e) || [];
    message.size = (object.size !== undefined && object.size !== null) ? BigInt(object.size) : 0n;
    message.uid = (object.uid !== undefined && object.uid !== null) ? Int64Value.fromPartial(object.uid) : undefined;
    message.username = object.username ?? "";
    message.spec = (object.spec !== undefined && object.spec !== null) ? ImageSpec.fromPartial(object.spec) : undefined;
    message.pinned = object.pinned ?? false;
    return message;
  },
};

function createBaseListImagesResponse(): ListImagesResponse {
  return { images: [], _unknownFields: {} };
}

export const ListImagesResponse: MessageFns<ListImagesResponse> = {
  encode(message: ListImagesResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.images) {
      Image.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListImagesResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListImagesResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.images.push(Image.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListImagesResponse>): ListImagesResponse {
    return ListImagesResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListImagesResponse>): ListImagesResponse {
    const message = createBaseListImagesResponse();
    message.images = object.images?.map((e) => Image.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamImagesRequest(): StreamImagesRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const StreamImagesRequest: MessageFns<StreamImagesRequest> = {
  encode(message: StreamImagesRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ImageFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamImagesRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamImagesRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ImageFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamImagesRequest>): StreamImagesRequest {
    return StreamImagesRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamImagesRequest>): StreamImagesRequest {
    const message = createBaseStreamImagesRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ImageFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseStreamImagesResponse(): StreamImagesResponse {
  return { images: [], _unknownFields: {} };
}

export const StreamImagesResponse: MessageFns<StreamImagesResponse> = {
  encode(message: StreamImagesResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.images) {
      Image.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamImagesResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamImagesResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.images.push(Image.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamImagesResponse>): StreamImagesResponse {
    return StreamImagesResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamImagesResponse>): StreamImagesResponse {
    const message = createBaseStreamImagesResponse();
    message.images = object.images?.map((e) => Image.fromPartial(e)) || [];
    return message;
  },
};

function createBaseImageStatusRequest(): ImageStatusRequest {
  return { image: undefined, verbose: false, _unknownFields: {} };
}

export const ImageStatusRequest: MessageFns<ImageStatusRequest> = {
  encode(message: ImageStatusRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(10).fork()).join();
    }
    if (message.verbose !== false) {
      writer.uint32(16).bool(message.verbose);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageStatusRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageStatusRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.verbose = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageStatusRequest>): ImageStatusRequest {
    return ImageStatusRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageStatusRequest>): ImageStatusRequest {
    const message = createBaseImageStatusRequest();
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.verbose = object.verbose ?? false;
    return message;
  },
};

function createBaseImageStatusResponse(): ImageStatusResponse {
  return { image: undefined, info: {}, _unknownFields: {} };
}

export const ImageStatusResponse: MessageFns<ImageStatusResponse> = {
  encode(message: ImageStatusResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== undefined) {
      Image.encode(message.image, writer.uint32(10).fork()).join();
    }
    globalThis.Object.entries(message.info).forEach(([key, value]: [string, string]) => {
      ImageStatusResponse_InfoEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageStatusResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageStatusResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = Image.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = ImageStatusResponse_InfoEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.info[entry2.key] = entry2.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageStatusResponse>): ImageStatusResponse {
    return ImageStatusResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageStatusResponse>): ImageStatusResponse {
    const message = createBaseImageStatusResponse();
    message.image = (object.image !== undefined && object.image !== null) ? Image.fromPartial(object.image) : undefined;
    message.info = (globalThis.Object.entries(object.info ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseImageStatusResponse_InfoEntry(): ImageStatusResponse_InfoEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ImageStatusResponse_InfoEntry: MessageFns<ImageStatusResponse_InfoEntry> = {
  encode(message: ImageStatusResponse_InfoEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageStatusResponse_InfoEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageStatusResponse_InfoEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageStatusResponse_InfoEntry>): ImageStatusResponse_InfoEntry {
    return ImageStatusResponse_InfoEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageStatusResponse_InfoEntry>): ImageStatusResponse_InfoEntry {
    const message = createBaseImageStatusResponse_InfoEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseAuthConfig(): AuthConfig {
  return {
    username: "",
    password: "",
    auth: "",
    serverAddress: "",
    identityToken: "",
    registryToken: "",
    _unknownFields: {},
  };
}

export const AuthConfig: MessageFns<AuthConfig> = {
  encode(message: AuthConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.username !== "") {
      writer.uint32(10).string(message.username);
    }
    if (message.password !== "") {
      writer.uint32(18).string(message.password);
    }
    if (message.auth !== "") {
      writer.uint32(26).string(message.auth);
    }
    if (message.serverAddress !== "") {
      writer.uint32(34).string(message.serverAddress);
    }
    if (message.identityToken !== "") {
      writer.uint32(42).string(message.identityToken);
    }
    if (message.registryToken !== "") {
      writer.uint32(50).string(message.registryToken);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): AuthConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseAuthConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.username = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.password = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.auth = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.serverAddress = reader.string();
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.identityToken = reader.string();
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.registryToken = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<AuthConfig>): AuthConfig {
    return AuthConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<AuthConfig>): AuthConfig {
    const message = createBaseAuthConfig();
    message.username = object.username ?? "";
    message.password = object.password ?? "";
    message.auth = object.auth ?? "";
    message.serverAddress = object.serverAddress ?? "";
    message.identityToken = object.identityToken ?? "";
    message.registryToken = object.registryToken ?? "";
    return message;
  },
};

function createBasePullImageRequest(): PullImageRequest {
  return { image: undefined, auth: undefined, sandboxConfig: undefined, _unknownFields: {} };
}

export const PullImageRequest: MessageFns<PullImageRequest> = {
  encode(message: PullImageRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(10).fork()).join();
    }
    if (message.auth !== undefined) {
      AuthConfig.encode(message.auth, writer.uint32(18).fork()).join();
    }
    if (message.sandboxConfig !== undefined) {
      PodSandboxConfig.encode(message.sandboxConfig, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PullImageRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePullImageRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.auth = AuthConfig.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.sandboxConfig = PodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PullImageRequest>): PullImageRequest {
    return PullImageRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PullImageRequest>): PullImageRequest {
    const message = createBasePullImageRequest();
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    message.auth = (object.auth !== undefined && object.auth !== null)
      ? AuthConfig.fromPartial(object.auth)
      : undefined;
    message.sandboxConfig = (object.sandboxConfig !== undefined && object.sandboxConfig !== null)
      ? PodSandboxConfig.fromPartial(object.sandboxConfig)
      : undefined;
    return message;
  },
};

function createBasePullImageResponse(): PullImageResponse {
  return { imageRef: "", _unknownFields: {} };
}

export const PullImageResponse: MessageFns<PullImageResponse> = {
  encode(message: PullImageResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.imageRef !== "") {
      writer.uint32(10).string(message.imageRef);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PullImageResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePullImageResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.imageRef = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PullImageResponse>): PullImageResponse {
    return PullImageResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PullImageResponse>): PullImageResponse {
    const message = createBasePullImageResponse();
    message.imageRef = object.imageRef ?? "";
    return message;
  },
};

function createBaseRemoveImageRequest(): RemoveImageRequest {
  return { image: undefined, _unknownFields: {} };
}

export const RemoveImageRequest: MessageFns<RemoveImageRequest> = {
  encode(message: RemoveImageRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.image !== undefined) {
      ImageSpec.encode(message.image, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemoveImageRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemoveImageRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.image = ImageSpec.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemoveImageRequest>): RemoveImageRequest {
    return RemoveImageRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RemoveImageRequest>): RemoveImageRequest {
    const message = createBaseRemoveImageRequest();
    message.image = (object.image !== undefined && object.image !== null)
      ? ImageSpec.fromPartial(object.image)
      : undefined;
    return message;
  },
};

function createBaseRemoveImageResponse(): RemoveImageResponse {
  return { _unknownFields: {} };
}

export const RemoveImageResponse: MessageFns<RemoveImageResponse> = {
  encode(message: RemoveImageResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RemoveImageResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRemoveImageResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RemoveImageResponse>): RemoveImageResponse {
    return RemoveImageResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<RemoveImageResponse>): RemoveImageResponse {
    const message = createBaseRemoveImageResponse();
    return message;
  },
};

function createBaseNetworkConfig(): NetworkConfig {
  return { podCidr: "", _unknownFields: {} };
}

export const NetworkConfig: MessageFns<NetworkConfig> = {
  encode(message: NetworkConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podCidr !== "") {
      writer.uint32(10).string(message.podCidr);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): NetworkConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseNetworkConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podCidr = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<NetworkConfig>): NetworkConfig {
    return NetworkConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<NetworkConfig>): NetworkConfig {
    const message = createBaseNetworkConfig();
    message.podCidr = object.podCidr ?? "";
    return message;
  },
};

function createBaseRuntimeConfig(): RuntimeConfig {
  return { networkConfig: undefined, _unknownFields: {} };
}

export const RuntimeConfig: MessageFns<RuntimeConfig> = {
  encode(message: RuntimeConfig, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.networkConfig !== undefined) {
      NetworkConfig.encode(message.networkConfig, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeConfig {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeConfig();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.networkConfig = NetworkConfig.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeConfig>): RuntimeConfig {
    return RuntimeConfig.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeConfig>): RuntimeConfig {
    const message = createBaseRuntimeConfig();
    message.networkConfig = (object.networkConfig !== undefined && object.networkConfig !== null)
      ? NetworkConfig.fromPartial(object.networkConfig)
      : undefined;
    return message;
  },
};

function createBaseUpdateRuntimeConfigRequest(): UpdateRuntimeConfigRequest {
  return { runtimeConfig: undefined, _unknownFields: {} };
}

export const UpdateRuntimeConfigRequest: MessageFns<UpdateRuntimeConfigRequest> = {
  encode(message: UpdateRuntimeConfigRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.runtimeConfig !== undefined) {
      RuntimeConfig.encode(message.runtimeConfig, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdateRuntimeConfigRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdateRuntimeConfigRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.runtimeConfig = RuntimeConfig.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdateRuntimeConfigRequest>): UpdateRuntimeConfigRequest {
    return UpdateRuntimeConfigRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<UpdateRuntimeConfigRequest>): UpdateRuntimeConfigRequest {
    const message = createBaseUpdateRuntimeConfigRequest();
    message.runtimeConfig = (object.runtimeConfig !== undefined && object.runtimeConfig !== null)
      ? RuntimeConfig.fromPartial(object.runtimeConfig)
      : undefined;
    return message;
  },
};

function createBaseUpdateRuntimeConfigResponse(): UpdateRuntimeConfigResponse {
  return { _unknownFields: {} };
}

export const UpdateRuntimeConfigResponse: MessageFns<UpdateRuntimeConfigResponse> = {
  encode(message: UpdateRuntimeConfigResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdateRuntimeConfigResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdateRuntimeConfigResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdateRuntimeConfigResponse>): UpdateRuntimeConfigResponse {
    return UpdateRuntimeConfigResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<UpdateRuntimeConfigResponse>): UpdateRuntimeConfigResponse {
    const message = createBaseUpdateRuntimeConfigResponse();
    return message;
  },
};

function createBaseRuntimeCondition(): RuntimeCondition {
  return { type: "", status: false, reason: "", message: "", _unknownFields: {} };
}

export const RuntimeCondition: MessageFns<RuntimeCondition> = {
  encode(message: RuntimeCondition, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.type !== "") {
      writer.uint32(10).string(message.type);
    }
    if (message.status !== false) {
      writer.uint32(16).bool(message.status);
    }
    if (message.reason !== "") {
      writer.uint32(26).string(message.reason);
    }
    if (message.message !== "") {
      writer.uint32(34).string(message.message);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeCondition {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeCondition();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.type = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.status = reader.bool();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.reason = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.message = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeCondition>): RuntimeCondition {
    return RuntimeCondition.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeCondition>): RuntimeCondition {
    const message = createBaseRuntimeCondition();
    message.type = object.type ?? "";
    message.status = object.status ?? false;
    message.reason = object.reason ?? "";
    message.message = object.message ?? "";
    return message;
  },
};

function createBaseRuntimeStatus(): RuntimeStatus {
  return { conditions: [], _unknownFields: {} };
}

export const RuntimeStatus: MessageFns<RuntimeStatus> = {
  encode(message: RuntimeStatus, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.conditions) {
      RuntimeCondition.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeStatus {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeStatus();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.conditions.push(RuntimeCondition.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeStatus>): RuntimeStatus {
    return RuntimeStatus.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeStatus>): RuntimeStatus {
    const message = createBaseRuntimeStatus();
    message.conditions = object.conditions?.map((e) => RuntimeCondition.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStatusRequest(): StatusRequest {
  return { verbose: false, _unknownFields: {} };
}

export const StatusRequest: MessageFns<StatusRequest> = {
  encode(message: StatusRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.verbose !== false) {
      writer.uint32(8).bool(message.verbose);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StatusRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStatusRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.verbose = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StatusRequest>): StatusRequest {
    return StatusRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StatusRequest>): StatusRequest {
    const message = createBaseStatusRequest();
    message.verbose = object.verbose ?? false;
    return message;
  },
};

function createBaseRuntimeHandlerFeatures(): RuntimeHandlerFeatures {
  return { recursiveReadOnlyMounts: false, userNamespaces: false, _unknownFields: {} };
}

export const RuntimeHandlerFeatures: MessageFns<RuntimeHandlerFeatures> = {
  encode(message: RuntimeHandlerFeatures, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.recursiveReadOnlyMounts !== false) {
      writer.uint32(8).bool(message.recursiveReadOnlyMounts);
    }
    if (message.userNamespaces !== false) {
      writer.uint32(16).bool(message.userNamespaces);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeHandlerFeatures {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeHandlerFeatures();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.recursiveReadOnlyMounts = reader.bool();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.userNamespaces = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeHandlerFeatures>): RuntimeHandlerFeatures {
    return RuntimeHandlerFeatures.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeHandlerFeatures>): RuntimeHandlerFeatures {
    const message = createBaseRuntimeHandlerFeatures();
    message.recursiveReadOnlyMounts = object.recursiveReadOnlyMounts ?? false;
    message.userNamespaces = object.userNamespaces ?? false;
    return message;
  },
};

function createBaseRuntimeHandler(): RuntimeHandler {
  return { name: "", features: undefined, _unknownFields: {} };
}

export const RuntimeHandler: MessageFns<RuntimeHandler> = {
  encode(message: RuntimeHandler, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.features !== undefined) {
      RuntimeHandlerFeatures.encode(message.features, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeHandler {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeHandler();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.features = RuntimeHandlerFeatures.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeHandler>): RuntimeHandler {
    return RuntimeHandler.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeHandler>): RuntimeHandler {
    const message = createBaseRuntimeHandler();
    message.name = object.name ?? "";
    message.features = (object.features !== undefined && object.features !== null)
      ? RuntimeHandlerFeatures.fromPartial(object.features)
      : undefined;
    return message;
  },
};

function createBaseRuntimeFeatures(): RuntimeFeatures {
  return { supplementalGroupsPolicy: false, userNamespacesHostNetwork: false, mountOptions: false, _unknownFields: {} };
}

export const RuntimeFeatures: MessageFns<RuntimeFeatures> = {
  encode(message: RuntimeFeatures, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.supplementalGroupsPolicy !== false) {
      writer.uint32(8).bool(message.supplementalGroupsPolicy);
    }
    if (message.userNamespacesHostNetwork !== false) {
      writer.uint32(16).bool(message.userNamespacesHostNetwork);
    }
    if (message.mountOptions !== false) {
      writer.uint32(24).bool(message.mountOptions);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeFeatures {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeFeatures();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.supplementalGroupsPolicy = reader.bool();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.userNamespacesHostNetwork = reader.bool();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.mountOptions = reader.bool();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeFeatures>): RuntimeFeatures {
    return RuntimeFeatures.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeFeatures>): RuntimeFeatures {
    const message = createBaseRuntimeFeatures();
    message.supplementalGroupsPolicy = object.supplementalGroupsPolicy ?? false;
    message.userNamespacesHostNetwork = object.userNamespacesHostNetwork ?? false;
    message.mountOptions = object.mountOptions ?? false;
    return message;
  },
};

function createBaseStatusResponse(): StatusResponse {
  return { status: undefined, info: {}, runtimeHandlers: [], features: undefined, _unknownFields: {} };
}

export const StatusResponse: MessageFns<StatusResponse> = {
  encode(message: StatusResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.status !== undefined) {
      RuntimeStatus.encode(message.status, writer.uint32(10).fork()).join();
    }
    globalThis.Object.entries(message.info).forEach(([key, value]: [string, string]) => {
      StatusResponse_InfoEntry.encode({ key: key as any, value }, writer.uint32(18).fork()).join();
    });
    for (const v of message.runtimeHandlers) {
      RuntimeHandler.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message.features !== undefined) {
      RuntimeFeatures.encode(message.features, writer.uint32(34).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StatusResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStatusResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.status = RuntimeStatus.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            const entry2 = StatusResponse_InfoEntry.decode(reader, reader.uint32());
            if (entry2.value !== undefined) {
              message.info[entry2.key] = entry2.value;
            }
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.runtimeHandlers.push(RuntimeHandler.decode(reader, reader.uint32()));
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.features = RuntimeFeatures.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StatusResponse>): StatusResponse {
    return StatusResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StatusResponse>): StatusResponse {
    const message = createBaseStatusResponse();
    message.status = (object.status !== undefined && object.status !== null)
      ? RuntimeStatus.fromPartial(object.status)
      : undefined;
    message.info = (globalThis.Object.entries(object.info ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.runtimeHandlers = object.runtimeHandlers?.map((e) => RuntimeHandler.fromPartial(e)) || [];
    message.features = (object.features !== undefined && object.features !== null)
      ? RuntimeFeatures.fromPartial(object.features)
      : undefined;
    return message;
  },
};

function createBaseStatusResponse_InfoEntry(): StatusResponse_InfoEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const StatusResponse_InfoEntry: MessageFns<StatusResponse_InfoEntry> = {
  encode(message: StatusResponse_InfoEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StatusResponse_InfoEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStatusResponse_InfoEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StatusResponse_InfoEntry>): StatusResponse_InfoEntry {
    return StatusResponse_InfoEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StatusResponse_InfoEntry>): StatusResponse_InfoEntry {
    const message = createBaseStatusResponse_InfoEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseImageFsInfoRequest(): ImageFsInfoRequest {
  return { _unknownFields: {} };
}

export const ImageFsInfoRequest: MessageFns<ImageFsInfoRequest> = {
  encode(message: ImageFsInfoRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageFsInfoRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageFsInfoRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageFsInfoRequest>): ImageFsInfoRequest {
    return ImageFsInfoRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<ImageFsInfoRequest>): ImageFsInfoRequest {
    const message = createBaseImageFsInfoRequest();
    return message;
  },
};

function createBaseUInt64Value(): UInt64Value {
  return { value: 0n, _unknownFields: {} };
}

export const UInt64Value: MessageFns<UInt64Value> = {
  encode(message: UInt64Value, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.value !== 0n) {
      if (BigInt.asUintN(64, message.value) !== message.value) {
        throw new globalThis.Error("value provided for field message.value of type uint64 too large");
      }
      writer.uint32(8).uint64(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UInt64Value {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUInt64Value();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.value = reader.uint64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UInt64Value>): UInt64Value {
    return UInt64Value.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<UInt64Value>): UInt64Value {
    const message = createBaseUInt64Value();
    message.value = (object.value !== undefined && object.value !== null) ? BigInt(object.value) : 0n;
    return message;
  },
};

function createBaseFilesystemIdentifier(): FilesystemIdentifier {
  return { mountpoint: "", _unknownFields: {} };
}

export const FilesystemIdentifier: MessageFns<FilesystemIdentifier> = {
  encode(message: FilesystemIdentifier, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.mountpoint !== "") {
      writer.uint32(10).string(message.mountpoint);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): FilesystemIdentifier {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseFilesystemIdentifier();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.mountpoint = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<FilesystemIdentifier>): FilesystemIdentifier {
    return FilesystemIdentifier.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<FilesystemIdentifier>): FilesystemIdentifier {
    const message = createBaseFilesystemIdentifier();
    message.mountpoint = object.mountpoint ?? "";
    return message;
  },
};

function createBaseFilesystemUsage(): FilesystemUsage {
  return { timestamp: 0n, fsId: undefined, usedBytes: undefined, inodesUsed: undefined, _unknownFields: {} };
}

export const FilesystemUsage: MessageFns<FilesystemUsage> = {
  encode(message: FilesystemUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.fsId !== undefined) {
      FilesystemIdentifier.encode(message.fsId, writer.uint32(18).fork()).join();
    }
    if (message.usedBytes !== undefined) {
      UInt64Value.encode(message.usedBytes, writer.uint32(26).fork()).join();
    }
    if (message.inodesUsed !== undefined) {
      UInt64Value.encode(message.inodesUsed, writer.uint32(34).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): FilesystemUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseFilesystemUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.fsId = FilesystemIdentifier.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.usedBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.inodesUsed = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<FilesystemUsage>): FilesystemUsage {
    return FilesystemUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<FilesystemUsage>): FilesystemUsage {
    const message = createBaseFilesystemUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.fsId = (object.fsId !== undefined && object.fsId !== null)
      ? FilesystemIdentifier.fromPartial(object.fsId)
      : undefined;
    message.usedBytes = (object.usedBytes !== undefined && object.usedBytes !== null)
      ? UInt64Value.fromPartial(object.usedBytes)
      : undefined;
    message.inodesUsed = (object.inodesUsed !== undefined && object.inodesUsed !== null)
      ? UInt64Value.fromPartial(object.inodesUsed)
      : undefined;
    return message;
  },
};

function createBaseWindowsFilesystemUsage(): WindowsFilesystemUsage {
  return { timestamp: 0n, fsId: undefined, usedBytes: undefined, _unknownFields: {} };
}

export const WindowsFilesystemUsage: MessageFns<WindowsFilesystemUsage> = {
  encode(message: WindowsFilesystemUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.fsId !== undefined) {
      FilesystemIdentifier.encode(message.fsId, writer.uint32(18).fork()).join();
    }
    if (message.usedBytes !== undefined) {
      UInt64Value.encode(message.usedBytes, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsFilesystemUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsFilesystemUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.fsId = FilesystemIdentifier.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.usedBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsFilesystemUsage>): WindowsFilesystemUsage {
    return WindowsFilesystemUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsFilesystemUsage>): WindowsFilesystemUsage {
    const message = createBaseWindowsFilesystemUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.fsId = (object.fsId !== undefined && object.fsId !== null)
      ? FilesystemIdentifier.fromPartial(object.fsId)
      : undefined;
    message.usedBytes = (object.usedBytes !== undefined && object.usedBytes !== null)
      ? UInt64Value.fromPartial(object.usedBytes)
      : undefined;
    return message;
  },
};

function createBaseImageFsInfoResponse(): ImageFsInfoResponse {
  return { imageFilesystems: [], containerFilesystems: [], _unknownFields: {} };
}

export const ImageFsInfoResponse: MessageFns<ImageFsInfoResponse> = {
  encode(message: ImageFsInfoResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.imageFilesystems) {
      FilesystemUsage.encode(v!, writer.uint32(10).fork()).join();
    }
    for (const v of message.containerFilesystems) {
      FilesystemUsage.encode(v!, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ImageFsInfoResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseImageFsInfoResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.imageFilesystems.push(FilesystemUsage.decode(reader, reader.uint32()));
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.containerFilesystems.push(FilesystemUsage.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ImageFsInfoResponse>): ImageFsInfoResponse {
    return ImageFsInfoResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ImageFsInfoResponse>): ImageFsInfoResponse {
    const message = createBaseImageFsInfoResponse();
    message.imageFilesystems = object.imageFilesystems?.map((e) => FilesystemUsage.fromPartial(e)) || [];
    message.containerFilesystems = object.containerFilesystems?.map((e) => FilesystemUsage.fromPartial(e)) || [];
    return message;
  },
};

function createBaseContainerStatsRequest(): ContainerStatsRequest {
  return { containerId: "", _unknownFields: {} };
}

export const ContainerStatsRequest: MessageFns<ContainerStatsRequest> = {
  encode(message: ContainerStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatsRequest>): ContainerStatsRequest {
    return ContainerStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatsRequest>): ContainerStatsRequest {
    const message = createBaseContainerStatsRequest();
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseContainerStatsResponse(): ContainerStatsResponse {
  return { stats: undefined, _unknownFields: {} };
}

export const ContainerStatsResponse: MessageFns<ContainerStatsResponse> = {
  encode(message: ContainerStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.stats !== undefined) {
      ContainerStats.encode(message.stats, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.stats = ContainerStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatsResponse>): ContainerStatsResponse {
    return ContainerStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatsResponse>): ContainerStatsResponse {
    const message = createBaseContainerStatsResponse();
    message.stats = (object.stats !== undefined && object.stats !== null)
      ? ContainerStats.fromPartial(object.stats)
      : undefined;
    return message;
  },
};

function createBaseListContainerStatsRequest(): ListContainerStatsRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const ListContainerStatsRequest: MessageFns<ListContainerStatsRequest> = {
  encode(message: ListContainerStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ContainerStatsFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListContainerStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListContainerStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ContainerStatsFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListContainerStatsRequest>): ListContainerStatsRequest {
    return ListContainerStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListContainerStatsRequest>): ListContainerStatsRequest {
    const message = createBaseListContainerStatsRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ContainerStatsFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseContainerStatsFilter(): ContainerStatsFilter {
  return { id: "", podSandboxId: "", labelSelector: {}, _unknownFields: {} };
}

export const ContainerStatsFilter: MessageFns<ContainerStatsFilter> = {
  encode(message: ContainerStatsFilter, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.podSandboxId !== "") {
      writer.uint32(18).string(message.podSandboxId);
    }
    globalThis.Object.entries(message.labelSelector).forEach(([key, value]: [string, string]) => {
      ContainerStatsFilter_LabelSelectorEntry.encode({ key: key as any, value }, writer.uint32(26).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatsFilter {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatsFilter();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            const entry3 = ContainerStatsFilter_LabelSelectorEntry.decode(reader, reader.uint32());
            if (entry3.value !== undefined) {
              message.labelSelector[entry3.key] = entry3.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatsFilter>): ContainerStatsFilter {
    return ContainerStatsFilter.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatsFilter>): ContainerStatsFilter {
    const message = createBaseContainerStatsFilter();
    message.id = object.id ?? "";
    message.podSandboxId = object.podSandboxId ?? "";
    message.labelSelector = (globalThis.Object.entries(object.labelSelector ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseContainerStatsFilter_LabelSelectorEntry(): ContainerStatsFilter_LabelSelectorEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerStatsFilter_LabelSelectorEntry: MessageFns<ContainerStatsFilter_LabelSelectorEntry> = {
  encode(message: ContainerStatsFilter_LabelSelectorEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStatsFilter_LabelSelectorEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStatsFilter_LabelSelectorEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStatsFilter_LabelSelectorEntry>): ContainerStatsFilter_LabelSelectorEntry {
    return ContainerStatsFilter_LabelSelectorEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStatsFilter_LabelSelectorEntry>): ContainerStatsFilter_LabelSelectorEntry {
    const message = createBaseContainerStatsFilter_LabelSelectorEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseListContainerStatsResponse(): ListContainerStatsResponse {
  return { stats: [], _unknownFields: {} };
}

export const ListContainerStatsResponse: MessageFns<ListContainerStatsResponse> = {
  encode(message: ListContainerStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.stats) {
      ContainerStats.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListContainerStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListContainerStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.stats.push(ContainerStats.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListContainerStatsResponse>): ListContainerStatsResponse {
    return ListContainerStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListContainerStatsResponse>): ListContainerStatsResponse {
    const message = createBaseListContainerStatsResponse();
    message.stats = object.stats?.map((e) => ContainerStats.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamContainerStatsRequest(): StreamContainerStatsRequest {
  return { filter: undefined, _unknownFields: {} };
}

export const StreamContainerStatsRequest: MessageFns<StreamContainerStatsRequest> = {
  encode(message: StreamContainerStatsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.filter !== undefined) {
      ContainerStatsFilter.encode(message.filter, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamContainerStatsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamContainerStatsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.filter = ContainerStatsFilter.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamContainerStatsRequest>): StreamContainerStatsRequest {
    return StreamContainerStatsRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamContainerStatsRequest>): StreamContainerStatsRequest {
    const message = createBaseStreamContainerStatsRequest();
    message.filter = (object.filter !== undefined && object.filter !== null)
      ? ContainerStatsFilter.fromPartial(object.filter)
      : undefined;
    return message;
  },
};

function createBaseStreamContainerStatsResponse(): StreamContainerStatsResponse {
  return { containerStats: [], _unknownFields: {} };
}

export const StreamContainerStatsResponse: MessageFns<StreamContainerStatsResponse> = {
  encode(message: StreamContainerStatsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.containerStats) {
      ContainerStats.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamContainerStatsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamContainerStatsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerStats.push(ContainerStats.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamContainerStatsResponse>): StreamContainerStatsResponse {
    return StreamContainerStatsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamContainerStatsResponse>): StreamContainerStatsResponse {
    const message = createBaseStreamContainerStatsResponse();
    message.containerStats = object.containerStats?.map((e) => ContainerStats.fromPartial(e)) || [];
    return message;
  },
};

function createBaseContainerAttributes(): ContainerAttributes {
  return { id: "", metadata: undefined, labels: {}, annotations: {}, _unknownFields: {} };
}

export const ContainerAttributes: MessageFns<ContainerAttributes> = {
  encode(message: ContainerAttributes, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.id !== "") {
      writer.uint32(10).string(message.id);
    }
    if (message.metadata !== undefined) {
      ContainerMetadata.encode(message.metadata, writer.uint32(18).fork()).join();
    }
    globalThis.Object.entries(message.labels).forEach(([key, value]: [string, string]) => {
      ContainerAttributes_LabelsEntry.encode({ key: key as any, value }, writer.uint32(26).fork()).join();
    });
    globalThis.Object.entries(message.annotations).forEach(([key, value]: [string, string]) => {
      ContainerAttributes_AnnotationsEntry.encode({ key: key as any, value }, writer.uint32(34).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerAttributes {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerAttributes();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.id = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metadata = ContainerMetadata.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            const entry3 = ContainerAttributes_LabelsEntry.decode(reader, reader.uint32());
            if (entry3.value !== undefined) {
              message.labels[entry3.key] = entry3.value;
            }
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = ContainerAttributes_AnnotationsEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.annotations[entry4.key] = entry4.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerAttributes>): ContainerAttributes {
    return ContainerAttributes.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerAttributes>): ContainerAttributes {
    const message = createBaseContainerAttributes();
    message.id = object.id ?? "";
    message.metadata = (object.metadata !== undefined && object.metadata !== null)
      ? ContainerMetadata.fromPartial(object.metadata)
      : undefined;
    message.labels = (globalThis.Object.entries(object.labels ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.annotations = (globalThis.Object.entries(object.annotations ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseContainerAttributes_LabelsEntry(): ContainerAttributes_LabelsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerAttributes_LabelsEntry: MessageFns<ContainerAttributes_LabelsEntry> = {
  encode(message: ContainerAttributes_LabelsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerAttributes_LabelsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerAttributes_LabelsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerAttributes_LabelsEntry>): ContainerAttributes_LabelsEntry {
    return ContainerAttributes_LabelsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerAttributes_LabelsEntry>): ContainerAttributes_LabelsEntry {
    const message = createBaseContainerAttributes_LabelsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerAttributes_AnnotationsEntry(): ContainerAttributes_AnnotationsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const ContainerAttributes_AnnotationsEntry: MessageFns<ContainerAttributes_AnnotationsEntry> = {
  encode(message: ContainerAttributes_AnnotationsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerAttributes_AnnotationsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerAttributes_AnnotationsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerAttributes_AnnotationsEntry>): ContainerAttributes_AnnotationsEntry {
    return ContainerAttributes_AnnotationsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerAttributes_AnnotationsEntry>): ContainerAttributes_AnnotationsEntry {
    const message = createBaseContainerAttributes_AnnotationsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseContainerStats(): ContainerStats {
  return {
    attributes: undefined,
    cpu: undefined,
    memory: undefined,
    writableLayer: undefined,
    swap: undefined,
    io: undefined,
    _unknownFields: {},
  };
}

export const ContainerStats: MessageFns<ContainerStats> = {
  encode(message: ContainerStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.attributes !== undefined) {
      ContainerAttributes.encode(message.attributes, writer.uint32(10).fork()).join();
    }
    if (message.cpu !== undefined) {
      CpuUsage.encode(message.cpu, writer.uint32(18).fork()).join();
    }
    if (message.memory !== undefined) {
      MemoryUsage.encode(message.memory, writer.uint32(26).fork()).join();
    }
    if (message.writableLayer !== undefined) {
      FilesystemUsage.encode(message.writableLayer, writer.uint32(34).fork()).join();
    }
    if (message.swap !== undefined) {
      SwapUsage.encode(message.swap, writer.uint32(42).fork()).join();
    }
    if (message.io !== undefined) {
      IoUsage.encode(message.io, writer.uint32(50).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.attributes = ContainerAttributes.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.cpu = CpuUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.memory = MemoryUsage.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.writableLayer = FilesystemUsage.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.swap = SwapUsage.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.io = IoUsage.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerStats>): ContainerStats {
    return ContainerStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerStats>): ContainerStats {
    const message = createBaseContainerStats();
    message.attributes = (object.attributes !== undefined && object.attributes !== null)
      ? ContainerAttributes.fromPartial(object.attributes)
      : undefined;
    message.cpu = (object.cpu !== undefined && object.cpu !== null) ? CpuUsage.fromPartial(object.cpu) : undefined;
    message.memory = (object.memory !== undefined && object.memory !== null)
      ? MemoryUsage.fromPartial(object.memory)
      : undefined;
    message.writableLayer = (object.writableLayer !== undefined && object.writableLayer !== null)
      ? FilesystemUsage.fromPartial(object.writableLayer)
      : undefined;
    message.swap = (object.swap !== undefined && object.swap !== null) ? SwapUsage.fromPartial(object.swap) : undefined;
    message.io = (object.io !== undefined && object.io !== null) ? IoUsage.fromPartial(object.io) : undefined;
    return message;
  },
};

function createBaseWindowsContainerStats(): WindowsContainerStats {
  return { attributes: undefined, cpu: undefined, memory: undefined, writableLayer: undefined, _unknownFields: {} };
}

export const WindowsContainerStats: MessageFns<WindowsContainerStats> = {
  encode(message: WindowsContainerStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.attributes !== undefined) {
      ContainerAttributes.encode(message.attributes, writer.uint32(10).fork()).join();
    }
    if (message.cpu !== undefined) {
      WindowsCpuUsage.encode(message.cpu, writer.uint32(18).fork()).join();
    }
    if (message.memory !== undefined) {
      WindowsMemoryUsage.encode(message.memory, writer.uint32(26).fork()).join();
    }
    if (message.writableLayer !== undefined) {
      WindowsFilesystemUsage.encode(message.writableLayer, writer.uint32(34).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsContainerStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsContainerStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.attributes = ContainerAttributes.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.cpu = WindowsCpuUsage.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.memory = WindowsMemoryUsage.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.writableLayer = WindowsFilesystemUsage.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsContainerStats>): WindowsContainerStats {
    return WindowsContainerStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsContainerStats>): WindowsContainerStats {
    const message = createBaseWindowsContainerStats();
    message.attributes = (object.attributes !== undefined && object.attributes !== null)
      ? ContainerAttributes.fromPartial(object.attributes)
      : undefined;
    message.cpu = (object.cpu !== undefined && object.cpu !== null)
      ? WindowsCpuUsage.fromPartial(object.cpu)
      : undefined;
    message.memory = (object.memory !== undefined && object.memory !== null)
      ? WindowsMemoryUsage.fromPartial(object.memory)
      : undefined;
    message.writableLayer = (object.writableLayer !== undefined && object.writableLayer !== null)
      ? WindowsFilesystemUsage.fromPartial(object.writableLayer)
      : undefined;
    return message;
  },
};

function createBasePsiStats(): PsiStats {
  return { Full: undefined, Some: undefined, _unknownFields: {} };
}

export const PsiStats: MessageFns<PsiStats> = {
  encode(message: PsiStats, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.Full !== undefined) {
      PsiData.encode(message.Full, writer.uint32(10).fork()).join();
    }
    if (message.Some !== undefined) {
      PsiData.encode(message.Some, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PsiStats {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePsiStats();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.Full = PsiData.decode(reader, reader.uint32());
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.Some = PsiData.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PsiStats>): PsiStats {
    return PsiStats.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PsiStats>): PsiStats {
    const message = createBasePsiStats();
    message.Full = (object.Full !== undefined && object.Full !== null) ? PsiData.fromPartial(object.Full) : undefined;
    message.Some = (object.Some !== undefined && object.Some !== null) ? PsiData.fromPartial(object.Some) : undefined;
    return message;
  },
};

function createBasePsiData(): PsiData {
  return { Total: 0n, Avg10: 0, Avg60: 0, Avg300: 0, _unknownFields: {} };
}

export const PsiData: MessageFns<PsiData> = {
  encode(message: PsiData, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.Total !== 0n) {
      if (BigInt.asUintN(64, message.Total) !== message.Total) {
        throw new globalThis.Error("value provided for field message.Total of type uint64 too large");
      }
      writer.uint32(8).uint64(message.Total);
    }
    if (message.Avg10 !== 0) {
      writer.uint32(17).double(message.Avg10);
    }
    if (message.Avg60 !== 0) {
      writer.uint32(25).double(message.Avg60);
    }
    if (message.Avg300 !== 0) {
      writer.uint32(33).double(message.Avg300);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PsiData {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePsiData();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.Total = reader.uint64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 17) {
              break;
            }

            message.Avg10 = reader.double();
            continue;
          }
          case 3: {
            if (tag !== 25) {
              break;
            }

            message.Avg60 = reader.double();
            continue;
          }
          case 4: {
            if (tag !== 33) {
              break;
            }

            message.Avg300 = reader.double();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PsiData>): PsiData {
    return PsiData.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PsiData>): PsiData {
    const message = createBasePsiData();
    message.Total = (object.Total !== undefined && object.Total !== null) ? BigInt(object.Total) : 0n;
    message.Avg10 = object.Avg10 ?? 0;
    message.Avg60 = object.Avg60 ?? 0;
    message.Avg300 = object.Avg300 ?? 0;
    return message;
  },
};

function createBaseCpuUsage(): CpuUsage {
  return {
    timestamp: 0n,
    usageCoreNanoSeconds: undefined,
    usageNanoCores: undefined,
    psi: undefined,
    _unknownFields: {},
  };
}

export const CpuUsage: MessageFns<CpuUsage> = {
  encode(message: CpuUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.usageCoreNanoSeconds !== undefined) {
      UInt64Value.encode(message.usageCoreNanoSeconds, writer.uint32(18).fork()).join();
    }
    if (message.usageNanoCores !== undefined) {
      UInt64Value.encode(message.usageNanoCores, writer.uint32(26).fork()).join();
    }
    if (message.psi !== undefined) {
      PsiStats.encode(message.psi, writer.uint32(34).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CpuUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCpuUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.usageCoreNanoSeconds = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.usageNanoCores = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.psi = PsiStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CpuUsage>): CpuUsage {
    return CpuUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CpuUsage>): CpuUsage {
    const message = createBaseCpuUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.usageCoreNanoSeconds = (object.usageCoreNanoSeconds !== undefined && object.usageCoreNanoSeconds !== null)
      ? UInt64Value.fromPartial(object.usageCoreNanoSeconds)
      : undefined;
    message.usageNanoCores = (object.usageNanoCores !== undefined && object.usageNanoCores !== null)
      ? UInt64Value.fromPartial(object.usageNanoCores)
      : undefined;
    message.psi = (object.psi !== undefined && object.psi !== null) ? PsiStats.fromPartial(object.psi) : undefined;
    return message;
  },
};

function createBaseWindowsCpuUsage(): WindowsCpuUsage {
  return { timestamp: 0n, usageCoreNanoSeconds: undefined, usageNanoCores: undefined, _unknownFields: {} };
}

export const WindowsCpuUsage: MessageFns<WindowsCpuUsage> = {
  encode(message: WindowsCpuUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.usageCoreNanoSeconds !== undefined) {
      UInt64Value.encode(message.usageCoreNanoSeconds, writer.uint32(18).fork()).join();
    }
    if (message.usageNanoCores !== undefined) {
      UInt64Value.encode(message.usageNanoCores, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsCpuUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsCpuUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.usageCoreNanoSeconds = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.usageNanoCores = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsCpuUsage>): WindowsCpuUsage {
    return WindowsCpuUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsCpuUsage>): WindowsCpuUsage {
    const message = createBaseWindowsCpuUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.usageCoreNanoSeconds = (object.usageCoreNanoSeconds !== undefined && object.usageCoreNanoSeconds !== null)
      ? UInt64Value.fromPartial(object.usageCoreNanoSeconds)
      : undefined;
    message.usageNanoCores = (object.usageNanoCores !== undefined && object.usageNanoCores !== null)
      ? UInt64Value.fromPartial(object.usageNanoCores)
      : undefined;
    return message;
  },
};

function createBaseMemoryUsage(): MemoryUsage {
  return {
    timestamp: 0n,
    workingSetBytes: undefined,
    availableBytes: undefined,
    usageBytes: undefined,
    rssBytes: undefined,
    pageFaults: undefined,
    majorPageFaults: undefined,
    psi: undefined,
    _unknownFields: {},
  };
}

export const MemoryUsage: MessageFns<MemoryUsage> = {
  encode(message: MemoryUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.workingSetBytes !== undefined) {
      UInt64Value.encode(message.workingSetBytes, writer.uint32(18).fork()).join();
    }
    if (message.availableBytes !== undefined) {
      UInt64Value.encode(message.availableBytes, writer.uint32(26).fork()).join();
    }
    if (message.usageBytes !== undefined) {
      UInt64Value.encode(message.usageBytes, writer.uint32(34).fork()).join();
    }
    if (message.rssBytes !== undefined) {
      UInt64Value.encode(message.rssBytes, writer.uint32(42).fork()).join();
    }
    if (message.pageFaults !== undefined) {
      UInt64Value.encode(message.pageFaults, writer.uint32(50).fork()).join();
    }
    if (message.majorPageFaults !== undefined) {
      UInt64Value.encode(message.majorPageFaults, writer.uint32(58).fork()).join();
    }
    if (message.psi !== undefined) {
      PsiStats.encode(message.psi, writer.uint32(66).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): MemoryUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseMemoryUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.workingSetBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.availableBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.usageBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.rssBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.pageFaults = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.majorPageFaults = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 8: {
            if (tag !== 66) {
              break;
            }

            message.psi = PsiStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<MemoryUsage>): MemoryUsage {
    return MemoryUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<MemoryUsage>): MemoryUsage {
    const message = createBaseMemoryUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.workingSetBytes = (object.workingSetBytes !== undefined && object.workingSetBytes !== null)
      ? UInt64Value.fromPartial(object.workingSetBytes)
      : undefined;
    message.availableBytes = (object.availableBytes !== undefined && object.availableBytes !== null)
      ? UInt64Value.fromPartial(object.availableBytes)
      : undefined;
    message.usageBytes = (object.usageBytes !== undefined && object.usageBytes !== null)
      ? UInt64Value.fromPartial(object.usageBytes)
      : undefined;
    message.rssBytes = (object.rssBytes !== undefined && object.rssBytes !== null)
      ? UInt64Value.fromPartial(object.rssBytes)
      : undefined;
    message.pageFaults = (object.pageFaults !== undefined && object.pageFaults !== null)
      ? UInt64Value.fromPartial(object.pageFaults)
      : undefined;
    message.majorPageFaults = (object.majorPageFaults !== undefined && object.majorPageFaults !== null)
      ? UInt64Value.fromPartial(object.majorPageFaults)
      : undefined;
    message.psi = (object.psi !== undefined && object.psi !== null) ? PsiStats.fromPartial(object.psi) : undefined;
    return message;
  },
};

function createBaseIoUsage(): IoUsage {
  return { timestamp: 0n, psi: undefined, _unknownFields: {} };
}

export const IoUsage: MessageFns<IoUsage> = {
  encode(message: IoUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.psi !== undefined) {
      PsiStats.encode(message.psi, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): IoUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseIoUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.psi = PsiStats.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<IoUsage>): IoUsage {
    return IoUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<IoUsage>): IoUsage {
    const message = createBaseIoUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.psi = (object.psi !== undefined && object.psi !== null) ? PsiStats.fromPartial(object.psi) : undefined;
    return message;
  },
};

function createBaseSwapUsage(): SwapUsage {
  return { timestamp: 0n, swapAvailableBytes: undefined, swapUsageBytes: undefined, _unknownFields: {} };
}

export const SwapUsage: MessageFns<SwapUsage> = {
  encode(message: SwapUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.swapAvailableBytes !== undefined) {
      UInt64Value.encode(message.swapAvailableBytes, writer.uint32(18).fork()).join();
    }
    if (message.swapUsageBytes !== undefined) {
      UInt64Value.encode(message.swapUsageBytes, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): SwapUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseSwapUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.swapAvailableBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.swapUsageBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<SwapUsage>): SwapUsage {
    return SwapUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<SwapUsage>): SwapUsage {
    const message = createBaseSwapUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.swapAvailableBytes = (object.swapAvailableBytes !== undefined && object.swapAvailableBytes !== null)
      ? UInt64Value.fromPartial(object.swapAvailableBytes)
      : undefined;
    message.swapUsageBytes = (object.swapUsageBytes !== undefined && object.swapUsageBytes !== null)
      ? UInt64Value.fromPartial(object.swapUsageBytes)
      : undefined;
    return message;
  },
};

function createBaseWindowsMemoryUsage(): WindowsMemoryUsage {
  return {
    timestamp: 0n,
    workingSetBytes: undefined,
    availableBytes: undefined,
    pageFaults: undefined,
    commitMemoryBytes: undefined,
    _unknownFields: {},
  };
}

export const WindowsMemoryUsage: MessageFns<WindowsMemoryUsage> = {
  encode(message: WindowsMemoryUsage, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(8).int64(message.timestamp);
    }
    if (message.workingSetBytes !== undefined) {
      UInt64Value.encode(message.workingSetBytes, writer.uint32(18).fork()).join();
    }
    if (message.availableBytes !== undefined) {
      UInt64Value.encode(message.availableBytes, writer.uint32(26).fork()).join();
    }
    if (message.pageFaults !== undefined) {
      UInt64Value.encode(message.pageFaults, writer.uint32(34).fork()).join();
    }
    if (message.commitMemoryBytes !== undefined) {
      UInt64Value.encode(message.commitMemoryBytes, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): WindowsMemoryUsage {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseWindowsMemoryUsage();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.workingSetBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.availableBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.pageFaults = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.commitMemoryBytes = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<WindowsMemoryUsage>): WindowsMemoryUsage {
    return WindowsMemoryUsage.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<WindowsMemoryUsage>): WindowsMemoryUsage {
    const message = createBaseWindowsMemoryUsage();
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.workingSetBytes = (object.workingSetBytes !== undefined && object.workingSetBytes !== null)
      ? UInt64Value.fromPartial(object.workingSetBytes)
      : undefined;
    message.availableBytes = (object.availableBytes !== undefined && object.availableBytes !== null)
      ? UInt64Value.fromPartial(object.availableBytes)
      : undefined;
    message.pageFaults = (object.pageFaults !== undefined && object.pageFaults !== null)
      ? UInt64Value.fromPartial(object.pageFaults)
      : undefined;
    message.commitMemoryBytes = (object.commitMemoryBytes !== undefined && object.commitMemoryBytes !== null)
      ? UInt64Value.fromPartial(object.commitMemoryBytes)
      : undefined;
    return message;
  },
};

function createBaseReopenContainerLogRequest(): ReopenContainerLogRequest {
  return { containerId: "", _unknownFields: {} };
}

export const ReopenContainerLogRequest: MessageFns<ReopenContainerLogRequest> = {
  encode(message: ReopenContainerLogRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ReopenContainerLogRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseReopenContainerLogRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ReopenContainerLogRequest>): ReopenContainerLogRequest {
    return ReopenContainerLogRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ReopenContainerLogRequest>): ReopenContainerLogRequest {
    const message = createBaseReopenContainerLogRequest();
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseReopenContainerLogResponse(): ReopenContainerLogResponse {
  return { _unknownFields: {} };
}

export const ReopenContainerLogResponse: MessageFns<ReopenContainerLogResponse> = {
  encode(message: ReopenContainerLogResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ReopenContainerLogResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseReopenContainerLogResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ReopenContainerLogResponse>): ReopenContainerLogResponse {
    return ReopenContainerLogResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<ReopenContainerLogResponse>): ReopenContainerLogResponse {
    const message = createBaseReopenContainerLogResponse();
    return message;
  },
};

function createBaseCheckpointContainerRequest(): CheckpointContainerRequest {
  return { containerId: "", location: "", timeout: 0n, _unknownFields: {} };
}

export const CheckpointContainerRequest: MessageFns<CheckpointContainerRequest> = {
  encode(message: CheckpointContainerRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.location !== "") {
      writer.uint32(18).string(message.location);
    }
    if (message.timeout !== 0n) {
      if (BigInt.asIntN(64, message.timeout) !== message.timeout) {
        throw new globalThis.Error("value provided for field message.timeout of type int64 too large");
      }
      writer.uint32(24).int64(message.timeout);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CheckpointContainerRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCheckpointContainerRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.location = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.timeout = reader.int64() as bigint;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CheckpointContainerRequest>): CheckpointContainerRequest {
    return CheckpointContainerRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CheckpointContainerRequest>): CheckpointContainerRequest {
    const message = createBaseCheckpointContainerRequest();
    message.containerId = object.containerId ?? "";
    message.location = object.location ?? "";
    message.timeout = (object.timeout !== undefined && object.timeout !== null) ? BigInt(object.timeout) : 0n;
    return message;
  },
};

function createBaseCheckpointContainerResponse(): CheckpointContainerResponse {
  return { _unknownFields: {} };
}

export const CheckpointContainerResponse: MessageFns<CheckpointContainerResponse> = {
  encode(message: CheckpointContainerResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CheckpointContainerResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCheckpointContainerResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CheckpointContainerResponse>): CheckpointContainerResponse {
    return CheckpointContainerResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<CheckpointContainerResponse>): CheckpointContainerResponse {
    const message = createBaseCheckpointContainerResponse();
    return message;
  },
};

function createBaseCheckpointPodRequest(): CheckpointPodRequest {
  return { podSandboxId: "", outputPath: "", containerIds: [], options: {}, _unknownFields: {} };
}

export const CheckpointPodRequest: MessageFns<CheckpointPodRequest> = {
  encode(message: CheckpointPodRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message.outputPath !== "") {
      writer.uint32(18).string(message.outputPath);
    }
    for (const v of message.containerIds) {
      writer.uint32(26).string(v!);
    }
    globalThis.Object.entries(message.options).forEach(([key, value]: [string, string]) => {
      CheckpointPodRequest_OptionsEntry.encode({ key: key as any, value }, writer.uint32(34).fork()).join();
    });
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CheckpointPodRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCheckpointPodRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.outputPath = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.containerIds.push(reader.string());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = CheckpointPodRequest_OptionsEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.options[entry4.key] = entry4.value;
            }
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CheckpointPodRequest>): CheckpointPodRequest {
    return CheckpointPodRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CheckpointPodRequest>): CheckpointPodRequest {
    const message = createBaseCheckpointPodRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    message.outputPath = object.outputPath ?? "";
    message.containerIds = object.containerIds?.map((e) => e) || [];
    message.options = (globalThis.Object.entries(object.options ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseCheckpointPodRequest_OptionsEntry(): CheckpointPodRequest_OptionsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const CheckpointPodRequest_OptionsEntry: MessageFns<CheckpointPodRequest_OptionsEntry> = {
  encode(message: CheckpointPodRequest_OptionsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CheckpointPodRequest_OptionsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCheckpointPodRequest_OptionsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CheckpointPodRequest_OptionsEntry>): CheckpointPodRequest_OptionsEntry {
    return CheckpointPodRequest_OptionsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<CheckpointPodRequest_OptionsEntry>): CheckpointPodRequest_OptionsEntry {
    const message = createBaseCheckpointPodRequest_OptionsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseCheckpointPodResponse(): CheckpointPodResponse {
  return { _unknownFields: {} };
}

export const CheckpointPodResponse: MessageFns<CheckpointPodResponse> = {
  encode(message: CheckpointPodResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): CheckpointPodResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseCheckpointPodResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<CheckpointPodResponse>): CheckpointPodResponse {
    return CheckpointPodResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<CheckpointPodResponse>): CheckpointPodResponse {
    const message = createBaseCheckpointPodResponse();
    return message;
  },
};

function createBaseRestorePodRequest(): RestorePodRequest {
  return {
    checkpointPath: "",
    config: undefined,
    runtimeHandler: "",
    options: {},
    containerConfigs: [],
    _unknownFields: {},
  };
}

export const RestorePodRequest: MessageFns<RestorePodRequest> = {
  encode(message: RestorePodRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.checkpointPath !== "") {
      writer.uint32(10).string(message.checkpointPath);
    }
    if (message.config !== undefined) {
      PodSandboxConfig.encode(message.config, writer.uint32(18).fork()).join();
    }
    if (message.runtimeHandler !== "") {
      writer.uint32(26).string(message.runtimeHandler);
    }
    globalThis.Object.entries(message.options).forEach(([key, value]: [string, string]) => {
      RestorePodRequest_OptionsEntry.encode({ key: key as any, value }, writer.uint32(34).fork()).join();
    });
    for (const v of message.containerConfigs) {
      ContainerConfig.encode(v!, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RestorePodRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRestorePodRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.checkpointPath = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.config = PodSandboxConfig.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.runtimeHandler = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            const entry4 = RestorePodRequest_OptionsEntry.decode(reader, reader.uint32());
            if (entry4.value !== undefined) {
              message.options[entry4.key] = entry4.value;
            }
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.containerConfigs.push(ContainerConfig.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RestorePodRequest>): RestorePodRequest {
    return RestorePodRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RestorePodRequest>): RestorePodRequest {
    const message = createBaseRestorePodRequest();
    message.checkpointPath = object.checkpointPath ?? "";
    message.config = (object.config !== undefined && object.config !== null)
      ? PodSandboxConfig.fromPartial(object.config)
      : undefined;
    message.runtimeHandler = object.runtimeHandler ?? "";
    message.options = (globalThis.Object.entries(object.options ?? {}) as [string, string][]).reduce(
      (acc: { [key: string]: string }, [key, value]: [string, string]) => {
        if (value !== undefined) {
          acc[key] = globalThis.String(value);
        }
        return acc;
      },
      {},
    );
    message.containerConfigs = object.containerConfigs?.map((e) => ContainerConfig.fromPartial(e)) || [];
    return message;
  },
};

function createBaseRestorePodRequest_OptionsEntry(): RestorePodRequest_OptionsEntry {
  return { key: "", value: "", _unknownFields: {} };
}

export const RestorePodRequest_OptionsEntry: MessageFns<RestorePodRequest_OptionsEntry> = {
  encode(message: RestorePodRequest_OptionsEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== "") {
      writer.uint32(18).string(message.value);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RestorePodRequest_OptionsEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRestorePodRequest_OptionsEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RestorePodRequest_OptionsEntry>): RestorePodRequest_OptionsEntry {
    return RestorePodRequest_OptionsEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RestorePodRequest_OptionsEntry>): RestorePodRequest_OptionsEntry {
    const message = createBaseRestorePodRequest_OptionsEntry();
    message.key = object.key ?? "";
    message.value = object.value ?? "";
    return message;
  },
};

function createBaseRestoredContainer(): RestoredContainer {
  return { name: "", containerId: "", _unknownFields: {} };
}

export const RestoredContainer: MessageFns<RestoredContainer> = {
  encode(message: RestoredContainer, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.containerId !== "") {
      writer.uint32(18).string(message.containerId);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RestoredContainer {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRestoredContainer();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RestoredContainer>): RestoredContainer {
    return RestoredContainer.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RestoredContainer>): RestoredContainer {
    const message = createBaseRestoredContainer();
    message.name = object.name ?? "";
    message.containerId = object.containerId ?? "";
    return message;
  },
};

function createBaseRestorePodResponse(): RestorePodResponse {
  return { podSandboxId: "", restoredContainers: [], _unknownFields: {} };
}

export const RestorePodResponse: MessageFns<RestorePodResponse> = {
  encode(message: RestorePodResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    for (const v of message.restoredContainers) {
      RestoredContainer.encode(v!, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RestorePodResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRestorePodResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.restoredContainers.push(RestoredContainer.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RestorePodResponse>): RestorePodResponse {
    return RestorePodResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RestorePodResponse>): RestorePodResponse {
    const message = createBaseRestorePodResponse();
    message.podSandboxId = object.podSandboxId ?? "";
    message.restoredContainers = object.restoredContainers?.map((e) => RestoredContainer.fromPartial(e)) || [];
    return message;
  },
};

function createBaseGetEventsRequest(): GetEventsRequest {
  return { _unknownFields: {} };
}

export const GetEventsRequest: MessageFns<GetEventsRequest> = {
  encode(message: GetEventsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): GetEventsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseGetEventsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<GetEventsRequest>): GetEventsRequest {
    return GetEventsRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<GetEventsRequest>): GetEventsRequest {
    const message = createBaseGetEventsRequest();
    return message;
  },
};

function createBaseContainerEventResponse(): ContainerEventResponse {
  return {
    containerId: "",
    containerEventType: 0,
    createdAt: 0n,
    podSandboxStatus: undefined,
    containersStatuses: [],
    _unknownFields: {},
  };
}

export const ContainerEventResponse: MessageFns<ContainerEventResponse> = {
  encode(message: ContainerEventResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    if (message.containerEventType !== 0) {
      writer.uint32(16).int32(message.containerEventType);
    }
    if (message.createdAt !== 0n) {
      if (BigInt.asIntN(64, message.createdAt) !== message.createdAt) {
        throw new globalThis.Error("value provided for field message.createdAt of type int64 too large");
      }
      writer.uint32(24).int64(message.createdAt);
    }
    if (message.podSandboxStatus !== undefined) {
      PodSandboxStatus.encode(message.podSandboxStatus, writer.uint32(34).fork()).join();
    }
    for (const v of message.containersStatuses) {
      ContainerStatus.encode(v!, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerEventResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerEventResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.containerEventType = reader.int32() as any;
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.createdAt = reader.int64() as bigint;
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.podSandboxStatus = PodSandboxStatus.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.containersStatuses.push(ContainerStatus.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerEventResponse>): ContainerEventResponse {
    return ContainerEventResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerEventResponse>): ContainerEventResponse {
    const message = createBaseContainerEventResponse();
    message.containerId = object.containerId ?? "";
    message.containerEventType = object.containerEventType ?? 0;
    message.createdAt = (object.createdAt !== undefined && object.createdAt !== null) ? BigInt(object.createdAt) : 0n;
    message.podSandboxStatus = (object.podSandboxStatus !== undefined && object.podSandboxStatus !== null)
      ? PodSandboxStatus.fromPartial(object.podSandboxStatus)
      : undefined;
    message.containersStatuses = object.containersStatuses?.map((e) => ContainerStatus.fromPartial(e)) || [];
    return message;
  },
};

function createBaseListMetricDescriptorsRequest(): ListMetricDescriptorsRequest {
  return { _unknownFields: {} };
}

export const ListMetricDescriptorsRequest: MessageFns<ListMetricDescriptorsRequest> = {
  encode(message: ListMetricDescriptorsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListMetricDescriptorsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListMetricDescriptorsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListMetricDescriptorsRequest>): ListMetricDescriptorsRequest {
    return ListMetricDescriptorsRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<ListMetricDescriptorsRequest>): ListMetricDescriptorsRequest {
    const message = createBaseListMetricDescriptorsRequest();
    return message;
  },
};

function createBaseListMetricDescriptorsResponse(): ListMetricDescriptorsResponse {
  return { descriptors: [], _unknownFields: {} };
}

export const ListMetricDescriptorsResponse: MessageFns<ListMetricDescriptorsResponse> = {
  encode(message: ListMetricDescriptorsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.descriptors) {
      MetricDescriptor.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListMetricDescriptorsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListMetricDescriptorsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.descriptors.push(MetricDescriptor.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListMetricDescriptorsResponse>): ListMetricDescriptorsResponse {
    return ListMetricDescriptorsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListMetricDescriptorsResponse>): ListMetricDescriptorsResponse {
    const message = createBaseListMetricDescriptorsResponse();
    message.descriptors = object.descriptors?.map((e) => MetricDescriptor.fromPartial(e)) || [];
    return message;
  },
};

function createBaseMetricDescriptor(): MetricDescriptor {
  return { name: "", help: "", labelKeys: [], _unknownFields: {} };
}

export const MetricDescriptor: MessageFns<MetricDescriptor> = {
  encode(message: MetricDescriptor, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.help !== "") {
      writer.uint32(18).string(message.help);
    }
    for (const v of message.labelKeys) {
      writer.uint32(26).string(v!);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): MetricDescriptor {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseMetricDescriptor();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.help = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.labelKeys.push(reader.string());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<MetricDescriptor>): MetricDescriptor {
    return MetricDescriptor.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<MetricDescriptor>): MetricDescriptor {
    const message = createBaseMetricDescriptor();
    message.name = object.name ?? "";
    message.help = object.help ?? "";
    message.labelKeys = object.labelKeys?.map((e) => e) || [];
    return message;
  },
};

function createBaseListPodSandboxMetricsRequest(): ListPodSandboxMetricsRequest {
  return { _unknownFields: {} };
}

export const ListPodSandboxMetricsRequest: MessageFns<ListPodSandboxMetricsRequest> = {
  encode(message: ListPodSandboxMetricsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxMetricsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxMetricsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxMetricsRequest>): ListPodSandboxMetricsRequest {
    return ListPodSandboxMetricsRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<ListPodSandboxMetricsRequest>): ListPodSandboxMetricsRequest {
    const message = createBaseListPodSandboxMetricsRequest();
    return message;
  },
};

function createBaseListPodSandboxMetricsResponse(): ListPodSandboxMetricsResponse {
  return { podMetrics: [], _unknownFields: {} };
}

export const ListPodSandboxMetricsResponse: MessageFns<ListPodSandboxMetricsResponse> = {
  encode(message: ListPodSandboxMetricsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.podMetrics) {
      PodSandboxMetrics.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListPodSandboxMetricsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListPodSandboxMetricsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podMetrics.push(PodSandboxMetrics.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListPodSandboxMetricsResponse>): ListPodSandboxMetricsResponse {
    return ListPodSandboxMetricsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListPodSandboxMetricsResponse>): ListPodSandboxMetricsResponse {
    const message = createBaseListPodSandboxMetricsResponse();
    message.podMetrics = object.podMetrics?.map((e) => PodSandboxMetrics.fromPartial(e)) || [];
    return message;
  },
};

function createBaseStreamPodSandboxMetricsRequest(): StreamPodSandboxMetricsRequest {
  return { _unknownFields: {} };
}

export const StreamPodSandboxMetricsRequest: MessageFns<StreamPodSandboxMetricsRequest> = {
  encode(message: StreamPodSandboxMetricsRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxMetricsRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxMetricsRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxMetricsRequest>): StreamPodSandboxMetricsRequest {
    return StreamPodSandboxMetricsRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<StreamPodSandboxMetricsRequest>): StreamPodSandboxMetricsRequest {
    const message = createBaseStreamPodSandboxMetricsRequest();
    return message;
  },
};

function createBaseStreamPodSandboxMetricsResponse(): StreamPodSandboxMetricsResponse {
  return { podSandboxMetrics: [], _unknownFields: {} };
}

export const StreamPodSandboxMetricsResponse: MessageFns<StreamPodSandboxMetricsResponse> = {
  encode(message: StreamPodSandboxMetricsResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.podSandboxMetrics) {
      PodSandboxMetrics.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): StreamPodSandboxMetricsResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseStreamPodSandboxMetricsResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxMetrics.push(PodSandboxMetrics.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<StreamPodSandboxMetricsResponse>): StreamPodSandboxMetricsResponse {
    return StreamPodSandboxMetricsResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<StreamPodSandboxMetricsResponse>): StreamPodSandboxMetricsResponse {
    const message = createBaseStreamPodSandboxMetricsResponse();
    message.podSandboxMetrics = object.podSandboxMetrics?.map((e) => PodSandboxMetrics.fromPartial(e)) || [];
    return message;
  },
};

function createBasePodSandboxMetrics(): PodSandboxMetrics {
  return { podSandboxId: "", metrics: [], containerMetrics: [], _unknownFields: {} };
}

export const PodSandboxMetrics: MessageFns<PodSandboxMetrics> = {
  encode(message: PodSandboxMetrics, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    for (const v of message.metrics) {
      Metric.encode(v!, writer.uint32(18).fork()).join();
    }
    for (const v of message.containerMetrics) {
      ContainerMetrics.encode(v!, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): PodSandboxMetrics {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBasePodSandboxMetrics();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metrics.push(Metric.decode(reader, reader.uint32()));
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.containerMetrics.push(ContainerMetrics.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<PodSandboxMetrics>): PodSandboxMetrics {
    return PodSandboxMetrics.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<PodSandboxMetrics>): PodSandboxMetrics {
    const message = createBasePodSandboxMetrics();
    message.podSandboxId = object.podSandboxId ?? "";
    message.metrics = object.metrics?.map((e) => Metric.fromPartial(e)) || [];
    message.containerMetrics = object.containerMetrics?.map((e) => ContainerMetrics.fromPartial(e)) || [];
    return message;
  },
};

function createBaseContainerMetrics(): ContainerMetrics {
  return { containerId: "", metrics: [], _unknownFields: {} };
}

export const ContainerMetrics: MessageFns<ContainerMetrics> = {
  encode(message: ContainerMetrics, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containerId !== "") {
      writer.uint32(10).string(message.containerId);
    }
    for (const v of message.metrics) {
      Metric.encode(v!, writer.uint32(18).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ContainerMetrics {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseContainerMetrics();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containerId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.metrics.push(Metric.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ContainerMetrics>): ContainerMetrics {
    return ContainerMetrics.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ContainerMetrics>): ContainerMetrics {
    const message = createBaseContainerMetrics();
    message.containerId = object.containerId ?? "";
    message.metrics = object.metrics?.map((e) => Metric.fromPartial(e)) || [];
    return message;
  },
};

function createBaseMetric(): Metric {
  return { name: "", timestamp: 0n, metricType: 0, labelValues: [], value: undefined, _unknownFields: {} };
}

export const Metric: MessageFns<Metric> = {
  encode(message: Metric, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message.timestamp !== 0n) {
      if (BigInt.asIntN(64, message.timestamp) !== message.timestamp) {
        throw new globalThis.Error("value provided for field message.timestamp of type int64 too large");
      }
      writer.uint32(16).int64(message.timestamp);
    }
    if (message.metricType !== 0) {
      writer.uint32(24).int32(message.metricType);
    }
    for (const v of message.labelValues) {
      writer.uint32(34).string(v!);
    }
    if (message.value !== undefined) {
      UInt64Value.encode(message.value, writer.uint32(42).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): Metric {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseMetric();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.timestamp = reader.int64() as bigint;
            continue;
          }
          case 3: {
            if (tag !== 24) {
              break;
            }

            message.metricType = reader.int32() as any;
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.labelValues.push(reader.string());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.value = UInt64Value.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<Metric>): Metric {
    return Metric.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<Metric>): Metric {
    const message = createBaseMetric();
    message.name = object.name ?? "";
    message.timestamp = (object.timestamp !== undefined && object.timestamp !== null) ? BigInt(object.timestamp) : 0n;
    message.metricType = object.metricType ?? 0;
    message.labelValues = object.labelValues?.map((e) => e) || [];
    message.value = (object.value !== undefined && object.value !== null)
      ? UInt64Value.fromPartial(object.value)
      : undefined;
    return message;
  },
};

function createBaseRuntimeConfigRequest(): RuntimeConfigRequest {
  return { _unknownFields: {} };
}

export const RuntimeConfigRequest: MessageFns<RuntimeConfigRequest> = {
  encode(message: RuntimeConfigRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeConfigRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeConfigRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeConfigRequest>): RuntimeConfigRequest {
    return RuntimeConfigRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<RuntimeConfigRequest>): RuntimeConfigRequest {
    const message = createBaseRuntimeConfigRequest();
    return message;
  },
};

function createBaseRuntimeConfigResponse(): RuntimeConfigResponse {
  return { linux: undefined, _unknownFields: {} };
}

export const RuntimeConfigResponse: MessageFns<RuntimeConfigResponse> = {
  encode(message: RuntimeConfigResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.linux !== undefined) {
      LinuxRuntimeConfiguration.encode(message.linux, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): RuntimeConfigResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseRuntimeConfigResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.linux = LinuxRuntimeConfiguration.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<RuntimeConfigResponse>): RuntimeConfigResponse {
    return RuntimeConfigResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<RuntimeConfigResponse>): RuntimeConfigResponse {
    const message = createBaseRuntimeConfigResponse();
    message.linux = (object.linux !== undefined && object.linux !== null)
      ? LinuxRuntimeConfiguration.fromPartial(object.linux)
      : undefined;
    return message;
  },
};

function createBaseLinuxRuntimeConfiguration(): LinuxRuntimeConfiguration {
  return { cgroupDriver: 0, _unknownFields: {} };
}

export const LinuxRuntimeConfiguration: MessageFns<LinuxRuntimeConfiguration> = {
  encode(message: LinuxRuntimeConfiguration, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.cgroupDriver !== 0) {
      writer.uint32(8).int32(message.cgroupDriver);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): LinuxRuntimeConfiguration {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseLinuxRuntimeConfiguration();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.cgroupDriver = reader.int32() as any;
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<LinuxRuntimeConfiguration>): LinuxRuntimeConfiguration {
    return LinuxRuntimeConfiguration.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<LinuxRuntimeConfiguration>): LinuxRuntimeConfiguration {
    const message = createBaseLinuxRuntimeConfiguration();
    message.cgroupDriver = object.cgroupDriver ?? 0;
    return message;
  },
};

function createBaseUpdatePodSandboxResourcesRequest(): UpdatePodSandboxResourcesRequest {
  return { podSandboxId: "", overhead: undefined, resources: undefined, _unknownFields: {} };
}

export const UpdatePodSandboxResourcesRequest: MessageFns<UpdatePodSandboxResourcesRequest> = {
  encode(message: UpdatePodSandboxResourcesRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.podSandboxId !== "") {
      writer.uint32(10).string(message.podSandboxId);
    }
    if (message.overhead !== undefined) {
      LinuxContainerResources.encode(message.overhead, writer.uint32(18).fork()).join();
    }
    if (message.resources !== undefined) {
      LinuxContainerResources.encode(message.resources, writer.uint32(26).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdatePodSandboxResourcesRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdatePodSandboxResourcesRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.podSandboxId = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.overhead = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.resources = LinuxContainerResources.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdatePodSandboxResourcesRequest>): UpdatePodSandboxResourcesRequest {
    return UpdatePodSandboxResourcesRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<UpdatePodSandboxResourcesRequest>): UpdatePodSandboxResourcesRequest {
    const message = createBaseUpdatePodSandboxResourcesRequest();
    message.podSandboxId = object.podSandboxId ?? "";
    message.overhead = (object.overhead !== undefined && object.overhead !== null)
      ? LinuxContainerResources.fromPartial(object.overhead)
      : undefined;
    message.resources = (object.resources !== undefined && object.resources !== null)
      ? LinuxContainerResources.fromPartial(object.resources)
      : undefined;
    return message;
  },
};

function createBaseUpdatePodSandboxResourcesResponse(): UpdatePodSandboxResourcesResponse {
  return { _unknownFields: {} };
}

export const UpdatePodSandboxResourcesResponse: MessageFns<UpdatePodSandboxResourcesResponse> = {
  encode(message: UpdatePodSandboxResourcesResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): UpdatePodSandboxResourcesResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseUpdatePodSandboxResourcesResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<UpdatePodSandboxResourcesResponse>): UpdatePodSandboxResourcesResponse {
    return UpdatePodSandboxResourcesResponse.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<UpdatePodSandboxResourcesResponse>): UpdatePodSandboxResourcesResponse {
    const message = createBaseUpdatePodSandboxResourcesResponse();
    return message;
  },
};

/** Pod sandboxes, containers and what is true of the runtime as a whole. */
export type RuntimeServiceDefinition = typeof RuntimeServiceDefinition;
export const RuntimeServiceDefinition = {
  name: "RuntimeService",
  fullName: "runtime.v1.RuntimeService",
  methods: {
    /**
     * Names the runtime and its versions. The first call a client makes: it also shows that this version of the API is
     * served.
     */
    version: {
      name: "Version",
      requestType: VersionRequest as typeof VersionRequest,
      requestStream: false,
      responseType: VersionResponse as typeof VersionResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Makes a pod sandbox with its namespaces and network and starts it; when the call returns, the sandbox is ready. A
     * sandbox that cannot be started whole is taken down again.
     */
    runPodSandbox: {
      name: "RunPodSandbox",
      requestType: RunPodSandboxRequest as typeof RunPodSandboxRequest,
      requestStream: false,
      responseType: RunPodSandboxResponse as typeof RunPodSandboxResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Ends every process of the sandbox at once, without a grace period for its containers, and gives back its network.
     * The record stays. A stopped or unknown sandbox is no error: the kubelet calls this again and again.
     */
    stopPodSandbox: {
      name: "StopPodSandbox",
      requestType: StopPodSandboxRequest as typeof StopPodSandboxRequest,
      requestStream: false,
      responseType: StopPodSandboxResponse as typeof StopPodSandboxResponse,
      responseStream: false,
      options: {},
    },
    /** Forgets a sandbox and its containers, ending what still runs. A sandbox that is already gone is no error. */
    removePodSandbox: {
      name: "RemovePodSandbox",
      requestType: RemovePodSandboxRequest as typeof RemovePodSandboxRequest,
      requestStream: false,
      responseType: RemovePodSandboxResponse as typeof RemovePodSandboxResponse,
      responseStream: false,
      options: {},
    },
    /** One sandbox in detail; NotFound if there is none with this id. */
    podSandboxStatus: {
      name: "PodSandboxStatus",
      requestType: PodSandboxStatusRequest as typeof PodSandboxStatusRequest,
      requestStream: false,
      responseType: PodSandboxStatusResponse as typeof PodSandboxStatusResponse,
      responseStream: false,
      options: {},
    },
    /** The sandboxes that pass a filter, in one answer: bounded by the 16 MiB that clients take. */
    listPodSandbox: {
      name: "ListPodSandbox",
      requestType: ListPodSandboxRequest as typeof ListPodSandboxRequest,
      requestStream: false,
      responseType: ListPodSandboxResponse as typeof ListPodSandboxResponse,
      responseStream: false,
      options: {},
    },
    /**
     * The same sandboxes as ListPodSandbox, in answers of one or more each, so that no number of them meets a message
     * limit. Each sandbox comes once; the end of the stream is the end of the list.
     */
    streamPodSandboxes: {
      name: "StreamPodSandboxes",
      requestType: StreamPodSandboxesRequest as typeof StreamPodSandboxesRequest,
      requestStream: false,
      responseType: StreamPodSandboxesResponse as typeof StreamPodSandboxesResponse,
      responseStream: true,
      options: {},
    },
    /** Makes a container in a ready sandbox, without starting it. */
    createContainer: {
      name: "CreateContainer",
      requestType: CreateContainerRequest as typeof CreateContainerRequest,
      requestStream: false,
      responseType: CreateContainerResponse as typeof CreateContainerResponse,
      responseStream: false,
      options: {},
    },
    /** Starts a created container; its process is running when the call returns. Any other state is an error. */
    startContainer: {
      name: "StartContainer",
      requestType: StartContainerRequest as typeof StartContainerRequest,
      requestStream: false,
      responseType: StartContainerResponse as typeof StartContainerResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Asks a container to end with its stop signal and kills it after the grace period. Stopping a stopped or unknown
     * container is no error.
     */
    stopContainer: {
      name: "StopContainer",
      requestType: StopContainerRequest as typeof StopContainerRequest,
      requestStream: false,
      responseType: StopContainerResponse as typeof StopContainerResponse,
      responseStream: false,
      options: {},
    },
    /** Forgets a container, killing it first if it runs. A container that is already gone is no error. */
    removeContainer: {
      name: "RemoveContainer",
      requestType: RemoveContainerRequest as typeof RemoveContainerRequest,
      requestStream: false,
      responseType: RemoveContainerResponse as typeof RemoveContainerResponse,
      responseStream: false,
      options: {},
    },
    /** The containers that pass a filter, in every state, in one answer. */
    listContainers: {
      name: "ListContainers",
      requestType: ListContainersRequest as typeof ListContainersRequest,
      requestStream: false,
      responseType: ListContainersResponse as typeof ListContainersResponse,
      responseStream: false,
      options: {},
    },
    /** The same containers as ListContainers, in answers of one or more each; each comes once. */
    streamContainers: {
      name: "StreamContainers",
      requestType: StreamContainersRequest as typeof StreamContainersRequest,
      requestStream: false,
      responseType: StreamContainersResponse as typeof StreamContainersResponse,
      responseStream: true,
      options: {},
    },
    /** One container in detail; NotFound if there is none with this id. */
    containerStatus: {
      name: "ContainerStatus",
      requestType: ContainerStatusRequest as typeof ContainerStatusRequest,
      requestStream: false,
      responseType: ContainerStatusResponse as typeof ContainerStatusResponse,
      responseStream: false,
      options: {},
    },
    /** Changes the limits of a created or running container: either all that was asked for, or an error and nothing. */
    updateContainerResources: {
      name: "UpdateContainerResources",
      requestType: UpdateContainerResourcesRequest as typeof UpdateContainerResourcesRequest,
      requestStream: false,
      responseType: UpdateContainerResourcesResponse as typeof UpdateContainerResourcesResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Opens the container's log file anew, after the kubelet has renamed the old one to rotate it. For a container that
     * is not running this may be refused; a refused call makes no file.
     */
    reopenContainerLog: {
      name: "ReopenContainerLog",
      requestType: ReopenContainerLogRequest as typeof ReopenContainerLogRequest,
      requestStream: false,
      responseType: ReopenContainerLogResponse as typeof ReopenContainerLogResponse,
      responseStream: false,
      options: {},
    },
    /** Runs a command in a running container, without input, and answers with its output and exit code when it has ended. */
    execSync: {
      name: "ExecSync",
      requestType: ExecSyncRequest as typeof ExecSyncRequest,
      requestStream: false,
      responseType: ExecSyncResponse as typeof ExecSyncResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Prepares a streaming session that runs a command in a running container; answers with the URL at which a client
     * starts it.
     */
    exec: {
      name: "Exec",
      requestType: ExecRequest as typeof ExecRequest,
      requestStream: false,
      responseType: ExecResponse as typeof ExecResponse,
      responseStream: false,
      options: {},
    },
    /** Prepares a streaming session with the main process of a running container; answers with its URL. */
    attach: {
      name: "Attach",
      requestType: AttachRequest as typeof AttachRequest,
      requestStream: false,
      responseType: AttachResponse as typeof AttachResponse,
      responseStream: false,
      options: {},
    },
    /** Prepares a streaming session that dials ports inside a sandbox; answers with its URL. */
    portForward: {
      name: "PortForward",
      requestType: PortForwardRequest as typeof PortForwardRequest,
      requestStream: false,
      responseType: PortForwardResponse as typeof PortForwardResponse,
      responseStream: false,
      options: {},
    },
    /** What one container uses now; NotFound if there is none with this id. */
    containerStats: {
      name: "ContainerStats",
      requestType: ContainerStatsRequest as typeof ContainerStatsRequest,
      requestStream: false,
      responseType: ContainerStatsResponse as typeof ContainerStatsResponse,
      responseStream: false,
      options: {},
    },
    /** What the running containers that pass a filter use now. */
    listContainerStats: {
      name: "ListContainerStats",
      requestType: ListContainerStatsRequest as typeof ListContainerStatsRequest,
      requestStream: false,
      responseType: ListContainerStatsResponse as typeof ListContainerStatsResponse,
      responseStream: false,
      options: {},
    },
    /** The same as ListContainerStats, in answers of one or more containers each; each comes once. */
    streamContainerStats: {
      name: "StreamContainerStats",
      requestType: StreamContainerStatsRequest as typeof StreamContainerStatsRequest,
      requestStream: false,
      responseType: StreamContainerStatsResponse as typeof StreamContainerStatsResponse,
      responseStream: true,
      options: {},
    },
    /** What one pod sandbox uses now, its containers included; NotFound if there is none with this id. */
    podSandboxStats: {
      name: "PodSandboxStats",
      requestType: PodSandboxStatsRequest as typeof PodSandboxStatsRequest,
      requestStream: false,
      responseType: PodSandboxStatsResponse as typeof PodSandboxStatsResponse,
      responseStream: false,
      options: {},
    },
    /** What the sandboxes that pass a filter use now. */
    listPodSandboxStats: {
      name: "ListPodSandboxStats",
      requestType: ListPodSandboxStatsRequest as typeof ListPodSandboxStatsRequest,
      requestStream: false,
      responseType: ListPodSandboxStatsResponse as typeof ListPodSandboxStatsResponse,
      responseStream: false,
      options: {},
    },
    /** The same as ListPodSandboxStats, in answers of one or more sandboxes each; each comes once. */
    streamPodSandboxStats: {
      name: "StreamPodSandboxStats",
      requestType: StreamPodSandboxStatsRequest as typeof StreamPodSandboxStatsRequest,
      requestStream: false,
      responseType: StreamPodSandboxStatsResponse as typeof StreamPodSandboxStatsResponse,
      responseStream: true,
      options: {},
    },
    /** Tells the runtime what the kubelet has learnt about its node: so far the addresses its pods may have. */
    updateRuntimeConfig: {
      name: "UpdateRuntimeConfig",
      requestType: UpdateRuntimeConfigRequest as typeof UpdateRuntimeConfigRequest,
      requestStream: false,
      responseType: UpdateRuntimeConfigResponse as typeof UpdateRuntimeConfigResponse,
      responseStream: false,
      options: {},
    },
    /** Whether the runtime and its network can take pods, and which features they have. */
    status: {
      name: "Status",
      requestType: StatusRequest as typeof StatusRequest,
      requestStream: false,
      responseType: StatusResponse as typeof StatusResponse,
      responseStream: false,
      options: {},
    },
    /** Writes the state of a running container's processes and files to an archive; the container runs on. */
    checkpointContainer: {
      name: "CheckpointContainer",
      requestType: CheckpointContainerRequest as typeof CheckpointContainerRequest,
      requestStream: false,
      responseType: CheckpointContainerResponse as typeof CheckpointContainerResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Writes the state of several running containers of a pod to a directory. All of them are paused before the first is
     * written and resumed when the last is, so the states belong together; they run again when the call returns, however
     * it ends. The client must set a deadline.
     */
    checkpointPod: {
      name: "CheckpointPod",
      requestType: CheckpointPodRequest as typeof CheckpointPodRequest,
      requestStream: false,
      responseType: CheckpointPodResponse as typeof CheckpointPodResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Makes a sandbox and its containers from what CheckpointPod wrote. The containers are created, not started:
     * StartContainer lets each process go on where it was. If the call fails it leaves nothing behind. The client must
     * set a deadline.
     */
    restorePod: {
      name: "RestorePod",
      requestType: RestorePodRequest as typeof RestorePodRequest,
      requestStream: false,
      responseType: RestorePodResponse as typeof RestorePodResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Every container's creation, start, stop and removal from now on, until the client hangs up. There is no replay of
     * what happened before.
     */
    getContainerEvents: {
      name: "GetContainerEvents",
      requestType: GetEventsRequest as typeof GetEventsRequest,
      requestStream: false,
      responseType: ContainerEventResponse as typeof ContainerEventResponse,
      responseStream: true,
      options: {},
    },
    /**
     * The metrics that ListPodSandboxMetrics can carry. The kubelet asks once: the list stays the same while the runtime
     * runs, and a metric that is not on it is dropped.
     */
    listMetricDescriptors: {
      name: "ListMetricDescriptors",
      requestType: ListMetricDescriptorsRequest as typeof ListMetricDescriptorsRequest,
      requestStream: false,
      responseType: ListMetricDescriptorsResponse as typeof ListMetricDescriptorsResponse,
      responseStream: false,
      options: {},
    },
    /** The metrics of every sandbox and its containers. */
    listPodSandboxMetrics: {
      name: "ListPodSandboxMetrics",
      requestType: ListPodSandboxMetricsRequest as typeof ListPodSandboxMetricsRequest,
      requestStream: false,
      responseType: ListPodSandboxMetricsResponse as typeof ListPodSandboxMetricsResponse,
      responseStream: false,
      options: {},
    },
    /** The same as ListPodSandboxMetrics, in answers of one or more sandboxes each; each comes once. */
    streamPodSandboxMetrics: {
      name: "StreamPodSandboxMetrics",
      requestType: StreamPodSandboxMetricsRequest as typeof StreamPodSandboxMetricsRequest,
      requestStream: false,
      responseType: StreamPodSandboxMetricsResponse as typeof StreamPodSandboxMetricsResponse,
      responseStream: true,
      options: {},
    },
    /**
     * What the kubelet has to follow in its own configuration, such as the cgroup driver. It asks once, at its start. Not
     * to be mixed up with UpdateRuntimeConfig, which goes the other way.
     */
    runtimeConfig: {
      name: "RuntimeConfig",
      requestType: RuntimeConfigRequest as typeof RuntimeConfigRequest,
      requestStream: false,
      responseType: RuntimeConfigResponse as typeof RuntimeConfigResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Tells the runtime that the kubelet has given the pod's cgroup other limits. The cgroup is already changed; the
     * kubelet goes on if the call fails.
     */
    updatePodSandboxResources: {
      name: "UpdatePodSandboxResources",
      requestType: UpdatePodSandboxResourcesRequest as typeof UpdatePodSandboxResourcesRequest,
      requestStream: false,
      responseType: UpdatePodSandboxResourcesResponse as typeof UpdatePodSandboxResourcesResponse,
      responseStream: false,
      options: {},
    },
  },
} as const;

/** Images on the node. */
export type ImageServiceDefinition = typeof ImageServiceDefinition;
export const ImageServiceDefinition = {
  name: "ImageService",
  fullName: "runtime.v1.ImageService",
  methods: {
    /** The images that pass a filter, in one answer. */
    listImages: {
      name: "ListImages",
      requestType: ListImagesRequest as typeof ListImagesRequest,
      requestStream: false,
      responseType: ListImagesResponse as typeof ListImagesResponse,
      responseStream: false,
      options: {},
    },
    /** The same images as ListImages, in answers of one or more each; each comes once. */
    streamImages: {
      name: "StreamImages",
      requestType: StreamImagesRequest as typeof StreamImagesRequest,
      requestStream: false,
      responseType: StreamImagesResponse as typeof StreamImagesResponse,
      responseStream: true,
      options: {},
    },
    /** One image; an image that is not on the node is no error, the answer then has no image. */
    imageStatus: {
      name: "ImageStatus",
      requestType: ImageStatusRequest as typeof ImageStatusRequest,
      requestStream: false,
      responseType: ImageStatusResponse as typeof ImageStatusResponse,
      responseStream: false,
      options: {},
    },
    /** Brings an image to the node, or finds that the newest is there already; the call lasts as long as the download. */
    pullImage: {
      name: "PullImage",
      requestType: PullImageRequest as typeof PullImageRequest,
      requestStream: false,
      responseType: PullImageResponse as typeof PullImageResponse,
      responseStream: false,
      options: {},
    },
    /**
     * Removes an image with all its tags and digests, whichever of them was named. An image that is already gone is no
     * error. Its space may be freed after the call has returned.
     */
    removeImage: {
      name: "RemoveImage",
      requestType: RemoveImageRequest as typeof RemoveImageRequest,
      requestStream: false,
      responseType: RemoveImageResponse as typeof RemoveImageResponse,
      responseStream: false,
      options: {},
    },
    /** How much the images take up, per file system; what is removed and not yet cleaned up may still count. */
    imageFsInfo: {
      name: "ImageFsInfo",
      requestType: ImageFsInfoRequest as typeof ImageFsInfoRequest,
      requestStream: false,
      responseType: ImageFsInfoResponse as typeof ImageFsInfoResponse,
      responseStream: false,
      options: {},
    },
  },
} as const;

type Builtin = Date | Function | Uint8Array | string | number | boolean | bigint | undefined;

type DeepPartial<T> = T extends bigint ? string | number | bigint
  : T extends Builtin ? T : T extends globalThis.Array<infer U> ? globalThis.Array<DeepPartial<U>>
  : T extends ReadonlyArray<infer U> ? ReadonlyArray<DeepPartial<U>>
  : T extends {} ? { [K in keyof T]?: DeepPartial<T[K]> }
  : Partial<T>;

interface MessageFns<T> {
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: BinaryReader | Uint8Array, length?: number): T;
  create(base?: DeepPartial<T>): T;
  fromPartial(object: DeepPartial<T>): T;
}
