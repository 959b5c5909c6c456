import { FsError } from "../filesystem/fs-error.ts";
import { Process } from "../process/process.ts";
import type { Program } from "../process/program.ts";
import { FunctionReturn } from "./builtins.ts";
import { Interpreter } from "./interpreter.ts";
import { parseScript } from "./parser.ts";
import { createShellState, ShellError, type ShellState } from "./state.ts";
import { type List, ShellSyntaxError } from "./syntax.ts";

/** Longest command that an interactive shell collects before it gives up on its end. */
const MAX_COMMAND_CHARACTERS = 1024 * 1024;

const runTrap = async (shell: Interpreter): Promise<void> => {
  const list = shell.state.traps.get("EXIT");
  if (list === undefined) return;
  shell.state.traps.delete("EXIT");
  const { status } = shell.state;
  await shell.list(list, shell.state.process.fds);
  shell.state.status = status;
};

const runScript = async (shell: Interpreter, script: string): Promise<number> => {
  const { process } = shell.state;
  let list: List;
  try {
    list = parseScript(script);
  } catch (error) {
    if (!(error instanceof ShellSyntaxError) && !(error instanceof RangeError)) throw error;
    await process.stderr.line(`${shell.state.name}: ${error.message}`);
    return 2;
  }
  const [only] = list;
  if (list.length === 1 && only !== undefined && !only.background)
    return await shell.takeOver(only.command, process.fds);
  return await shell.list(list, process.fds);
};

const prompt = (state: ShellState): string => {
  const mark = state.process.user.uid === 0 ? "#" : "$";
  return (state.variables.get("PS1") ?? `${state.process.cwd} ${mark} `)
    .replaceAll("\\w", state.process.cwd)
    .replaceAll("\\$", mark);
};

/** Collects lines until they are a whole command; `undefined` at the end of input. */
const readCommand = async (shell: Interpreter): Promise<List | undefined> => {
  const { state } = shell;
  const { process } = state;
  const shows = state.flags.has("i");
  let text = "";
  for (;;) {
    if (shows) await process.stderr.write(text === "" ? prompt(state) : (state.variables.get("PS2") ?? "> "));
    const line = await process.stdin.readLine();
    if (line === undefined) {
      if (text.trim() === "") return undefined;
      return parseScript(text);
    }
    text += `${line}\n`;
    try {
      return parseScript(text);
    } catch (error) {
      if (!(error instanceof ShellSyntaxError) || !error.incomplete || text.length > MAX_COMMAND_CHARACTERS)
        throw error;
    }
  }
};

const runInteractive = async (shell: Interpreter): Promise<number> => {
  const { state } = shell;
  const { process } = state;
  const terminal = process.fds[0]?.terminal;
  if (terminal !== undefined) {
    state.flags.add("i");
    terminal.foreground = process.group;
    process.onSignal("INT", () => {
      // The line that was being typed is gone already: the terminal dropped it.
      process.stderr.write(`\n${prompt(state)}`).catch(() => undefined);
    });
  }
  for (;;) {
    try {
      const list = await readCommand(shell);
      if (list === undefined) {
        if (terminal !== undefined) await process.stderr.write("\n");
        return state.status;
      }
      await shell.list(list, process.fds);
    } catch (error) {
      if (error instanceof FunctionReturn) continue;
      if (!(error instanceof ShellSyntaxError) && !(error instanceof ShellError)) throw error;
      await process.stderr.line(`${state.name}: ${error.message}`);
      state.status = 2;
      if (terminal === undefined && error instanceof ShellSyntaxError) return 2;
    }
  }
};

interface Invocation {
  readonly command: string | undefined;
  readonly file: string | undefined;
  readonly flags: readonly string[];
  readonly rest: readonly string[];
}

const parseInvocation = (args: readonly string[]): Invocation => {
  const flags: string[] = [];
  let at = 1;
  let command = false;
  for (; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--" || !/^[-+]\w+$/.test(arg)) break;
    for (const letter of arg.slice(1)) {
      if (letter === "c") command = true;
      else if (letter === "o") at++;
      else if (!"ils".includes(letter)) flags.push(letter);
    }
  }
  if (args[at] === "--") at++;
  const rest = args.slice(at);
  if (command) return { command: rest[0] ?? "", file: undefined, flags, rest: rest.slice(1) };
  return { command: undefined, file: rest[0], flags, rest };
};

/** The shell: `sh -c COMMAND`, `sh FILE`, or commands from its input, with prompts on a terminal. */
export const sh: Program = async (p) => {
  if (!(p instanceof Process)) return 1;
  const invocation = parseInvocation(p.args);
  const name =
    invocation.command === undefined
      ? (invocation.file ?? p.args[0] ?? "sh")
      : (invocation.rest[0] ?? p.args[0] ?? "sh");
  const state = createShellState(p, name, invocation.rest.slice(1));
  for (const flag of invocation.flags) state.flags.add(flag);
  const shell = new Interpreter(state);
  try {
    if (invocation.command !== undefined) return await runScript(shell, invocation.command);
    if (invocation.file === undefined) return await runInteractive(shell);
    return await runScript(shell, readScript(p, invocation.file));
  } catch (error) {
    if (error instanceof FunctionReturn) return error.status;
    if (!(error instanceof ShellError)) throw error;
    await p.stderr.line(`${p.args[0] ?? "sh"}: ${error.message}`);
    return error.status;
  } finally {
    if (p.exitCode === undefined) await runTrap(shell);
  }
};

const readScript = (p: Process, file: string): string => {
  try {
    return p.fs.readText(file);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    throw new ShellError(`can't open '${file}': ${error.reason}`);
  }
};
