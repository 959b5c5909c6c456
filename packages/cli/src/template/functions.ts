import { formatPrintf } from "./printf.ts";
import { TemplateError } from "./template-error.ts";
import { formatValue, isMap, isTruthy, type Value } from "./values.ts";

/** A function that templates can call. */
export type TemplateFunction = (...args: readonly Value[]) => Value;

const describe = (value: Value | undefined): string => formatValue(value).slice(0, 40);

const need = (args: readonly Value[], count: number, name: string): void => {
  if (args.length < count) throw new TemplateError(`template: ${name} needs ${count} arguments, got ${args.length}`);
};

/** JSON's 64-bit numbers are texts: what looks like a number is compared as one with a number. */
const toComparable = (value: Value, other: Value): Value =>
  typeof value === "string" && typeof other === "number" && value.trim() !== "" && !Number.isNaN(Number(value))
    ? Number(value)
    : value;

const isEqual = (a: Value, b: Value): boolean => toComparable(a, b) === toComparable(b, a);

const compare =
  (name: string, test: (order: number) => boolean): TemplateFunction =>
  (...args) => {
    need(args, 2, name);
    const [a = null, b = null] = args;
    const left = toComparable(a, b);
    const right = toComparable(b, a);
    if (typeof left !== typeof right || (typeof left !== "number" && typeof left !== "string"))
      throw new TemplateError(`template: ${name} cannot compare ${describe(a)} with ${describe(b)}`);
    return test(left === right ? 0 : left < (right as typeof left) ? -1 : 1);
  };

const step = (value: Value, key: Value): Value => {
  if (isMap(value)) return value[String(key)] ?? null;
  const at = Number(key);
  if (!Array.isArray(value) && typeof value !== "string")
    throw new TemplateError(`template: index of ${describe(value)}, which is no list and no map`);
  if (!Number.isInteger(at) || at < 0 || at >= value.length)
    throw new TemplateError(`template: index ${describe(key)} is out of range (length ${value.length})`);
  return value[at] ?? null;
};

const slice: TemplateFunction = (value = null, from = 0, to) => {
  if (!Array.isArray(value) && typeof value !== "string")
    throw new TemplateError(`template: slice of ${describe(value)}, which is no list and no text`);
  const end = to === undefined ? value.length : Number(to);
  if (Number(from) < 0 || Number(from) > end || end > value.length)
    throw new TemplateError(`template: slice ${Number(from)}:${end} is out of range (length ${value.length})`);
  return value.slice(Number(from), end);
};

const length: TemplateFunction = (value = null) => {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  throw new TemplateError(`template: len of ${describe(value)}, which has none`);
};

/** Go's Print: a space between two values of which neither is a text. */
const print: TemplateFunction = (...args) =>
  args
    .map((value, at) => {
      const before = args[at - 1];
      const isSpaced = at > 0 && typeof value !== "string" && typeof before !== "string";
      return (isSpaced ? " " : "") + formatValue(value);
    })
    .join("");

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

const textOf = (value: Value | undefined): string => (value === undefined ? "" : formatValue(value));

/** Every function by its name: Go's own and crictl's `json`, `title`, `lower` and `upper`. `and` and `or` are not here: they do not look at all their arguments. */
export const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  not: (value = null) => !isTruthy(value),
  len: length,
  index: (value = null, ...keys) => keys.reduce<Value>(step, value),
  slice,
  print,
  println: (...args) => `${args.map(textOf).join(" ")}\n`,
  printf: (format = "", ...args) => formatPrintf(textOf(format), args),
  eq: (...args) => {
    need(args, 2, "eq");
    const [first = null, ...others] = args;
    return others.some((other) => isEqual(first, other));
  },
  ne: (...args) => {
    need(args, 2, "ne");
    return !isEqual(args[0] ?? null, args[1] ?? null);
  },
  lt: compare("lt", (order) => order < 0),
  le: compare("le", (order) => order <= 0),
  gt: compare("gt", (order) => order > 0),
  ge: compare("ge", (order) => order >= 0),
  html: (...args) =>
    args
      .map(textOf)
      .join("")
      .replace(/[&<>"']/g, (character) => escapes[character] ?? character),
  js: (...args) => JSON.stringify(args.map(textOf).join("")).slice(1, -1),
  urlquery: (...args) => encodeURIComponent(args.map(textOf).join("")).replaceAll("%20", "+"),
  json: (value = null) => `${JSON.stringify(value)}\n`,
  lower: (value) => textOf(value).toLowerCase(),
  upper: (value) => textOf(value).toUpperCase(),
  title: (value) =>
    textOf(value).replace(
      /(^|[^\p{L}\p{N}'_])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
};
