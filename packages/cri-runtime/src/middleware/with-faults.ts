import { type Call, CriError, type CriService } from "@crikit/cri-api";
import { aroundCalls, type CriCall } from "./calls.ts";
import { createPicker, matchesCallName, matchesFields } from "./fault-picker.ts";
import type { CallFaultRule, FaultRules } from "./fault-rules.ts";
import { createRandom } from "./random.ts";
import { type Sleep, sleep as sleepByTimers } from "./sleep.ts";

/** What {@link withFaults} can be told. */
export interface FaultOptions {
  /** Numbers in 0..1. Default: drawn from the rules' seed, so that the same calls meet the same faults. */
  readonly random?: () => number;
  /** How waits are waited. Default: the process' timers. */
  readonly sleep?: Sleep;
}

interface Picked {
  readonly rule: CallFaultRule;
  readonly waitMs: number;
}

interface Faults {
  /** The rules that apply to one call. */
  pick(call: CriCall, request: object): readonly Picked[];
  /** Waits and throws as the rules of one phase say. */
  apply(
    faults: readonly Picked[],
    phase: "before" | "after",
    where: { call: CriCall; context?: Call | undefined },
  ): Promise<void>;
}

const errorOf = (rule: CallFaultRule, call: CriCall): CriError | undefined =>
  rule.error && new CriError(rule.error.code, rule.error.message ?? `a fault rule makes ${call.name} fail`);

const createFaults = (rules: FaultRules, options: FaultOptions): Faults => {
  const random = options.random ?? createRandom(rules.seed ?? 1);
  const sleep = options.sleep ?? sleepByTimers;
  const pickers = rules.calls.map((rule) => ({ rule, applies: createPicker(rule, random) }));
  return {
    pick: (call, request) =>
      pickers
        .filter(
          ({ rule, applies }) => matchesCallName(rule.call, call) && matchesFields(request, rule.match) && applies(),
        )
        .map(({ rule }) => ({
          rule,
          waitMs: (rule.latencyMs ?? 0) + (rule.jitterMs ?? 0) * (rule.jitterMs ? random() : 0),
        })),
    apply: async (faults, phase, { call, context }) => {
      for (const { rule, waitMs } of faults) {
        if ((rule.when ?? "before") !== phase) continue;
        if (waitMs > 0) await sleep(waitMs, context?.signal);
        if (rule.hang) await sleep(Number.POSITIVE_INFINITY, context?.signal);
        const error = rule.endAfterMessages === undefined ? errorOf(rule, call) : undefined;
        if (error !== undefined) throw error;
      }
    },
  };
};

/** The rule that ends a stream first. */
const earliestEnd = (faults: readonly Picked[]): CallFaultRule | undefined =>
  faults
    .map(({ rule }) => rule)
    .filter((rule) => rule.endAfterMessages !== undefined)
    .sort((one, other) => (one.endAfterMessages ?? 0) - (other.endAfterMessages ?? 0))[0];

async function* cutShort(
  messages: AsyncIterable<object>,
  rule: CallFaultRule,
  call: CriCall,
): AsyncGenerator<object, void> {
  let left = rule.endAfterMessages ?? 0;
  if (left > 0) {
    for await (const message of messages) {
      yield message;
      left--;
      if (left === 0) break;
    }
  }
  const error = errorOf(rule, call);
  if (left === 0 && error !== undefined) throw error;
}

/**
 * A service that goes wrong as the rules say: errors, waits, hangs, streams that end early. What no rule names passes untouched. The same
 * seed gives the same faults for the same sequence of calls.
 *
 * @example
 * withFaults(service, parseFaultRules("calls: [{ call: PullImage, nth: 2, error: { code: Unavailable } }]"));
 */
export const withFaults = (service: CriService, rules: FaultRules, options: FaultOptions = {}): CriService => {
  const faults = createFaults(rules, options);
  return aroundCalls(service, {
    unary: (call, next) => async (request, context) => {
      const picked = faults.pick(call, request);
      await faults.apply(picked, "before", { call, context });
      const response = await next(request, context);
      await faults.apply(picked, "after", { call, context });
      return response;
    },
    stream: (call, next) =>
      async function* (request, context) {
        const picked = faults.pick(call, request);
        await faults.apply(picked, "before", { call, context });
        const end = earliestEnd(picked);
        yield* end === undefined ? next(request, context) : cutShort(next(request, context), end, call);
        await faults.apply(picked, "after", { call, context });
      },
  });
};
