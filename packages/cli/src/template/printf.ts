import { formatValue, type Value } from "./values.ts";

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly letter: string;
}

const toInteger = (value: Value): bigint | undefined => {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  return /^[+-]?\d+$/.test(String(value)) ? BigInt(String(value)) : undefined;
};

const withSign = (text: string, flags: string): string =>
  flags.includes("+") && !text.startsWith("-") ? `+${text}` : text;

const formatNumber = (value: Value, { flags, precision, letter }: Verb): string | undefined => {
  const integer = toInteger(value);
  const bases: Readonly<Record<string, number>> = { d: 10, x: 16, X: 16, o: 8, b: 2 };
  const base = bases[letter];
  if (base !== undefined) {
    if (integer === undefined) return undefined;
    const text = integer.toString(base);
    return withSign(letter === "X" ? text.toUpperCase() : text, flags);
  }
  const number = typeof value === "number" || (typeof value === "string" && value !== "") ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) return undefined;
  if (letter === "e") return withSign(number.toExponential(precision ?? 6), flags);
  return withSign(letter === "f" ? number.toFixed(precision ?? 6) : String(number), flags);
};

const formatVerb = (verb: Verb, value: Value): string => {
  const { letter, precision } = verb;
  if (letter === "v" || letter === "s") {
    const text = formatValue(value);
    return letter === "s" && precision !== undefined ? [...text].slice(0, precision).join("") : text;
  }
  if (letter === "q") return JSON.stringify(formatValue(value));
  if (letter === "t") return typeof value === "boolean" ? String(value) : `%!t(${formatValue(value)})`;
  if (letter === "T") return typeof value;
  if (letter === "x" && typeof value === "string" && toInteger(value) === undefined)
    return Buffer.from(value).toString("hex");
  return formatNumber(value, verb) ?? `%!${letter}(${formatValue(value)})`;
};

const pad = (text: string, { flags, width }: Verb): string => {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
};

/** Go's Printf with the verbs that JSON has values for: v s q d x X o b t e f g. */
export const formatPrintf = (format: string, args: readonly Value[]): string => {
  let next = 0;
  const text = format.replace(
    /%([-+# 0]*)(\d*)(?:\.(\d*))?([a-zA-Z%])/g,
    (_, flags: string, width: string, precision: string | undefined, letter: string) => {
      if (letter === "%") return "%";
      if (next >= args.length) return `%!${letter}(MISSING)`;
      const verb: Verb = {
        flags,
        width: Number(width),
        precision: precision === undefined ? undefined : Number(precision),
        letter,
      };
      return pad(formatVerb(verb, args[next++] ?? null), verb);
    },
  );
  const extra = args.slice(next).map((value) => `${typeof value}=${formatValue(value)}`);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
};
