import type { Program } from "../process/program.ts";
import { parseCount, parseOptions, UsageError } from "./options.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** What is added to a byte above 127 that an escape stands for, until the text is written. */
const LONE_BYTE = 0xdc00;

/** Replaces backslash escapes; `\c` ends the text. */
const withEscapes = (text: string): { readonly text: string; readonly ended: boolean } => {
  const end = /(?<!\\)(?:\\\\)*\\c/.exec(text);
  const kept = end === null ? text : text.slice(0, end.index + end[0].length - 2);
  const replaced = kept.replace(
    /\\(?:0([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([abefnrtv\\]))/g,
    (_all, octal, hex, plainOctal, letter) => {
      if (letter !== undefined) return ESCAPES[String(letter)] ?? "";
      const byte = (hex === undefined ? Number.parseInt(octal ?? plainOctal, 8) : Number.parseInt(hex, 16)) & 0xff;
      return String.fromCharCode(byte < 0x80 ? byte : LONE_BYTE + byte);
    },
  );
  return { text: replaced, ended: end !== null };
};

/** The bytes of a text in which escapes above 127 stand as lone surrogates: they are bytes, not characters. */
const toBytes = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/([\udc80-\udcff])/u)
      .map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.of(part.charCodeAt(0) - LONE_BYTE))),
  );

/** `echo [-neE] TEXT...` */
const echo: Program = async (p) => {
  const args = p.args.slice(1);
  let newline = true;
  let escapes = false;
  while (/^-[neE]+$/.test(args[0] ?? "")) {
    for (const letter of args.shift()?.slice(1) ?? "") {
      if (letter === "n") newline = false;
      else escapes = letter === "e";
    }
  }
  const given = args.join(" ");
  const { text, ended } = escapes ? withEscapes(given) : { text: given, ended: false };
  await p.stdout.write(toBytes(newline && !ended ? `${text}\n` : text));
};

const pad = (text: string, flags: string, width: number): string => {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[-+]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
};

const numberOf = (text: string): number => {
  if (/^["']/.test(text)) return text.codePointAt(1) ?? 0;
  return text === "" ? 0 : Number(text);
};

const formatOne = (specification: RegExpExecArray, argument: string): string => {
  const [, flags = "", width = "", precision, conversion = "s"] = specification;
  const digits = precision === undefined ? undefined : Number(precision);
  const number = numberOf(argument);
  const text = (): string => {
    switch (conversion) {
      case "d":
      case "i":
      case "u":
        return (flags.includes("+") && number >= 0 ? "+" : "") + String(Math.trunc(number)).padStart(digits ?? 0, "0");
      case "x":
        return Math.trunc(number).toString(16);
      case "X":
        return Math.trunc(number).toString(16).toUpperCase();
      case "o":
        return Math.trunc(number).toString(8);
      case "f":
        return number.toFixed(digits ?? 6);
      case "e":
        return number.toExponential(digits ?? 6).replace(/e([-+])(\d)$/, "e$10$2");
      case "g":
        return String(number);
      case "c":
        return argument.slice(0, 1);
      case "b":
        return withEscapes(argument).text;
      default:
        return digits === undefined ? argument : argument.slice(0, digits);
    }
  };
  return pad(text(), flags, Number(width));
};

/** `printf FORMAT ARGUMENT...`, the format again while arguments are left. */
const printf: Program = async (p) => {
  const [, format, ...given] = p.args;
  if (format === undefined) throw new UsageError("usage: printf FORMAT [ARG]...");
  const args = [...given];
  const specification = /%(?:%|([-+ 0#]*)(\d*)(?:\.(\d+))?([diuoxXfegcsb]))/g;
  do {
    const before = args.length;
    let out = "";
    let at = 0;
    for (let match = specification.exec(format); match !== null; match = specification.exec(format)) {
      out += withEscapes(format.slice(at, match.index)).text;
      out += match[0] === "%%" ? "%" : formatOne(match, args.shift() ?? "");
      at = match.index + match[0].length;
    }
    const { text } = withEscapes(format.slice(at));
    await p.stdout.write(toBytes(out + text));
    if (args.length === before) break;
  } while (args.length > 0);
};

/** `seq [FIRST [STEP]] LAST` */
const seq: Program = async (p) => {
  const { values, operands } = parseOptions(
    p.args.map((arg) => (/^-\d/.test(arg) ? ` ${arg}` : arg)),
    { flags: "w", withValue: "s" },
  );
  const numbers = operands.map((operand) => Number(operand));
  if (numbers.length === 0 || numbers.length > 3 || numbers.some(Number.isNaN))
    throw new UsageError("usage: seq [FIRST [INC]] LAST");
  const [first = 1, step = 1, last = 1] =
    numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
  if (step === 0) throw new UsageError("increment must not be 0");
  const separator = values.get("s") ?? "\n";
  let batch = "";
  let any = false;
  for (let value = first; step > 0 ? value <= last : value >= last; value += step) {
    batch += any ? `${separator}${value}` : String(value);
    any = true;
    if (batch.length < 16_384) continue;
    await p.stdout.write(batch);
    batch = "";
  }
  if (any) await p.stdout.write(`${batch}\n`);
};

/** `yes [TEXT]`, until nobody reads. */
const yes: Program = async (p) => {
  const line = `${p.args.slice(1).join(" ") || "y"}\n`;
  const batch = new TextEncoder().encode(line.repeat(Math.max(1, Math.floor(16_384 / line.length))));
  for (;;) await p.stdout.write(batch);
};

/** `sleep SECONDS|infinity`, with the suffixes s, m, h and d. */
const sleep: Program = async (p) => {
  const operands = p.args.slice(1);
  if (operands.length === 0) throw new UsageError("missing operand");
  let seconds = 0;
  for (const operand of operands) {
    if (/^inf(?:inity)?$/.test(operand)) return await p.forever();
    const [, number, unit = "s"] = /^(\d*\.?\d+)([smhd]?)$/.exec(operand) ?? [];
    if (number === undefined) throw new UsageError(`invalid number '${operand}'`);
    seconds += Number(number) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
  }
  await p.sleep(seconds * 1000);
};

/** `usleep MICROSECONDS` */
const usleep: Program = (p) => p.sleep(parseCount(p.args[1] ?? "0") / 1000);

/** Programs that print what they are told. */
export const PRINTING: Readonly<Record<string, Program>> = { echo, printf, seq, yes, sleep, usleep };
