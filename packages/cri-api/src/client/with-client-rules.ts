import { CriError, isCriError } from "../cri/error.ts";
import type { Call, CriService } from "../cri/service.ts";
import { CLIENT_RULES, type ClientRule, DEFAULT_TIMEOUT_MS } from "./client-rules.ts";
import { JOINED_LISTS, type ListCall, type StreamCall, streamOrList, WHOLE_LISTS } from "./stream-lists.ts";

/** Which of the kubelet's rules hold, and with what numbers. */
export interface ClientRuleOptions {
  /**
   * The deadline, in milliseconds, of a call that names none. RunPodSandbox has twice that, StopContainer and ExecSync their own timeout on
   * top; PullImage, events and an ExecSync without a timeout have none. Default: 120,000.
   */
  readonly timeoutMs?: number;
  /** Whether an answer without a field that the kubelet needs is an `Internal` error. Default: true. */
  readonly checkAnswers?: boolean;
  /**
   * Whether lists are asked for by the streaming calls of CRI 1.36, so that none is too long for a message; from a runtime without them they
   * come by the unary ones (the kubelet's feature gate CRIListStreaming). Default: false.
   */
  readonly streamLists?: boolean;
}

type Name = keyof CriService;
type AnyCall = (request: unknown, call?: Call) => unknown;
type AnyRule = ClientRule<unknown, unknown>;

const ruleOf = (name: Name): AnyRule => (CLIENT_RULES[name] ?? {}) as AnyRule;

const rephrased = (rule: AnyRule, error: unknown, request: unknown): unknown =>
  rule.rephrase !== undefined && isCriError(error) ? rule.rephrase(error, request) : error;

/** The rules that a call is sent with. A deadline that the caller names is what the caller wants; upstream takes the shorter of the two. */
const withDeadline = (rule: AnyRule, request: unknown, call: Call | undefined, defaultMs: number): Call => {
  const timeoutMs = rule.timeoutMs === undefined ? defaultMs : rule.timeoutMs(request, defaultMs);
  return { signal: call?.signal, timeoutMs: call?.timeoutMs ?? timeoutMs };
};

const unary = (name: Name, send: AnyCall, options: ClientRuleOptions, source: string): AnyCall => {
  const rule = ruleOf(name);
  const { timeoutMs = DEFAULT_TIMEOUT_MS, checkAnswers = true } = options;
  const fault = checkAnswers ? rule.fault : undefined;
  return async (request, call) => {
    rule.refuse?.(request);
    let answer: unknown;
    try {
      answer = await send(request, withDeadline(rule, request, call, timeoutMs));
    } catch (error) {
      throw rephrased(rule, error, request);
    }
    const wrong = fault?.(answer, request);
    if (wrong === undefined) return answer;
    throw new CriError("Internal", `${source} gave no usable answer to ${name}: ${wrong}`);
  };
};

const streaming = (name: Name, send: AnyCall, options: ClientRuleOptions): AnyCall => {
  const rule = ruleOf(name);
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return (request, call) => send(request, withDeadline(rule, request, call, timeoutMs));
};

const isStreamCall = (name: string): name is StreamCall => name in WHOLE_LISTS;

/** A streaming list that falls back to the unary one, and does not ask again for what the runtime once did not know. */
const fallingBack = (name: StreamCall, service: CriService): AnyCall => {
  let isMissing = false;
  return (request, call) => {
    const list = () =>
      (WHOLE_LISTS[name] as (s: CriService, r: unknown, c?: Call) => Promise<unknown>)(service, request, call);
    const stream = (): AsyncIterable<unknown> => {
      if (isMissing) throw new CriError("Unimplemented", `the runtime has no ${name}`);
      return (service[name] as AnyCall)(request, call) as AsyncIterable<unknown>;
    };
    return streamOrList(stream, () => {
      isMissing = true;
      return list();
    });
  };
};

/**
 * A service that is called as the kubelet's client calls it: with its deadlines, checks of answers, streaming lists that fall back to the
 * unary ones, and no retries. `source` names the service in errors.
 */
export const withClientRules = (service: CriService, options: ClientRuleOptions, source: string): CriService => {
  const names = Object.keys(service) as Name[];
  const isStreaming = (name: Name): boolean => isStreamCall(name) || name === "getContainerEvents";
  const ruled = Object.fromEntries(
    names.map((name) => {
      const send = service[name] as AnyCall;
      return [name, isStreaming(name) ? streaming(name, send, options) : unary(name, send, options, source)];
    }),
  ) as unknown as CriService;
  const streams = names.filter(isStreamCall).map((name) => [name, fallingBack(name, ruled)]);
  const complete: CriService = { ...ruled, ...Object.fromEntries(streams) };
  if (!options.streamLists) return complete;
  const lists = Object.keys(JOINED_LISTS).map((name) => [name, JOINED_LISTS[name as ListCall](complete)]);
  return { ...complete, ...Object.fromEntries(lists) };
};
