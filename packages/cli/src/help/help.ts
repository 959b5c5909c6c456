import { type Flag, type Flags, placeholderOf, spellingsOf } from "../arguments/flag.ts";
import type { Command } from "../context/command.ts";
import { GLOBAL_FLAGS } from "../context/global-flags.ts";
import { formatColumns } from "./columns.ts";

/** What the list of commands shows of one. */
export interface CommandSummary {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
}

const describeFlag = (name: string, flag: Flag): readonly [left: string, right: string] => {
  const spellings = spellingsOf(name, flag).join(", ");
  const placeholder = placeholderOf(flag);
  const notes = [
    ...(flag.standard === undefined ? [] : [`default: ${flag.standard}`]),
    ...(flag.env === undefined ? [] : [`env: ${flag.env}`]),
  ];
  const left = placeholder === "" ? spellings : `${spellings} ${placeholder}`;
  return [left, notes.length === 0 ? flag.summary : `${flag.summary} (${notes.join("; ")})`];
};

const formatFlags = (flags: Flags): string =>
  formatColumns(
    Object.entries(flags)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, flag]) => describeFlag(name, flag)),
  );

const HELP_ROW = ["-h, --help", "This text"] as const;

/** The help of one command. */
export const formatCommandHelp = (command: Command, summary: CommandSummary): string => {
  const names = summary.aliases === undefined ? "" : `\nAliases: ${summary.aliases.join(", ")}\n`;
  const description = command.description === undefined ? "" : `\n${command.description}\n`;
  const examples =
    command.examples === undefined ? "" : `\nExamples:\n${command.examples.map((line) => `  ${line}\n`).join("")}`;
  return (
    `${summary.summary}\n\nUsage: crikit [global flags] ${command.name} ${command.usage}\n${names}${description}${examples}` +
    `\nFlags:\n${formatFlags(command.flags)}${formatColumns([HELP_ROW])}` +
    '\nGlobal flags, as --name, may be given here too; "crikit help" lists them.\n'
  );
};

/** The help of the program. */
export const formatHelp = (commands: readonly CommandSummary[]): string =>
  "crikit serves a CRI runtime on a socket and drives any CRI runtime\n\n" +
  "Usage: crikit [global flags] COMMAND [flags] [arguments]\n\nCommands:\n" +
  formatColumns(commands.map(({ name, aliases = [], summary }) => [[name, ...aliases].join(", "), summary])) +
  `\nGlobal flags:\n${formatFlags(GLOBAL_FLAGS)}` +
  formatColumns([HELP_ROW, ["-v, --version", "The version of crikit"]]) +
  '\n"crikit COMMAND --help" says more of a command. Commands, flags and tables are crictl\'s where crictl has them.\n';
