/** What a command of a pipeline is made of. */
export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "dot" }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "pipeline"; readonly pipeline: Pipeline };

/** An operand and the fields taken of it: `$x.status.state`. */
export interface Term {
  readonly operand: Operand;
  readonly fields: readonly string[];
}

/** `command | command`, its result perhaps kept in variables. */
export interface Pipeline {
  readonly variables: readonly string[];
  /** `:=` makes the variables, `=` changes them. */
  readonly declares: boolean;
  /** Each command: a function and its arguments, or one value. */
  readonly commands: readonly (readonly Term[])[];
}

/** One node of a template. */
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "print"; readonly pipeline: Pipeline }
  | {
      readonly kind: "if" | "with" | "range";
      readonly pipeline: Pipeline;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly kind: "template"; readonly name: string; readonly pipeline: Pipeline | undefined }
  | { readonly kind: "break" | "continue" };

/** A template: its nodes and those it defines by name. */
export interface Template {
  readonly nodes: readonly Node[];
  readonly definitions: ReadonlyMap<string, readonly Node[]>;
}
