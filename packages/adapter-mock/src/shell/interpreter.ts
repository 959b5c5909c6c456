import { FsError } from "../filesystem/fs-error.ts";
import { createPipe, NULL_DESCRIPTOR } from "../process/descriptor.ts";
import type { Process } from "../process/process.ts";
import { SIGNALS } from "../process/signals.ts";
import { createInput } from "../process/stdio.ts";
import { FunctionReturn, findBuiltin, LoopExit, streamsOf } from "./builtins.ts";
import { type Expander, expandToFields, expandToPattern, expandToText } from "./expand.ts";
import { matchesPattern } from "./pattern.ts";
import { type Redirected, redirect } from "./redirect.ts";
import { copyShellState, type Descriptors, environmentOf, ShellError, type ShellState, setVariable } from "./state.ts";
import type { Command, List, Redirect, Word } from "./syntax.ts";

type Simple = Extract<Command, { kind: "simple" }>;
type Loop = Extract<Command, { kind: "loop" }>;
type For = Extract<Command, { kind: "for" }>;
type Case = Extract<Command, { kind: "case" }>;

/** Programs of the mock that a shell has built in. */
const IN_SHELL: ReadonlySet<string> = new Set(["echo", "printf"]);

/** How deep functions may call each other. */
const MAX_CALLS = 500;

/** Executes parsed commands in one shell. */
export class Interpreter implements Expander {
  readonly state: ShellState;
  /** The status of the last `$(…)` of the command that is being expanded: that of a command without a name. */
  #substituted: number | undefined;

  constructor(state: ShellState) {
    this.state = state;
  }

  /** Runs commands one after another; the status of the last. */
  async list(list: List, fds: Descriptors): Promise<number> {
    for (const { command, background } of list) {
      if (background) this.#startInBackground(command, fds);
      else await this.#execute(command, fds);
      await this.#traps(fds);
    }
    return this.state.status;
  }

  async #traps(fds: Descriptors): Promise<void> {
    for (let list = this.state.pendingTraps.shift(); list !== undefined; list = this.state.pendingTraps.shift()) {
      const { status } = this.state;
      await this.list(list, fds);
      this.state.status = status;
    }
  }

  async #execute(command: Command, fds: Descriptors): Promise<number> {
    const turn = this.state.process.work(0);
    if (turn !== undefined) await turn;
    try {
      this.state.status = await this.#run(command, fds);
    } catch (error) {
      this.state.status = await this.#report(error, fds);
    }
    const failed = this.state.status !== 0 && this.state.flags.has("e") && this.state.conditions === 0;
    if (failed && (command.kind === "simple" || command.kind === "pipeline" || command.kind === "subshell")) {
      this.state.process.exit(this.state.status);
    }
    return this.state.status;
  }

  /** Prints what went wrong with a command; what must end the shell is thrown on. */
  async #report(error: unknown, fds: Descriptors): Promise<number> {
    const message = error instanceof FsError || error instanceof ShellError ? error.message : undefined;
    if (message === undefined) throw error;
    await streamsOf(this.state, fds).stderr.line(`${this.state.name}: ${message}`);
    return error instanceof ShellError ? error.status : 1;
  }

  async #run(command: Command, fds: Descriptors): Promise<number> {
    switch (command.kind) {
      case "simple":
        return await this.#simple(command, fds);
      case "pipeline":
        return await this.#pipeline(command.commands, command.negated, fds);
      case "and":
      case "or": {
        const left = await this.#condition(() => this.#execute(command.left, fds));
        return (left === 0) === (command.kind === "and") ? await this.#execute(command.right, fds) : left;
      }
      case "function":
        this.state.functions.set(command.name, command.body);
        return 0;
      case "subshell":
        return await this.#redirected(command.redirects, fds, async (inner) => {
          const child = this.#fork(inner, (shell) => shell.list(command.body, inner));
          return await this.state.process.until(child.wait());
        });
      case "group":
        return await this.#redirected(command.redirects, fds, (inner) => this.list(command.body, inner));
      case "if":
        return await this.#redirected(command.redirects, fds, (inner) => this.#if(command, inner));
      case "loop":
        return await this.#redirected(command.redirects, fds, (inner) => this.#loop(command, inner));
      case "for":
        return await this.#redirected(command.redirects, fds, (inner) => this.#for(command, inner));
      case "case":
        return await this.#redirected(command.redirects, fds, (inner) => this.#case(command, inner));
      default:
        return command satisfies never;
    }
  }

  async #condition(run: () => Promise<number>): Promise<number> {
    this.state.conditions++;
    try {
      return await run();
    } finally {
      this.state.conditions--;
    }
  }

  async #redirected(
    redirects: readonly Redirect[],
    fds: Descriptors,
    run: (fds: Descriptors) => Promise<number>,
  ): Promise<number> {
    if (redirects.length === 0) return await run(fds);
    const redirected = await redirect(this, redirects, fds);
    try {
      return await run(redirected.fds);
    } finally {
      redirected.release();
    }
  }

  async #if(command: Extract<Command, { kind: "if" }>, fds: Descriptors): Promise<number> {
    for (const { condition, body } of command.branches) {
      if ((await this.#condition(() => this.list(condition, fds))) === 0) return await this.list(body, fds);
    }
    return command.otherwise === undefined ? 0 : await this.list(command.otherwise, fds);
  }

  /** Runs a loop's body; `true` if the loop goes on. */
  async #turn(body: List, fds: Descriptors): Promise<boolean> {
    this.state.loops++;
    try {
      await this.list(body, fds);
      return true;
    } catch (error) {
      if (!(error instanceof LoopExit)) throw error;
      if (--error.left > 0) throw error;
      this.state.status = 0;
      return error.again;
    } finally {
      this.state.loops--;
    }
  }

  async #loop(command: Loop, fds: Descriptors): Promise<number> {
    let status = 0;
    for (;;) {
      const met = (await this.#condition(() => this.list(command.condition, fds))) === 0;
      if (met === command.until) break;
      const more = await this.#turn(command.body, fds);
      status = this.state.status;
      if (!more) break;
    }
    return status;
  }

  async #for(command: For, fds: Descriptors): Promise<number> {
    const values = command.words === undefined ? this.state.positional : await this.#fields(command.words);
    let status = 0;
    for (const value of values) {
      setVariable(this.state, command.name, value);
      const more = await this.#turn(command.body, fds);
      status = this.state.status;
      if (!more) break;
    }
    return status;
  }

  async #case(command: Case, fds: Descriptors): Promise<number> {
    const subject = await expandToText(this, command.subject);
    for (const { patterns, body } of command.branches) {
      for (const pattern of patterns) {
        if (!matchesPattern(subject, await expandToPattern(this, pattern))) continue;
        this.state.status = 0;
        return await this.list(body, fds);
      }
    }
    return 0;
  }

  async #fields(words: readonly Word[]): Promise<string[]> {
    const fields: string[] = [];
    for (const word of words) fields.push(...(await expandToFields(this, word)));
    return fields;
  }

  async #simple(command: Simple, fds: Descriptors): Promise<number> {
    this.#substituted = undefined;
    const args = await this.#fields(command.words);
    const redirected = await redirect(this, command.redirects, fds);
    try {
      const assignments: [string, string][] = [];
      for (const { name, value } of command.assignments) assignments.push([name, await expandToText(this, value)]);
      if (this.state.flags.has("x")) await this.#trace(assignments, args, fds);
      if (args.length === 0) {
        for (const [name, value] of assignments) setVariable(this.state, name, value);
        return this.#substituted ?? 0;
      }
      if (args[0] === "exec" && args.length === 1) this.#keep(redirected);
      return await this.#withAssignments(assignments, args, redirected.fds);
    } finally {
      redirected.release();
    }
  }

  /** `exec` with nothing but redirections: they hold for all that follows. */
  #keep(redirected: Redirected): void {
    this.state.process.replaceDescriptors(redirected.fds);
  }

  async #trace(assignments: readonly [string, string][], args: readonly string[], fds: Descriptors): Promise<void> {
    const shown = [...assignments.map(([name, value]) => `${name}=${value}`), ...args].join(" ");
    await streamsOf(this.state, fds).stderr.line(`+ ${shown}`);
  }

  async #withAssignments(
    assignments: readonly [string, string][],
    args: readonly string[],
    fds: Descriptors,
  ): Promise<number> {
    const [name = ""] = args;
    const body = this.state.functions.get(name);
    const special = findBuiltin(name) !== undefined;
    if (body === undefined && !special) return await this.#program(args, fds, new Map(assignments));
    const before = assignments.map(([variable]) => [variable, this.state.variables.get(variable)] as const);
    for (const [variable, value] of assignments) setVariable(this.state, variable, value);
    try {
      return body === undefined ? await this.command(args, fds) : await this.#call(body, args, fds);
    } finally {
      for (const [variable, value] of before) {
        if (value === undefined) this.state.variables.delete(variable);
        else this.state.variables.set(variable, value);
      }
    }
  }

  async #call(body: Command, args: readonly string[], fds: Descriptors): Promise<number> {
    if (this.state.calls >= MAX_CALLS)
      throw new ShellError(`${args[0]}: more than ${MAX_CALLS} calls inside each other`);
    const { positional } = this.state;
    this.state.positional = args.slice(1);
    this.state.calls++;
    try {
      return await this.#execute(body, fds);
    } catch (error) {
      if (error instanceof FunctionReturn) return error.status;
      throw error;
    } finally {
      this.state.calls--;
      this.state.positional = positional;
    }
  }

  /** Runs a builtin or a program, whatever functions there are. */
  async command(args: readonly string[], fds: Descriptors): Promise<number> {
    const builtin = findBuiltin(args[0] ?? "");
    if (builtin === undefined) return await this.#program(args, fds, new Map());
    return await builtin({
      state: this.state,
      args: args.slice(1),
      fds,
      ...streamsOf(this.state, fds),
      run: (list, inner) => this.list(list, inner),
      command: (inner, innerFds) => this.command(inner, innerFds),
    });
  }

  async #program(args: readonly string[], fds: Descriptors, extra: ReadonlyMap<string, string>): Promise<number> {
    const { process } = this.state;
    const env = new Map([...environmentOf(this.state), ...extra]);
    const interactive = this.state.flags.has("i");
    let child: Process;
    try {
      child = process.start(args, { fds, env, cwd: process.cwd, group: interactive ? "own" : undefined });
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      if (error.code === "ENOENT") throw new ShellError(`${args[0]}: not found`, 127);
      throw new ShellError(`${args[0]}: ${error.reason}`, 126);
    }
    const exitCode = await this.#foreground(child, fds);
    // Elsewhere these are built into the shell, and it is the shell that a broken pipe ends.
    if (exitCode === 128 + SIGNALS.PIPE && IN_SHELL.has(args[0] ?? "")) process.end(exitCode);
    return exitCode;
  }

  async #foreground(child: Process, fds: Descriptors): Promise<number> {
    const { process } = this.state;
    const terminal = this.state.flags.has("i") ? fds[0]?.terminal : undefined;
    if (terminal !== undefined) terminal.foreground = child.group;
    try {
      const exitCode = await process.until(child.wait());
      // What ctrl-c has cut off ends its line, before the next prompt.
      if (terminal !== undefined && exitCode === 128 + SIGNALS.INT) terminal.write(Uint8Array.of(10));
      return exitCode;
    } finally {
      if (terminal !== undefined) terminal.foreground = process.group;
    }
  }

  #fork(fds: Descriptors, run: (shell: Interpreter) => Promise<number>): Process {
    const { process } = this.state;
    return process.fork(
      async (p) => {
        if (!isProcess(p)) return 1;
        const shell = new Interpreter(copyShellState(this.state, p));
        try {
          return await run(shell);
        } catch (error) {
          if (error instanceof LoopExit) return 0;
          if (error instanceof FunctionReturn) return error.status;
          throw error;
        }
      },
      { fds, env: process.env, cwd: process.cwd },
    );
  }

  #startInBackground(command: Command, fds: Descriptors): void {
    const inner = [NULL_DESCRIPTOR, ...fds.slice(1)];
    const child = this.#fork(inner, (shell) => shell.#last(command, inner));
    this.state.background.push(child);
    this.state.lastBackgroundPid = child.pid;
    this.state.status = 0;
  }

  async #pipeline(commands: readonly Command[], negated: boolean, fds: Descriptors): Promise<number> {
    const children: Process[] = [];
    let input = fds[0];
    commands.forEach((command, index) => {
      const last = index === commands.length - 1;
      const pipe = last ? undefined : createPipe();
      const inner = [input, pipe === undefined ? fds[1] : pipe.writer, ...fds.slice(2)];
      children.push(this.#fork(inner, (shell) => shell.#last(command, inner)));
      // The children hold the pipe's ends; the shell lets go of its own.
      if (index > 0) input?.release();
      pipe?.writer.release();
      input = pipe?.reader;
    });
    const statuses: number[] = [];
    for (const child of children) statuses.push(await this.state.process.until(child.wait()));
    // pipefail: the last one that failed speaks for all.
    const failed = this.state.flags.has("p") ? statuses.findLast((exitCode) => exitCode !== 0) : undefined;
    const status = failed ?? statuses.at(-1) ?? 0;
    return negated ? (status === 0 ? 1 : 0) : status;
  }

  /** Runs the last command of a process of the shell's: a program takes the process over instead of being its child. */
  async #last(command: Command, fds: Descriptors): Promise<number> {
    if (command.kind !== "simple" || command.assignments.length > 0) return await this.#execute(command, fds);
    return await this.takeOver(command, fds);
  }

  /** As exec: the process becomes the program, if the command is one; any other command is executed. */
  async takeOver(command: Command, fds: Descriptors): Promise<number> {
    const { process } = this.state;
    const plain = command.kind === "simple" && command.assignments.length === 0 && command.words.length > 0;
    if (!plain || this.state.flags.size > 0 || this.state.traps.size > 0) return await this.#execute(command, fds);
    try {
      const args = await this.#fields(command.words);
      const [name = ""] = args;
      if (args.length === 0) return this.#substituted ?? 0;
      const redirected = await redirect(this, command.redirects, fds);
      try {
        const body = this.state.functions.get(name);
        if (body !== undefined) return await this.#call(body, args, redirected.fds);
        if (findBuiltin(name) !== undefined) return await this.command(args, redirected.fds);
        return await this.#become(process, args, redirected);
      } finally {
        redirected.release();
      }
    } catch (error) {
      return await this.#report(error, fds);
    }
  }

  async #become(process: Process, args: readonly string[], redirected: Redirected): Promise<number> {
    let program: ReturnType<Process["become"]>;
    try {
      program = process.become(args, { fds: redirected.fds, env: environmentOf(this.state) });
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      if (error.code === "ENOENT") throw new ShellError(`${args[0]}: not found`, 127);
      throw new ShellError(`${args[0]}: ${error.reason}`, 126);
    }
    return (await program(process)) ?? 0;
  }

  /** Runs commands with their output in a pipe: `$(…)`. */
  readonly substitute = async (list: List): Promise<string> => {
    const { reader, writer } = createPipe();
    const { process } = this.state;
    const fds = [process.fds[0], writer, process.fds[2]];
    const [only] = list;
    const child = this.#fork(fds, (shell) =>
      list.length === 1 && only !== undefined && !only.background
        ? shell.#last(only.command, fds)
        : shell.list(list, fds),
    );
    writer.release();
    const owner = {
      descriptor: () => reader,
      until: <T>(promise: Promise<T>): Promise<T> => process.until(promise),
      work: (bytes: number) => process.work(bytes),
    };
    try {
      const text = await createInput(owner, 0).text();
      this.#substituted = await process.until(child.wait());
      this.state.status = this.#substituted;
      return text;
    } finally {
      reader.release();
    }
  };
}

const isProcess = (p: unknown): p is Process => p !== null && typeof p === "object" && "become" in p;
