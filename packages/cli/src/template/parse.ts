import type { Node, Operand, Pipeline, Template, Term } from "./syntax.ts";
import { TemplateError } from "./template-error.ts";
import { type Part, splitTemplate, type Token } from "./tokens.ts";

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, nil: null };

/** Reads the tokens of one action from left to right. */
class ActionReader {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #at = 0;

  constructor(tokens: readonly Token[], source: string) {
    this.#tokens = tokens;
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  refuse(why: string): TemplateError {
    return new TemplateError(`template: ${why} in {{${this.#source}}}`);
  }

  peek(offset = 0): Token | undefined {
    return this.#tokens[this.#at + offset];
  }

  take(): Token {
    const token = this.peek();
    if (token === undefined) throw this.refuse("something is missing");
    this.#at += 1;
    return token;
  }

  isMark(mark: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token?.kind === "mark" && token.mark === mark;
  }

  takeWord(word: string): boolean {
    const token = this.peek();
    if (token?.kind !== "word" || token.name !== word) return false;
    this.#at += 1;
    return true;
  }

  takeText(): string {
    const token = this.take();
    if (token.kind !== "text") throw this.refuse("a name in quotes is missing");
    return token.value;
  }

  checkEnd(): void {
    if (!this.isAtEnd) throw this.refuse("something is left over");
  }

  pipeline(): Pipeline {
    const { variables, declares } = this.#variables();
    const commands: (readonly Term[])[] = [this.#command()];
    while (this.isMark("|")) {
      this.take();
      commands.push(this.#command());
    }
    return { variables, declares, commands };
  }

  #variables(): { readonly variables: readonly string[]; readonly declares: boolean } {
    const names: string[] = [];
    let ahead = 0;
    for (let token = this.peek(ahead); token?.kind === "variable"; token = this.peek(ahead)) {
      names.push(token.name);
      ahead += 1;
      if (this.isMark(":=", ahead) || this.isMark("=", ahead)) {
        const declares = this.isMark(":=", ahead);
        this.#at += ahead + 1;
        return { variables: names, declares };
      }
      if (!this.isMark(",", ahead)) break;
      ahead += 1;
    }
    return { variables: [], declares: false };
  }

  #command(): readonly Term[] {
    const terms: Term[] = [];
    while (!this.isAtEnd && !this.isMark("|") && !this.isMark(")")) terms.push(this.#term());
    if (terms.length === 0) throw this.refuse("a value is missing");
    return terms;
  }

  #term(): Term {
    const first = this.peek();
    const fields: string[] = [];
    const operand: Operand = first?.kind === "field" ? { kind: "dot" } : this.#operand();
    // `.a .b` are two terms, `.a.b` is one.
    for (let token = this.peek(); token?.kind === "field"; token = this.peek()) {
      if (token.isSpaced && token !== first) break;
      fields.push(token.name);
      this.#at += 1;
    }
    return { operand, fields };
  }

  #operand(): Operand {
    const token = this.take();
    switch (token.kind) {
      case "text":
      case "number":
        return { kind: "literal", value: token.value };
      case "dot":
        return { kind: "dot" };
      case "variable":
        return { kind: "variable", name: token.name };
      case "word":
        return Object.hasOwn(CONSTANTS, token.name)
          ? { kind: "literal", value: CONSTANTS[token.name] ?? null }
          : { kind: "function", name: token.name };
      case "mark": {
        if (token.mark !== "(") throw this.refuse(`unexpected ${token.mark}`);
        const pipeline = this.pipeline();
        if (!this.isMark(")")) throw this.refuse("a ) is missing");
        this.take();
        return { kind: "pipeline", pipeline };
      }
      case "field":
        throw this.refuse(`unexpected .${token.name}`);
      default:
        return token satisfies never;
    }
  }
}

type Ending = "end" | "else" | "file";

/** Reads the nodes of a template up to an `end`, an `else` or its own end. */
class NodeReader {
  readonly definitions = new Map<string, readonly Node[]>();
  readonly #parts: readonly Part[];
  #at = 0;
  #rangeDepth = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  nodes(): { readonly nodes: readonly Node[]; readonly ending: Ending; readonly action: ActionReader | undefined } {
    const nodes: Node[] = [];
    for (let part = this.#parts[this.#at++]; part !== undefined; part = this.#parts[this.#at++]) {
      if (part.kind === "text") {
        nodes.push(part);
        continue;
      }
      const action = new ActionReader(part.tokens, part.source);
      for (const ending of ["end", "else"] as const) if (action.takeWord(ending)) return { nodes, ending, action };
      const node = this.#action(action);
      if (node !== undefined) nodes.push(node);
    }
    return { nodes, ending: "file", action: undefined };
  }

  #action(action: ActionReader): Node | undefined {
    for (const kind of ["if", "with", "range"] as const) if (action.takeWord(kind)) return this.#branch(kind, action);
    for (const kind of ["break", "continue"] as const)
      if (action.takeWord(kind)) {
        if (this.#rangeDepth === 0) throw action.refuse(`${kind} outside of range`);
        return { kind };
      }
    if (action.takeWord("define")) return this.#define(action.takeText(), action);
    if (action.takeWord("block")) return this.#block(action);
    if (action.takeWord("template")) {
      const name = action.takeText();
      return { kind: "template", name, pipeline: action.isAtEnd ? undefined : this.#whole(action) };
    }
    return { kind: "print", pipeline: this.#whole(action) };
  }

  #whole(action: ActionReader): Pipeline {
    const pipeline = action.pipeline();
    action.checkEnd();
    return pipeline;
  }

  #branch(kind: "if" | "with" | "range", action: ActionReader): Node {
    const pipeline = this.#whole(action);
    this.#rangeDepth += kind === "range" ? 1 : 0;
    const body = this.nodes();
    this.#rangeDepth -= kind === "range" ? 1 : 0;
    return { kind, pipeline, body: body.nodes, otherwise: this.#otherwise(body.ending, body.action, action) };
  }

  #otherwise(ending: Ending, last: ActionReader | undefined, opened: ActionReader): readonly Node[] {
    if (ending === "file") throw opened.refuse("an {{end}} is missing");
    if (ending === "end") return [];
    for (const kind of ["if", "with"] as const) if (last?.takeWord(kind)) return [this.#branch(kind, last)];
    const rest = this.nodes();
    if (rest.ending !== "end") throw opened.refuse("an {{end}} is missing");
    return rest.nodes;
  }

  #define(name: string, action: ActionReader): undefined {
    const body = this.nodes();
    if (body.ending !== "end") throw action.refuse("an {{end}} is missing");
    this.definitions.set(name, body.nodes);
  }

  #block(action: ActionReader): Node {
    const name = action.takeText();
    const pipeline = this.#whole(action);
    this.#define(name, action);
    return { kind: "template", name, pipeline };
  }
}

/** Reads a template in Go's template language. */
export const parseTemplate = (text: string): Template => {
  const reader = new NodeReader(splitTemplate(text));
  const { nodes, ending } = reader.nodes();
  if (ending !== "file") throw new TemplateError(`template: {{${ending}}} without a beginning`);
  return { nodes, definitions: reader.definitions };
};
