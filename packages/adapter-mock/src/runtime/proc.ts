import {
  createDirectory,
  createGenerated,
  createSymlink,
  type DirectoryNode,
  type TreeNode,
} from "../filesystem/node.ts";
import type { VisibleProcess } from "../process/space.ts";
import { formatCapabilities } from "./capabilities.ts";

/** What /proc of a container shows. */
export interface ProcView {
  readonly processes: readonly { readonly pid: number; readonly process: VisibleProcess }[];
  readonly capabilities: ReadonlySet<string>;
  readonly seccompMode: number;
  readonly noNewPrivileges: boolean;
  readonly nowNanos: bigint;
  readonly memoryBytes: number;
  readonly mounts: readonly string[];
  readonly uidMap: string;
  readonly gidMap: string;
  /** Kernel parameters by name: `net.core.somaxconn`. */
  readonly sysctls: Readonly<Record<string, string>>;
  readonly hostname: string;
}

const DEFAULT_SYSCTLS: Readonly<Record<string, string>> = {
  "kernel.ostype": "Linux",
  "kernel.osrelease": "6.1.0-crikit",
  "kernel.shm_rmid_forced": "0",
  "kernel.pid_max": "4194304",
  "fs.mqueue.msg_max": "10",
  "fs.file-max": "9223372036854775807",
  "net.core.somaxconn": "4096",
  "net.ipv4.ip_forward": "0",
  "net.ipv4.ip_local_port_range": "32768\t60999",
  "vm.swappiness": "60",
  "vm.overcommit_memory": "0",
};

const directory = (entries: Readonly<Record<string, TreeNode>>): DirectoryNode => {
  const node = createDirectory({ mode: 0o555 });
  for (const [name, child] of Object.entries(entries)) node.entries.set(name, child);
  return node;
};

const status = (view: ProcView, pid: number, process: VisibleProcess): string => {
  const capabilities = formatCapabilities(view.capabilities);
  const effective = process.uid === 0 ? capabilities : "0".repeat(16);
  return [
    `Name:\t${(process.args[0] ?? "").split("/").at(-1)?.slice(0, 15) ?? ""}`,
    "Umask:\t0022",
    "State:\tS (sleeping)",
    `Tgid:\t${pid}`,
    `Pid:\t${pid}`,
    `PPid:\t${process.parentPid}`,
    `Uid:\t${Array(4).fill(process.uid).join("\t")}`,
    `Gid:\t${Array(4).fill(process.gid).join("\t")}`,
    `Groups:\t${process.groups.join(" ")}`,
    `VmRSS:\t${Math.round(process.memoryBytes / 1024)} kB`,
    "Threads:\t1",
    "CapInh:\t0000000000000000",
    `CapPrm:\t${effective}`,
    `CapEff:\t${effective}`,
    `CapBnd:\t${capabilities}`,
    "CapAmb:\t0000000000000000",
    `NoNewPrivs:\t${view.noNewPrivileges ? 1 : 0}`,
    `Seccomp:\t${view.seccompMode}`,
    `Seccomp_filters:\t${view.seccompMode === 0 ? 0 : 1}`,
    "",
  ].join("\n");
};

const processDirectory = (view: ProcView, pid: number, process: VisibleProcess): DirectoryNode => {
  const mountLines = `${view.mounts.join("\n")}\n`;
  return directory({
    cmdline: createGenerated(() => process.args.map((arg) => `${arg}\0`).join("")),
    comm: createGenerated(() => `${(process.args[0] ?? "").split("/").at(-1) ?? ""}\n`),
    environ: createGenerated(() => [...process.env].map(([name, value]) => `${name}=${value}\0`).join("")),
    status: createGenerated(() => status(view, pid, process)),
    stat: createGenerated(
      () =>
        `${pid} (${(process.args[0] ?? "").split("/").at(-1) ?? ""}) S ${process.parentPid} ${pid} ${pid} 0 -1 0 0 0 0 0 ${Math.round(process.cpuNanos / 1e7)} 0 0 0 20 0 1 0 0 ${process.memoryBytes} 0\n`,
    ),
    uid_map: createGenerated(() => view.uidMap),
    gid_map: createGenerated(() => view.gidMap),
    mounts: createGenerated(() => mountLines),
    mountinfo: createGenerated(() => mountLines),
    cgroup: createGenerated(() => "0::/\n"),
    cwd: createSymlink(process.cwd),
    attr: directory({ current: createGenerated(() => "unconfined\n") }),
  });
};

const sysctlTree = (values: Readonly<Record<string, string>>): DirectoryNode => {
  const root = createDirectory({ mode: 0o555 });
  for (const [name, value] of Object.entries(values)) {
    const names = name.split(".");
    const last = names.pop() ?? "";
    let parent = root;
    for (const part of names) {
      const next = parent.entries.get(part);
      const child = next?.kind === "directory" ? next : createDirectory({ mode: 0o555 });
      parent.entries.set(part, child);
      parent = child;
    }
    parent.entries.set(
      last,
      createGenerated(() => `${value}\n`),
    );
  }
  return root;
};

/** The /proc of a container as it is now. */
export const createProcTree = (view: ProcView): DirectoryNode => {
  const first = view.processes.reduce(
    (least, { process }) => (process.startedNanos < least ? process.startedNanos : least),
    view.nowNanos,
  );
  const seconds = Number(view.nowNanos - first) / 1e9;
  const root = directory({
    cpuinfo: createGenerated(() => [0, 1].map((cpu) => `processor\t: ${cpu}\nmodel name\t: crikit mock\n\n`).join("")),
    meminfo: createGenerated(
      () =>
        `MemTotal:       ${Math.round(view.memoryBytes / 1024)} kB\nMemFree:        ${Math.round(view.memoryBytes / 1024)} kB\n`,
    ),
    uptime: createGenerated(() => `${seconds.toFixed(2)} ${seconds.toFixed(2)}\n`),
    loadavg: createGenerated(() => `0.00 0.00 0.00 1/${view.processes.length} ${view.processes.at(-1)?.pid ?? 0}\n`),
    version: createGenerated(() => "Linux version 6.1.0-crikit (mock)\n"),
    filesystems: createGenerated(() => "nodev\tproc\nnodev\ttmpfs\nnodev\toverlay\n"),
    mounts: createGenerated(() => `${view.mounts.join("\n")}\n`),
    cmdline: createGenerated(() => "crikit\n"),
    sys: sysctlTree({ ...DEFAULT_SYSCTLS, "kernel.hostname": view.hostname, ...view.sysctls }),
  });
  for (const { pid, process } of view.processes) root.entries.set(String(pid), processDirectory(view, pid, process));
  return root;
};
