import type { ConformanceTarget } from "./options.ts";
import { type BoundCase, bindCases } from "./suite.ts";

/** How one case ended. */
export interface ConformanceResult {
  readonly area: string;
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped; empty if it passed. */
  readonly detail: string;
  readonly durationMs: number;
}

/** What {@link judge} can be told beside the target. */
export interface JudgeOptions extends ConformanceTarget {
  /** Only cases whose `area: name` has this text, or matches it. Default: all. */
  readonly only?: string | RegExp | undefined;
  /** Milliseconds that one case may take. Default 60,000. */
  readonly caseTimeoutMs?: number | undefined;
  /** Ends the run: cases that have not begun are left out. */
  readonly signal?: AbortSignal | undefined;
}

const isSuppressed = (error: unknown): error is { readonly error: unknown; readonly suppressed: unknown } =>
  typeof error === "object" && error !== null && "suppressed" in error && "error" in error;

/** The text of what failed; where cleaning up failed too, that comes second. */
const describe = (error: unknown): string =>
  isSuppressed(error)
    ? `${describeOne(error.suppressed)}; then, cleaning up: ${describeOne(error.error)}`
    : describeOne(error);

const describeOne = (error: unknown): string =>
  error instanceof Error
    ? `${"code" in error && typeof error.code === "string" && error.name === "CriError" ? `${error.code}: ` : ""}${error.message}`
    : String(error);

const withTimeout = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const judgeCase = async (bound: BoundCase, timeoutMs: number): Promise<ConformanceResult> => {
  const { area, name, skipReason } = bound;
  if (skipReason !== undefined) return { area, name, outcome: "skipped", detail: skipReason, durationMs: 0 };
  const startedMs = performance.now();
  const ended = (outcome: "passed" | "failed", detail: string): ConformanceResult => ({
    area,
    name,
    outcome,
    detail,
    durationMs: performance.now() - startedMs,
  });
  try {
    await withTimeout(bound.run(), timeoutMs);
    return ended("passed", "");
  } catch (error) {
    return ended("failed", describe(error));
  }
};

const isAsked = (bound: BoundCase, only: string | RegExp | undefined): boolean => {
  const title = `${bound.area}: ${bound.name}`;
  return only === undefined || (typeof only === "string" ? title.includes(only) : only.test(title));
};

/** Runs the suite case after case and gives each result as it comes: the runner behind `crikit conformance`, which needs no test framework. */
export async function* judge(options: JudgeOptions): AsyncGenerator<ConformanceResult, void> {
  for (const bound of bindCases(options)) {
    if (options.signal?.aborted) return;
    if (isAsked(bound, options.only)) yield await judgeCase(bound, options.caseTimeoutMs ?? 60_000);
  }
}
