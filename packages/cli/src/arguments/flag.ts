/** What completion offers for a value: fixed words, file names, or what the runtime lists. */
export type Completion = readonly string[] | "file" | "container" | "pod" | "image";

interface FlagBase {
  /** One line of the help. */
  readonly summary: string;
  /** The letter after a single dash. */
  readonly short?: string | undefined;
  /** Other names, as long as a name or of one letter. */
  readonly aliases?: readonly string[] | undefined;
  /** The environment variable read when the flag is not given. */
  readonly env?: string | undefined;
  /** What stands for the value in the help; the kind's own word if left out. */
  readonly placeholder?: string | undefined;
  readonly completion?: Completion | undefined;
  /** The value's meaning when the flag is not given, for the help. */
  readonly standard?: string | undefined;
}

/** On or off: `--all`, `--all=false`. */
export interface SwitchFlag extends FlagBase {
  readonly kind: "switch";
}

/** One text; the last one given counts. */
export interface TextFlag extends FlagBase {
  readonly kind: "text";
  /** The only values there are. */
  readonly choices?: readonly string[] | undefined;
}

/** A whole number. */
export interface IntegerFlag extends FlagBase {
  readonly kind: "integer";
}

/** A time such as `90s`, `1m30s`, `500ms`; a number alone is seconds. Its value is milliseconds. */
export interface DurationFlag extends FlagBase {
  readonly kind: "duration";
}

/** May be given several times. */
export interface ListFlag extends FlagBase {
  readonly kind: "list";
}

/** One flag of a command. */
export type Flag = SwitchFlag | TextFlag | IntegerFlag | DurationFlag | ListFlag;

/** The flags of a command by their long names, without dashes. */
export type Flags = { readonly [name: string]: Flag };

type ValueOf<F extends Flag> = F extends { readonly kind: "switch" }
  ? boolean
  : F extends { readonly kind: "list" }
    ? readonly string[]
    : F extends { readonly kind: "text" }
      ? string | undefined
      : number | undefined;

/** The values of parsed flags by their long names; durations in milliseconds. */
export type FlagValues<F extends Flags> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

const kindWords = { switch: "", text: "VALUE", integer: "NUMBER", duration: "TIME", list: "VALUE" } as const;

/** What stands for a flag's value in the help; empty for a switch. */
export const placeholderOf = (flag: Flag): string => {
  if (flag.placeholder !== undefined) return flag.placeholder;
  if (flag.kind === "text" && flag.choices !== undefined) return flag.choices.join("|");
  return kindWords[flag.kind];
};

/** Every spelling of a flag with its dashes, the shortest first. */
export const spellingsOf = (name: string, flag: Flag): readonly string[] =>
  [...new Set([...(flag.short === undefined ? [] : [flag.short]), ...(flag.aliases ?? []), name])]
    .sort((a, b) => a.length - b.length)
    .map((spelling) => (spelling.length === 1 ? `-${spelling}` : `--${spelling}`));
