/// <reference types="node" preserve="true" />
export { COMMANDS, type CommandEntry } from "./commands/table.ts";
export type { Command, CommandContext } from "./context/command.ts";
export type { Io } from "./context/io.ts";
export { runCrikit } from "./program.ts";
export { type ServeChoice, type ServedRuntime, serveRuntime } from "./serve/serve-runtime.ts";
export { VERSION } from "./version.ts";
