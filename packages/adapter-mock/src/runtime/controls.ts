import { createFiles, type Files } from "../filesystem/files.ts";
import { parseSignal, SIGNALS } from "../process/signals.ts";
import { containerOf, type MockState } from "./state.ts";

/** A container as a test sees it from above: what it runs and has written, and ways to break it. */
export interface ContainerControl {
  readonly containerId: string;
  readonly processes: readonly { readonly pid: number; readonly args: readonly string[] }[];
  /** Its files, with root's rights. */
  readonly files: Files;
  /** Ends the first process with this code, as if it had ended itself; settles when the container has exited. */
  exit(exitCode: number): Promise<void>;
  /** Sends a signal to the first process. */
  kill(signal: string): void;
  /** Kills the first process as the kernel does when memory runs out; settles when the container has exited. */
  oomKill(): Promise<void>;
}

/** The controls of a container; throws `NotFound` if there is none. */
export const createContainerControl = (state: MockState, containerId: string): ContainerControl => {
  const container = containerOf(state, containerId);
  const root = { pid: 1, cwd: "/", credentials: { uid: 0, gid: 0, groups: [] } };
  return {
    containerId: container.containerId,
    get processes() {
      return container.processes.map(({ pid, args }) => ({ pid, args }));
    },
    files: createFiles(container, root),
    async exit(exitCode) {
      container.init?.end(exitCode & 0xff);
      await container.exited();
    },
    kill(signal) {
      const number = parseSignal(signal);
      if (number === undefined) throw new Error(`"${signal}" is no signal`);
      container.init?.kill(number);
    },
    async oomKill() {
      container.oomKilled = true;
      container.oomEvents++;
      container.init?.kill(SIGNALS.KILL);
      await container.exited();
    },
  };
};
