import { CommandError } from "../context/command-error.ts";

const FULL_ID = /^[0-9a-f]{64}$/;
const MAX_SHOWN = 3;

/** A kind of thing with ids: its name and the command that lists it. */
export interface IdKind {
  readonly noun: "container" | "pod";
  readonly listCommand: string;
}

/** Ids of containers. */
export const CONTAINER: IdKind = { noun: "container", listCommand: "crikit ps -a" };
/** Ids of pod sandboxes. */
export const POD: IdKind = { noun: "pod", listCommand: "crikit pods" };

const short = (id: string): string => (id.length > 13 ? `${id.slice(0, 13)}…` : id);

const resolveOne = (typed: string, ids: readonly string[], kind: IdKind): string => {
  if (ids.includes(typed)) return typed;
  const matches = ids.filter((id) => id.startsWith(typed));
  const [first] = matches;
  if (first === undefined)
    throw new CommandError(`${kind.noun} "${typed}" does not exist; "${kind.listCommand}" lists what there is`);
  if (matches.length === 1) return first;
  const shown = matches.slice(0, MAX_SHOWN).map(short).join(", ");
  const more = matches.length > MAX_SHOWN ? ` and ${matches.length - MAX_SHOWN} more` : "";
  throw new CommandError(`${kind.noun} id "${typed}" is ambiguous: ${shown}${more} begin with it; type more of it`);
};

/**
 * Makes whole ids of what was typed. What is whole already is taken as it is, the rest is looked up by its first characters in one list;
 * throws for what is not there and for what more than one id begins with.
 */
export const resolveIds = async (
  typed: readonly string[],
  kind: IdKind,
  listIds: () => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  if (typed.some((text) => text.trim() === "")) throw new CommandError(`a ${kind.noun} id cannot be empty`);
  if (typed.every((text) => FULL_ID.test(text))) return typed;
  const ids = await listIds();
  return typed.map((text) => (FULL_ID.test(text) ? text : resolveOne(text, ids, kind)));
};
