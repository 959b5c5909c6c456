import type { Descriptor } from "../process/descriptor.ts";
import type { Process } from "../process/process.ts";
import type { Command, List } from "./syntax.ts";

/** What 0, 1, 2, … are for one command. */
export type Descriptors = readonly (Descriptor | undefined)[];

/** All a shell remembers between commands; a subshell has a copy. */
export interface ShellState {
  readonly process: Process;
  /** `$0`, and what its messages begin with. */
  readonly name: string;
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly readonlyNames: Set<string>;
  readonly functions: Map<string, Command>;
  readonly traps: Map<string, List>;
  /** Traps whose signal has come and whose commands have not run yet. */
  pendingTraps: List[];
  /** Told when a trap is pending, so that `wait` ends. */
  onTrap: (() => void) | undefined;
  positional: readonly string[];
  status: number;
  background: Process[];
  lastBackgroundPid: number | undefined;
  /** Single letters, as in `$-`. */
  readonly flags: Set<string>;
  /** Inside a condition: a failure does not end the shell with -e. */
  conditions: number;
  loops: number;
  calls: number;
}

/** A shell's state at its start. */
export const createShellState = (process: Process, name: string, positional: readonly string[]): ShellState => {
  const variables = new Map(process.env);
  const exported = new Set(process.env.keys());
  if (!variables.has("PWD")) variables.set("PWD", process.cwd);
  if (!variables.has("IFS")) variables.set("IFS", " \t\n");
  return {
    process,
    name,
    variables,
    exported,
    readonlyNames: new Set(),
    functions: new Map(),
    traps: new Map(),
    pendingTraps: [],
    onTrap: undefined,
    positional,
    status: 0,
    background: [],
    lastBackgroundPid: undefined,
    flags: new Set(),
    conditions: 0,
    loops: 0,
    calls: 0,
  };
};

/** The state of a subshell that runs as `process`: what it changes stays its own. */
export const copyShellState = (state: ShellState, process: Process): ShellState => ({
  ...state,
  process,
  variables: new Map(state.variables),
  exported: new Set(state.exported),
  readonlyNames: new Set(state.readonlyNames),
  functions: new Map(state.functions),
  traps: new Map(),
  pendingTraps: [],
  onTrap: undefined,
  background: [],
  flags: new Set([...state.flags].filter((flag) => flag !== "i")),
  conditions: 0,
  loops: 0,
});

/** The environment of a program that the shell starts. */
export const environmentOf = (state: ShellState): Map<string, string> => {
  const env = new Map<string, string>();
  for (const name of state.exported) {
    const value = state.variables.get(name);
    if (value !== undefined) env.set(name, value);
  }
  return env;
};

/** A failure that a shell reports and ends with. */
export class ShellError extends Error {
  override readonly name = "ShellError";
  readonly status: number;

  constructor(message: string, status = 2) {
    super(message);
    this.status = status;
  }
}

/** Sets a variable; throws a {@link ShellError} if it is read-only. */
export const setVariable = (state: ShellState, name: string, value: string): void => {
  if (state.readonlyNames.has(name)) throw new ShellError(`${name}: is read only`);
  state.variables.set(name, value);
  if (state.flags.has("a")) state.exported.add(name);
};
