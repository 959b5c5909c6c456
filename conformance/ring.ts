/** One case of a ring as it ended. */
export interface CaseResult {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "known" | "skipped";
  /** Why it failed, was known to, or was skipped. */
  readonly detail?: string;
}

/** What a ring is given to report its cases and to clean up after itself. */
export interface RingContext {
  /** A shorter form was asked for, as `.ci/run` does. */
  readonly quick: boolean;
  /** An empty temporary folder, removed when the ring has ended. */
  readonly scratch: string;
  /** Fires when the run is interrupted. */
  readonly signal: AbortSignal;
  pass(name: string): void;
  fail(name: string, detail: string): void;
  /** A case that cannot run here; never counted as passed. */
  skip(name: string, reason: string): void;
  /** Runs one case: it passes when `body` settles, fails with the error's text when it throws. */
  check(name: string, body: () => unknown): Promise<void>;
  log(line: string): void;
  /** Runs `cleanUp` when the ring has ended, whatever its result; the last one deferred runs first. */
  defer(cleanUp: () => unknown): void;
}

/** A suite of cases judged from outside: `npm run conformance -- NAME`. */
export interface Ring {
  readonly name: string;
  /** One line: what is held against what. */
  readonly summary: string;
  run(context: RingContext): Promise<void>;
}

/** Known failures of a ring: case name to reason. */
export type KnownFailures = ReadonlyMap<string, string>;

/** Reads `case name # reason` lines; blank lines and lines that start with `#` are notes. A line without a reason is an error. */
export const parseKnownFailures = (text: string, file: string): KnownFailures => {
  const known = new Map<string, string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const at = line.lastIndexOf(" # ");
    if (at < 1)
      throw new Error(`${file}:${index + 1}: a known failure is "case name # reason", this line has no reason`);
    known.set(line.slice(0, at).trim(), line.slice(at + 3).trim());
  }
  return known;
};

/** Collects the cases of one ring and weighs them against its known failures. */
export const createTally = (known: KnownFailures, onResult: (result: CaseResult) => void) => {
  const results: CaseResult[] = [];
  const add = (result: CaseResult): void => {
    results.push(result);
    onResult(result);
  };
  return {
    results,
    pass: (name: string): void => {
      const reason = known.get(name);
      if (reason === undefined) add({ name, outcome: "passed" });
      else
        add({
          name,
          outcome: "failed",
          detail: `passed although it is listed as a known failure (${reason}): remove its line`,
        });
    },
    fail: (name: string, detail: string): void => {
      const reason = known.get(name);
      if (reason === undefined) add({ name, outcome: "failed", detail });
      else add({ name, outcome: "known", detail: reason });
    },
    skip: (name: string, detail: string): void => add({ name, outcome: "skipped", detail }),
  };
};

/** How many of the results ended so. */
export const countOutcome = (results: readonly CaseResult[], outcome: CaseResult["outcome"]): number =>
  results.filter((result) => result.outcome === outcome).length;

/** The last line of a ring: `NAME: N passed, N failed (K known, S skipped)`. */
export const formatTally = (name: string, results: readonly CaseResult[]): string =>
  `${name}: ${countOutcome(results, "passed")} passed, ${countOutcome(results, "failed")} failed ` +
  `(${countOutcome(results, "known")} known, ${countOutcome(results, "skipped")} skipped)`;
