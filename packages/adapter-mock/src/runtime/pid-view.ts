import { NamespaceMode } from "@crikit/cri-api";
import type { Process } from "../process/process.ts";
import type { VisibleProcess } from "../process/space.ts";
import type { ContainerRecord } from "./container.ts";
import type { SandboxRecord } from "./sandbox.ts";
import type { MockState } from "./state.ts";

interface Seen {
  readonly pid: number;
  readonly process: VisibleProcess;
}

/** Pids that processes of other namespaces have in the host's, given when somebody looks. */
const hostPids = new WeakMap<Process, number>();

const hostPidOf = (state: MockState, container: ContainerRecord, process: Process): number => {
  if (container.pidMode === NamespaceMode.NODE) return process.pid;
  const known = hostPids.get(process);
  if (known !== undefined) return known;
  const pid = ++state.hostPids.last;
  hostPids.set(process, pid);
  return pid;
};

const own = (container: ContainerRecord): readonly Seen[] =>
  container.processes.map((process) => ({ pid: process.pid, process }));

const pauseOf = (sandbox: SandboxRecord): Seen => ({
  pid: 1,
  process: {
    args: ["/pause"],
    parentPid: 0,
    uid: 65535,
    gid: 65535,
    groups: [],
    startedNanos: sandbox.message.createdAt,
    cpuNanos: 0,
    memoryBytes: 256 * 1024,
    env: new Map(),
    cwd: "/",
    kill: () => undefined,
  },
});

const targetOf = (container: ContainerRecord): ContainerRecord | undefined => {
  const targetId = container.config.linux?.securityContext?.namespaceOptions?.targetId ?? "";
  return container.sandbox.containers.find((other) => other.containerId === targetId);
};

/** The processes that those of a container can see, by the pids they have there: its own, its pod's, another container's or the host's. */
export const visibleProcesses = (state: MockState, container: ContainerRecord): readonly Seen[] => {
  const byPid = (seen: readonly Seen[]): readonly Seen[] => [...seen].sort((a, b) => a.pid - b.pid);
  switch (container.pidMode) {
    case NamespaceMode.POD: {
      const members = container.sandbox.containers.filter((other) => other.pidMode === NamespaceMode.POD);
      return byPid([pauseOf(container.sandbox), ...members.flatMap(own)]);
    }
    case NamespaceMode.NODE:
      return byPid(
        [...state.containers.values()].flatMap((other) =>
          other.processes.map((process) => ({ pid: hostPidOf(state, other, process), process })),
        ),
      );
    case NamespaceMode.TARGET: {
      const target = targetOf(container);
      return target === undefined
        ? own(container)
        : [...own(target), ...own(container).map((seen) => ({ ...seen, pid: seen.pid + 10_000 }))];
    }
    default:
      return own(container);
  }
};
