import { createPicker, matchesFields } from "./fault-picker.ts";
import type { FaultRules, SessionFaultRule } from "./fault-rules.ts";
import { createRandom } from "./random.ts";

/** What a session is for; `@crikit/streaming` gives it to its hook. */
export interface FaultedSession {
  readonly kind: "exec" | "attach" | "portForward";
  readonly containerId?: string;
  readonly podSandboxId?: string;
  readonly command?: readonly string[];
}

/** What goes wrong in one session, as `@crikit/streaming`'s hook gives it back. */
export type SessionFault = Pick<SessionFaultRule, "delayMs" | "endAfterBytes" | "exitCode" | "error">;

/**
 * The `sessions` of fault rules as the hook that a streaming server asks at the start of each session. Where several rules apply, the later
 * one's fields win. `undefined` leaves the session alone.
 *
 * @example
 * createStreamingServer(runtime, { faults: createSessionFaultHook(parseFaultRules(text)) });
 */
export const createSessionFaultHook = (
  rules: FaultRules,
  options: { readonly random?: () => number } = {},
): ((session: FaultedSession) => SessionFault | undefined) => {
  const random = options.random ?? createRandom(rules.seed ?? 1);
  const pickers = rules.sessions.map((rule) => ({ rule, applies: createPicker(rule, random) }));
  return (session) => {
    let fault: SessionFault | undefined;
    for (const { rule, applies } of pickers) {
      if (rule.session !== "*" && rule.session !== session.kind) continue;
      if (!matchesFields(session, rule.match) || !applies()) continue;
      const { delayMs, endAfterBytes, exitCode, error } = rule;
      fault = {
        ...fault,
        ...(delayMs !== undefined && { delayMs }),
        ...(endAfterBytes !== undefined && { endAfterBytes }),
        ...(exitCode !== undefined && { exitCode }),
        ...(error !== undefined && { error }),
      };
    }
    return fault;
  };
};
