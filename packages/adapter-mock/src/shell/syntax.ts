/** A piece of a word; `quoted` pieces are not split and no pattern is seen in them. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: "parameter";
      readonly name: string;
      /** `length` is `${#name}`; the others are the operator between name and word. */
      readonly operator: string;
      readonly word: Word | undefined;
      readonly quoted: boolean;
    }
  | { readonly kind: "command"; readonly list: List; readonly quoted: boolean }
  | { readonly kind: "arithmetic"; readonly word: Word; readonly quoted: boolean };

/** One word of a command, before expansion. */
export type Word = readonly WordPart[];

/** `2>file`, `<file`, `>&2`, `<<EOF`. */
export interface Redirect {
  readonly fd: number;
  readonly operator: "<" | ">" | ">>" | "<>" | ">|" | "<&" | ">&" | "<<";
  readonly target: Word;
}

/** `NAME=value` before a command. */
export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

/** Anything that can be executed. */
export type Command =
  | {
      readonly kind: "simple";
      readonly assignments: readonly Assignment[];
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
    }
  | { readonly kind: "pipeline"; readonly commands: readonly Command[]; readonly negated: boolean }
  | { readonly kind: "and" | "or"; readonly left: Command; readonly right: Command }
  | { readonly kind: "group" | "subshell"; readonly body: List; readonly redirects: readonly Redirect[] }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly condition: List; readonly body: List }[];
      readonly otherwise: List | undefined;
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "loop";
      readonly until: boolean;
      readonly condition: List;
      readonly body: List;
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "for";
      readonly name: string;
      /** `undefined`: the positional parameters. */
      readonly words: readonly Word[] | undefined;
      readonly body: List;
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "case";
      readonly subject: Word;
      readonly branches: readonly { readonly patterns: readonly Word[]; readonly body: List }[];
      readonly redirects: readonly Redirect[];
    }
  | { readonly kind: "function"; readonly name: string; readonly body: Command };

/** Commands one after another. */
export type List = readonly { readonly command: Command; readonly background: boolean }[];

/** A script that cannot be read. */
export class ShellSyntaxError extends Error {
  override readonly name = "ShellSyntaxError";
  /** More input may complete it. */
  readonly incomplete: boolean;

  constructor(message: string, options: { readonly incomplete: boolean }) {
    super(message);
    this.incomplete = options.incomplete;
  }
}
