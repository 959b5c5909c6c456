/** How low this machine lets an engine set OOM scores, learnt from what it has refused. */
export interface OomFloor {
  /** The lowest score that may be asked for with this OCI runtime. */
  lowest(runtime: string): number;
  /** A start with a negative score has worked. */
  worked(runtime: string): void;
  /** Whether a refused start is worth a second try with `fallback`: nothing negative has worked yet. */
  mayRetry(runtime: string, asked: number): boolean;
  /** The second try has worked: nothing lower is asked for again. */
  limit(runtime: string, to: number): void;
}

const kernelLowest = -1000;

/** Remembers for each OCI runtime what the machine permits; warns once. */
export const createOomFloor = (warn: (text: string) => void): OomFloor => {
  const floors = new Map<string, number>();
  const proven = new Set<string>();
  let warned = false;
  return {
    lowest: (runtime) => floors.get(runtime) ?? kernelLowest,
    worked: (runtime) => void proven.add(runtime),
    mayRetry: (runtime, asked) => asked < 0 && !proven.has(runtime) && !floors.has(runtime),
    limit: (runtime, to) => {
      floors.set(runtime, to);
      if (warned) return;
      warned = true;
      warn(
        `this machine does not let the engine lower OOM scores (CAP_SYS_RESOURCE is missing): ${to} is used instead`,
      );
    },
  };
};
