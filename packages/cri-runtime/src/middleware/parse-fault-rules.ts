import { CRI_CODES, CriError } from "@crikit/cri-api";
import { parse } from "yaml";
import { CRI_CALLS } from "./calls.ts";
import { matchesCallName } from "./fault-picker.ts";
import type { CallFaultRule, FaultRules, SessionFaultRule } from "./fault-rules.ts";

/** Checks one value of a rule; throws a text that says what it must be. */
type Check = (value: unknown, where: string) => void;

const must = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new TypeError(what);
};

const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    must(
      Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
      `must be a whole number within ${least}..${most}`,
    );

const number =
  (least: number, most = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    must(typeof value === "number" && value >= least && value <= most, `must be a number within ${least}..${most}`);

const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    must(typeof value === "string" && words.includes(value), `must be one of ${words.join(", ")}`);

const text: Check = (value) => must(typeof value === "string", "must be a text");

const flag: Check = (value) => must(typeof value === "boolean", "must be true or false");

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts: Check = (value) =>
  must(
    isObject(value) && Object.values(value).every((one) => typeof one === "string"),
    "must be fields with texts, such as { containerId: 3f2a }",
  );

const callName: Check = (value, where) => {
  text(value, where);
  must(
    CRI_CALLS.some((call) => matchesCallName(String(value), call)),
    "must be the name of a call, such as ListContainers or List*",
  );
};

const SELECTION = { rate: number(0, 1), nth: whole(1), every: whole(1), times: whole(1), match: texts };

const ERROR: Readonly<Record<string, Check>> = { code: oneOf(CRI_CODES), message: text };

const CALL_RULE: Readonly<Record<string, Check>> = {
  ...SELECTION,
  call: callName,
  error: (value, where) => checkFields(value, ERROR, ["code"], where),
  when: oneOf(["before", "after"]),
  latencyMs: number(0),
  jitterMs: number(0),
  endAfterMessages: whole(0),
  hang: flag,
};

const SESSION_RULE: Readonly<Record<string, Check>> = {
  ...SELECTION,
  session: oneOf(["exec", "attach", "portForward", "*"]),
  delayMs: number(0),
  endAfterBytes: whole(0),
  exitCode: whole(0, 255),
  error: text,
};

const refuse: (why: string) => never = (why) => {
  throw new CriError("InvalidArgument", `fault rules: ${why}`);
};

const checkFields = (
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  required: readonly string[],
  where: string,
): void => {
  if (!isObject(value)) refuse(`${where} must be an object`);
  for (const name of required) if (value[name] === undefined) refuse(`${where}.${name} is missing`);
  for (const [name, field] of Object.entries(value)) {
    const check = checks[name];
    if (check === undefined) {
      refuse(`${where}.${name} is no field of a rule; there are ${Object.keys(checks).join(", ")}`);
    }
    try {
      check?.(field, `${where}.${name}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      refuse(`${where}.${name} ${error.message}, it is ${JSON.stringify(field)}`);
    }
  }
};

const checkList = (
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  required: string,
  where: string,
): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(`${where} must be a list`);
  for (const [index, rule] of value.entries()) checkFields(rule, checks, [required], `${where}[${index}]`);
  return value;
};

const parseText = (source: string): unknown => {
  try {
    return parse(source);
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
};

/**
 * Reads fault rules from YAML or JSON text, or from the object that such a text stands for: `calls` for {@link withFaults}, `sessions` for the streaming
 * server's hook (see {@link createSessionFaultHook}), and a `seed`. A list alone is taken as `calls`. Throws `InvalidArgument` that names the
 * rule and field at fault.
 *
 * @example
 * parseFaultRules(`
 * calls:
 *   - call: PullImage
 *     rate: 0.5
 *     error: { code: Unavailable, message: "RegistryUnavailable: try later" }
 * `);
 */
export const parseFaultRules = (source: unknown): FaultRules => {
  const value = typeof source === "string" ? parseText(source) : source;
  if (value === undefined || value === null) return { calls: [], sessions: [] };
  const file = Array.isArray(value) ? { calls: value } : value;
  if (!isObject(file)) return refuse("there must be an object with calls and sessions");
  const fields = { seed: whole(0, 2 ** 32 - 1), calls: () => {}, sessions: () => {} };
  checkFields(file, fields, [], "file");
  return {
    seed: file.seed as number | undefined,
    calls: checkList(file.calls, CALL_RULE, "call", "calls") as CallFaultRule[],
    sessions: checkList(file.sessions, SESSION_RULE, "session", "sessions") as SessionFaultRule[],
  };
};
