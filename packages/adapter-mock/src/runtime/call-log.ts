import type { CriRuntime } from "@crikit/cri-runtime";

/** A call that has reached the runtime. */
export interface LoggedCall {
  /** "RunPodSandbox". */
  readonly call: string;
  readonly request: unknown;
}

/** What has been called, and errors to answer with: the names are those of Kubernetes' own fake runtime. */
export interface CallLog {
  /** The calls so far, in order, by the CRI's names; at most the last `recordedCalls`. */
  readonly called: readonly string[];
  /** The calls of one name with their requests. */
  callsOf(call: string): readonly LoggedCall[];
  /** Throws unless exactly these were called, in this order. */
  assertCalls(calls: readonly string[]): void;
  clearCalls(): void;
  /** The next calls of this name, as many as `times` says (default 1), fail with `error`. */
  injectError(call: string, error: Error, times?: number): void;
  clearErrors(): void;
}

interface Injected {
  readonly error: Error;
  left: number;
}

/** Calls whose log keeps the last ones, if nothing else is said. */
export const DEFAULT_RECORDED_CALLS = 1000;

const capitalized = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** The log, and the runtime with every call in it. */
export const withCallLog = (
  runtime: CriRuntime,
  maxCalls: number,
): { readonly log: CallLog; readonly runtime: CriRuntime } => {
  let calls: LoggedCall[] = [];
  const injected = new Map<string, Injected[]>();
  const note = (call: string, request: unknown): void => {
    calls.push({ call, request });
    // Cutting in halves keeps the cost of the bound constant per call.
    if (calls.length >= maxCalls * 2) calls = calls.slice(-maxCalls);
  };
  const failure = (call: string): Error | undefined => {
    const first = injected.get(call)?.[0];
    if (first === undefined) return undefined;
    if (--first.left <= 0) injected.get(call)?.shift();
    return first.error;
  };
  const recorded = (): readonly LoggedCall[] => calls.slice(-maxCalls);
  const log: CallLog = {
    get called() {
      return recorded().map(({ call }) => call);
    },
    callsOf: (call) => recorded().filter((each) => each.call === capitalized(call)),
    assertCalls(expected) {
      const actual = log.called;
      if (
        actual.length === expected.length &&
        actual.every((call, index) => call === capitalized(expected[index] ?? ""))
      )
        return;
      throw new Error(`expected the calls ${expected.join(", ") || "none"}; there were ${actual.join(", ") || "none"}`);
    },
    clearCalls() {
      calls = [];
    },
    injectError(call, error, times = 1) {
      const name = capitalized(call);
      injected.set(name, [...(injected.get(name) ?? []), { error, left: times }]);
    },
    clearErrors: () => injected.clear(),
  };
  return { log, runtime: wrap(runtime, note, failure) };
};

/** What a call looks like when its name is not known. */
type AnyCall = (...args: readonly [unknown, ...unknown[]]) => unknown;

const isCall = (value: unknown): value is AnyCall => typeof value === "function";

/** Each call of `runtime` noted, and failed if an error waits for it. The one cast of this file: a mapped object keeps the shape it had. */
const wrap = (
  runtime: CriRuntime,
  note: (call: string, request: unknown) => void,
  failure: (call: string) => Error | undefined,
): CriRuntime => {
  const entries = Object.entries(runtime).map(([name, call]: [string, unknown]) => {
    if (!isCall(call)) return [name, call];
    const known = capitalized(name);
    const noted: AnyCall = (request, ...rest) => {
      note(known, request);
      const error = failure(known);
      if (error === undefined) return call(request, ...rest);
      return name === "getContainerEvents" ? failingStream(error) : Promise.reject(error);
    };
    return [name, noted];
  });
  return Object.fromEntries(entries) as CriRuntime;
};

const failingStream = (error: Error): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
});
