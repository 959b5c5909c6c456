import { FsError } from "../filesystem/fs-error.ts";
import { formatSignal, parseSignal } from "../process/signals.ts";
import { createInput, createProgramOutput, type Input, type Output } from "../process/stdio.ts";
import { parseScript } from "./parser.ts";
import { type Descriptors, environmentOf, ShellError, type ShellState, setVariable } from "./state.ts";
import type { List } from "./syntax.ts";

/** Leaves loops: `left` of them are still to be left. */
export class LoopExit extends Error {
  left: number;
  readonly again: boolean;

  constructor(left: number, again: boolean) {
    super(again ? "continue" : "break");
    this.left = left;
    this.again = again;
  }
}

/** Leaves a function or a sourced script. */
export class FunctionReturn extends Error {
  readonly status: number;

  constructor(status: number) {
    super("return");
    this.status = status;
  }
}

/** What a builtin works with. */
export interface BuiltinCall {
  readonly state: ShellState;
  /** Without the builtin's own name. */
  readonly args: readonly string[];
  readonly fds: Descriptors;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Runs commands in this shell. */
  readonly run: (list: List, fds: Descriptors) => Promise<number>;
  /** Runs a command without looking for functions. */
  readonly command: (args: readonly string[], fds: Descriptors) => Promise<number>;
}

type Builtin = (call: BuiltinCall) => number | Promise<number>;

const NAME = /^[A-Za-z_]\w*$/;

const numberOf = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) throw new ShellError(`illegal number: ${text}`);
  return Number(text);
};

const quote = (value: string): string => `'${value.replaceAll("'", `'"'"'`)}'`;

const changeDirectory: Builtin = async ({ state, args, stdout }) => {
  const { process } = state;
  const [asked] = args.filter((arg) => arg !== "-P" && arg !== "-L");
  const target = asked === "-" ? state.variables.get("OLDPWD") : (asked ?? state.variables.get("HOME") ?? "/");
  const path = target ?? "/";
  try {
    const stat = process.fs.stat(path);
    if (stat === undefined) throw new FsError("ENOENT", path);
    if (stat.kind !== "directory") throw new FsError("ENOTDIR", path);
    const real = process.fs.realpath(path);
    setVariable(state, "OLDPWD", process.cwd);
    process.cwd = real;
    setVariable(state, "PWD", real);
    if (asked === "-") await stdout.line(real);
    return 0;
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    throw new ShellError(`cd: can't cd to ${path}: ${error.reason}`, 1);
  }
};

const assignAll = (call: BuiltinCall, each: (name: string) => void): number => {
  for (const arg of call.args) {
    const equals = arg.indexOf("=");
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (!NAME.test(name)) throw new ShellError(`${name}: bad variable name`);
    if (equals >= 0) setVariable(call.state, name, arg.slice(equals + 1));
    each(name);
  }
  return 0;
};

const exportNames: Builtin = async (call) => {
  const { state } = call;
  if (call.args.length === 0 || call.args[0] === "-p") {
    for (const [name, value] of [...environmentOf(state)].sort())
      await call.stdout.line(`export ${name}=${quote(value)}`);
    return 0;
  }
  return assignAll(call, (name) => state.exported.add(name));
};

const setOptions: Builtin = async ({ state, args, stdout }) => {
  if (args.length === 0) {
    for (const [name, value] of [...state.variables].sort()) await stdout.line(`${name}=${quote(value)}`);
    return 0;
  }
  const names: Readonly<Record<string, string>> = {
    errexit: "e",
    xtrace: "x",
    nounset: "u",
    noglob: "f",
    allexport: "a",
    pipefail: "p",
  };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") {
      state.positional = args.slice(index + 1);
      return 0;
    }
    if (!/^[-+][a-zA-Z]+$/.test(arg)) {
      state.positional = args.slice(index);
      return 0;
    }
    for (const letter of arg.slice(1)) {
      const flag = letter === "o" ? names[args[++index] ?? ""] : letter;
      if (flag === undefined) throw new ShellError(`set: illegal option ${args[index] ?? ""}`);
      if (arg.startsWith("-")) state.flags.add(flag);
      else state.flags.delete(flag);
    }
  }
  return 0;
};

const readVariables: Builtin = async ({ state, args, stdin, stderr }) => {
  const raw = args.includes("-r");
  const prompt = args.indexOf("-p");
  const names = args.filter((arg, index) => !arg.startsWith("-") && !(prompt >= 0 && index === prompt + 1));
  if (prompt >= 0) await stderr.write(args[prompt + 1] ?? "");
  let line = await stdin.readLine();
  const ended = line === undefined;
  while (!raw && line?.endsWith("\\")) line = line.slice(0, -1) + ((await stdin.readLine()) ?? "");
  const text = (raw ? line : line?.replace(/\\([\s\S])/g, "$1")) ?? "";
  const separators = state.variables.get("IFS") ?? " \t\n";
  const isSeparator = (character: string): boolean => separators.includes(character);
  const targets = names.length === 0 ? ["REPLY"] : names;
  let rest = text;
  targets.forEach((name, index) => {
    while (rest !== "" && isSeparator(rest[0] ?? "") && " \t\n".includes(rest[0] ?? "")) rest = rest.slice(1);
    if (index === targets.length - 1) {
      while (rest !== "" && isSeparator(rest.at(-1) ?? "") && " \t\n".includes(rest.at(-1) ?? ""))
        rest = rest.slice(0, -1);
      setVariable(state, name, rest);
      return;
    }
    const end = [...rest].findIndex(isSeparator);
    setVariable(state, name, end < 0 ? rest : rest.slice(0, end));
    rest = end < 0 ? "" : rest.slice(end + 1);
  });
  return ended ? 1 : 0;
};

const trap: Builtin = async ({ state, args, stdout }) => {
  const [action, ...signals] = args[0] === "--" ? args.slice(1) : args;
  if (action === undefined) {
    for (const name of state.traps.keys()) await stdout.line(`trap -- '…' ${name}`);
    return 0;
  }
  for (const given of signals.length === 0 ? [action] : signals) {
    const number = given === "EXIT" || given === "0" ? 0 : parseSignal(given);
    if (number === undefined) throw new ShellError(`trap: ${given}: invalid signal specification`, 1);
    const name = number === 0 ? "EXIT" : formatSignal(number);
    state.traps.delete(name);
    if (number !== 0) state.process.resetSignal(number);
    if (action === "-" || signals.length === 0) continue;
    if (action === "" && number !== 0) {
      state.process.onSignal(name, "ignore");
      continue;
    }
    const list = parseScript(action);
    state.traps.set(name, list);
    if (number === 0) continue;
    state.process.onSignal(name, () => {
      state.pendingTraps.push(list);
      state.onTrap?.();
    });
  }
  return 0;
};

const waitFor: Builtin = async ({ state, args }) => {
  const wanted =
    args.length === 0 ? state.background : state.background.filter(({ pid }) => args.includes(String(pid)));
  if (args.length > 0 && wanted.length === 0) return 127;
  const trapped = new Promise<number>((resolve) => {
    state.onTrap = () => resolve(128);
  });
  let status = 0;
  for (const child of wanted) {
    status = await state.process.until(Promise.race([child.wait(), trapped]));
    if (state.pendingTraps.length > 0) return status;
    state.background = state.background.filter((known) => known !== child);
  }
  return args.length === 0 ? 0 : status;
};

const source: Builtin = async ({ state, args, run, fds }) => {
  const [path] = args;
  if (path === undefined) return 0;
  let text: string;
  try {
    text = state.process.fs.readText(path);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    throw new ShellError(`.: can't open '${path}': ${error.reason}`);
  }
  state.calls++;
  try {
    return await run(parseScript(text), fds);
  } catch (error) {
    if (error instanceof FunctionReturn) return error.status;
    throw error;
  } finally {
    state.calls--;
  }
};

const describe: Builtin = async ({ state, args, stdout }) => {
  let status = 0;
  for (const name of args) {
    if (state.functions.has(name)) await stdout.line(`${name} is a shell function`);
    else if (BUILTINS.has(name)) await stdout.line(`${name} is a shell builtin`);
    else {
      const path = locate(state, name);
      if (path === undefined) status = 127;
      await stdout.line(path === undefined ? `${name}: not found` : `${name} is ${path}`);
    }
  }
  return status;
};

const locate = (state: ShellState, name: string): string | undefined => {
  const directories = (state.variables.get("PATH") ?? "").split(":");
  const candidates = name.includes("/") ? [name] : directories.map((directory) => `${directory}/${name}`);
  return candidates.find((candidate) => state.process.fs.stat(candidate)?.kind === "file");
};

const commandBuiltin: Builtin = async (call) => {
  const [flag, name] = call.args;
  if (flag !== "-v" && flag !== "-V") return await call.command(call.args, call.fds);
  if (name === undefined) return 127;
  const { state } = call;
  const known = state.functions.has(name) || BUILTINS.has(name) ? name : locate(state, name);
  if (known !== undefined) await call.stdout.line(known);
  return known === undefined ? 127 : 0;
};

const execBuiltin: Builtin = async ({ state, args, fds }): Promise<number> => {
  if (args.length === 0) return 0;
  const program = state.process.become(args, { fds, env: environmentOf(state) });
  return state.process.exit((await program(state.process)) ?? 0);
};

const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [":", () => 0],
  [".", source],
  ["source", source],
  ["cd", changeDirectory],
  ["export", exportNames],
  ["readonly", (call) => assignAll(call, (name) => call.state.readonlyNames.add(name))],
  ["local", (call) => assignAll(call, () => undefined)],
  [
    "unset",
    ({ state, args }) => {
      for (const name of args.filter((arg) => !arg.startsWith("-"))) {
        state.variables.delete(name);
        state.exported.delete(name);
        state.functions.delete(name);
      }
      return 0;
    },
  ],
  ["set", setOptions],
  [
    "shift",
    ({ state, args }) => {
      const count = numberOf(args[0], 1);
      if (count > state.positional.length) return 1;
      state.positional = state.positional.slice(count);
      return 0;
    },
  ],
  ["read", readVariables],
  ["trap", trap],
  ["wait", waitFor],
  ["type", describe],
  ["command", commandBuiltin],
  ["exec", execBuiltin],
  ["eval", ({ args, run, fds }) => run(parseScript(args.join(" ")), fds)],
  ["umask", () => 0],
  [
    "jobs",
    async ({ state, stdout }) => {
      for (const [index, child] of state.background.entries()) {
        const shown = child.exitCode === undefined ? "Running" : `Done(${child.exitCode})`;
        await stdout.line(`[${index + 1}]   ${shown.padEnd(22)} ${child.args.join(" ")}`);
      }
      return 0;
    },
  ],
  ["exit", ({ state, args }) => state.process.exit(numberOf(args[0], state.status))],
  [
    "return",
    ({ state, args }) => {
      throw new FunctionReturn(numberOf(args[0], state.status));
    },
  ],
  ["break", ({ state, args }) => leave(state, args, false)],
  ["continue", ({ state, args }) => leave(state, args, true)],
]);

const leave = (state: ShellState, args: readonly string[], again: boolean): number => {
  if (state.loops === 0) return 0;
  throw new LoopExit(Math.min(numberOf(args[0], 1), state.loops), again);
};

/** The builtin of a name: what must run in the shell itself. */
export const findBuiltin = (name: string): Builtin | undefined => BUILTINS.get(name);

/** The streams of a command that runs in the shell's own process. */
export const streamsOf = (state: ShellState, fds: Descriptors): { stdin: Input; stdout: Output; stderr: Output } => {
  const owner = {
    descriptor: (fd: number) => fds[fd],
    until: <T>(promise: Promise<T>): Promise<T> => state.process.until(promise),
    work: (bytes: number) => state.process.work(bytes),
  };
  return { stdin: createInput(owner, 0), stdout: createProgramOutput(owner, 1), stderr: createProgramOutput(owner, 2) };
};
