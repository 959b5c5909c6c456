import type { Program } from "../process/program.ts";
import { forEachInput, linesOf } from "./inputs.ts";
import { parseOptions, UsageError } from "./options.ts";

/** What `[:digit:]` and the like stand for, inside brackets. */
export const CLASSES: Readonly<Record<string, string>> = {
  alpha: "A-Za-z",
  digit: "0-9",
  alnum: "A-Za-z0-9",
  space: "\\s",
  upper: "A-Z",
  lower: "a-z",
  punct: "!-/:-@[-`{-~",
  xdigit: "0-9A-Fa-f",
};

/** A basic or extended regular expression as JavaScript's. */
const toRegExp = (
  pattern: string,
  options: { readonly extended: boolean; readonly fixed: boolean; readonly flags: string },
): RegExp => {
  if (options.fixed) return new RegExp(pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), options.flags);
  const classes = pattern.replace(/\[:(\w+):\]/g, (_all, name) => CLASSES[String(name)] ?? "");
  const source = options.extended
    ? classes
    : classes.replace(/\\?[+?(){}|]/g, (token) => (token.length === 2 ? token.slice(1) : `\\${token}`));
  try {
    return new RegExp(source, options.flags);
  } catch {
    throw new UsageError(`bad regex '${pattern}'`);
  }
};

const grep: Program = async (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "EFGivnqcolswxhHr", withValue: "em" });
  const given = values.get("e");
  const [pattern = given, ...paths] = given === undefined ? operands : [given, ...operands];
  if (pattern === undefined) throw new UsageError("usage: grep PATTERN [FILE]...");
  const base = toRegExp(pattern, {
    extended: flags.has("E") || p.args[0] === "egrep",
    fixed: flags.has("F"),
    flags: flags.has("i") ? "gi" : "g",
  });
  const source = flags.has("x") ? `^(?:${base.source})$` : flags.has("w") ? `\\b(?:${base.source})\\b` : base.source;
  const regExp = new RegExp(source, base.flags);
  const limit = Number(values.get("m") ?? Number.POSITIVE_INFINITY);
  let found = false;
  const status = await forEachInput(p, paths, async (path) => {
    const prefix = paths.length > 1 && !flags.has("h") ? `${path}:` : "";
    let count = 0;
    let number = 0;
    for await (const line of linesOf(p, path)) {
      number++;
      const matches = line.match(regExp);
      if ((matches !== null) === flags.has("v")) continue;
      found = true;
      count++;
      if (flags.has("q") || flags.has("l")) break;
      if (flags.has("c")) continue;
      const start = `${prefix}${flags.has("n") ? `${number}:` : ""}`;
      if (flags.has("o")) for (const match of matches ?? []) await p.stdout.line(start + match);
      else await p.stdout.line(start + line);
      if (count >= limit) break;
    }
    if (flags.has("l") && count > 0) await p.stdout.line(path);
    if (flags.has("c")) await p.stdout.line(`${prefix}${count}`);
  });
  if (status !== 0) return 2;
  return found ? 0 : 1;
};

const sed: Program = async (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "nErs", withValue: "e" });
  const given = values.get("e");
  const [script = given ?? "", ...paths] = given === undefined ? operands : [given, ...operands];
  const substitute = /^s(.)((?:\\.|(?!\1).)*)\1((?:\\.|(?!\1).)*)\1([gpi]*)$/.exec(script.trim());
  const [, , pattern = "", replacement = "", options = ""] = substitute ?? [];
  const address = /^(?:(\d+|\$)(?:,(\d+|\$))?|\/(.*)\/)([pdq])$/.exec(script.trim());
  if (substitute === null && address === null) throw new UsageError(`unsupported command: ${script}`);
  const regExp = toRegExp(address?.[3] ?? pattern, {
    extended: flags.has("E") || flags.has("r"),
    fixed: false,
    flags: `${options.includes("g") ? "g" : ""}${options.includes("i") ? "i" : ""}`,
  });
  const into = replacement
    .replace(/\$/g, "$$$$")
    .replace(/(?<!\\)&/g, "$$&")
    .replace(/\\(\d)/g, "$$$1")
    .replace(/\\n/g, "\n")
    .replace(/\\([&/])/g, "$1");
  return await forEachInput(p, paths, async (path) => {
    let number = 0;
    for await (const line of linesOf(p, path)) {
      number++;
      if (substitute !== null) {
        const changed = line.replace(regExp, into);
        if (!flags.has("n") || (options.includes("p") && changed !== line)) await p.stdout.line(changed);
        continue;
      }
      const [, first, last = first, text, command] = address ?? [];
      const inRange =
        text === undefined ? number >= Number(first) && (last === "$" || number <= Number(last)) : regExp.test(line);
      if (command === "d" ? !inRange : command === "q" || !flags.has("n") || inRange) await p.stdout.line(line);
      if (command === "q" && inRange) return;
      if (command === "p" && inRange && !flags.has("n")) await p.stdout.line(line);
    }
  });
};

/** Programs that look for patterns. */
export const PATTERNS: Readonly<Record<string, Program>> = { grep, egrep: grep, sed };
