import { FUNCTIONS } from "./functions.ts";
import { parseTemplate } from "./parse.ts";
import type { Node, Operand, Pipeline, Template, Term } from "./syntax.ts";
import { TemplateError } from "./template-error.ts";
import { formatValue, isMap, isTruthy, type Value } from "./values.ts";

const MAX_DEPTH = 100;

/** Variables by name; each block sees those around it. */
class Scope {
  readonly #values = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  declare(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  change(name: string, value: Value): void {
    if (this.#values.has(name)) this.#values.set(name, value);
    else if (this.#outer === undefined) throw new TemplateError(`template: variable $${name} is not declared`);
    else this.#outer.change(name, value);
  }

  get(name: string): Value {
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    if (this.#outer === undefined) throw new TemplateError(`template: variable $${name} is not declared`);
    return this.#outer.get(name);
  }
}

type Flow = "break" | "continue" | undefined;

/** Where a template is being carried out: what the dot is, and the variables. */
interface Place {
  readonly dot: Value;
  readonly scope: Scope;
  readonly depth: number;
}

const takeField = (value: Value, name: string): Value => {
  if (!isMap(value))
    throw new TemplateError(`template: field .${name} of ${formatValue(value).slice(0, 40)}, which is no map`);
  if (!Object.hasOwn(value, name)) {
    const known = Object.keys(value).sort().slice(0, 12).join(", ");
    throw new TemplateError(`template: there is no key "${name}"; here are ${known === "" ? "none" : known}`);
  }
  return value[name] ?? null;
};

/** Carries out the nodes of one template and collects what they print. */
class Execution {
  readonly #template: Template;
  readonly #output: string[] = [];

  constructor(template: Template) {
    this.#template = template;
  }

  get text(): string {
    return this.#output.join("");
  }

  run(nodes: readonly Node[], place: Place): Flow {
    for (const node of nodes) {
      const flow = this.#node(node, place);
      if (flow !== undefined) return flow;
    }
    return undefined;
  }

  #node(node: Node, place: Place): Flow {
    switch (node.kind) {
      case "text":
        this.#output.push(node.text);
        return undefined;
      case "print": {
        const value = this.#pipeline(node.pipeline, place);
        if (node.pipeline.variables.length === 0) this.#output.push(formatValue(value));
        return undefined;
      }
      case "if":
      case "with":
        return this.#branch(node, place);
      case "range":
        return this.#range(node, place);
      case "template":
        this.#call(node.name, node.pipeline, place);
        return undefined;
      case "break":
      case "continue":
        return node.kind;
      default:
        return node satisfies never;
    }
  }

  #branch(node: Extract<Node, { readonly kind: "if" | "with" | "range" }>, place: Place): Flow {
    const inner = { ...place, scope: new Scope(place.scope) };
    const value = this.#pipeline(node.pipeline, inner);
    if (!isTruthy(value)) return this.run(node.otherwise, inner);
    return this.run(node.body, node.kind === "with" ? { ...inner, dot: value } : inner);
  }

  #range(node: Extract<Node, { readonly kind: "if" | "with" | "range" }>, place: Place): Flow {
    const outer = { ...place, scope: new Scope(place.scope) };
    const { variables } = node.pipeline;
    const entries = entriesOf(this.#pipeline({ ...node.pipeline, variables: [] }, outer));
    if (entries.length === 0) return this.run(node.otherwise, outer);
    for (const [key, value] of entries) {
      const scope = new Scope(outer.scope);
      const [first, second] = variables;
      if (second !== undefined) scope.declare(second, value);
      if (first !== undefined) scope.declare(first, second === undefined ? value : key);
      if (this.run(node.body, { ...outer, scope, dot: value }) === "break") break;
    }
    return undefined;
  }

  #call(name: string, pipeline: Pipeline | undefined, place: Place): void {
    const nodes = this.#template.definitions.get(name);
    if (nodes === undefined) throw new TemplateError(`template: "${name}" is not defined`);
    if (place.depth >= MAX_DEPTH)
      throw new TemplateError(`template: "${name}" calls itself more than ${MAX_DEPTH} times`);
    const dot = pipeline === undefined ? null : this.#pipeline(pipeline, place);
    const scope = new Scope();
    scope.declare("", dot);
    this.run(nodes, { dot, scope, depth: place.depth + 1 });
  }

  #pipeline(pipeline: Pipeline, place: Place): Value {
    let piped: Value | undefined;
    for (const command of pipeline.commands) piped = this.#command(command, piped, place);
    const value = piped ?? null;
    for (const name of pipeline.variables) {
      if (pipeline.declares) place.scope.declare(name, value);
      else place.scope.change(name, value);
    }
    return value;
  }

  #command([first, ...others]: readonly Term[], piped: Value | undefined, place: Place): Value {
    if (first === undefined) return null;
    const { operand } = first;
    if (operand.kind === "function" && first.fields.length === 0) {
      const rest: readonly (() => Value)[] = [
        ...others.map((term) => () => this.#term(term, place)),
        ...(piped === undefined ? [] : [() => piped]),
      ];
      return callFunction(operand.name, rest);
    }
    if (others.length > 0 || piped !== undefined)
      throw new TemplateError("template: a value that is no function takes no arguments");
    return this.#term(first, place);
  }

  #term({ operand, fields }: Term, place: Place): Value {
    return fields.reduce(takeField, this.#operand(operand, place));
  }

  #operand(operand: Operand, place: Place): Value {
    switch (operand.kind) {
      case "literal":
        return operand.value;
      case "dot":
        return place.dot;
      case "variable":
        return place.scope.get(operand.name);
      case "function":
        return callFunction(operand.name, []);
      case "pipeline":
        return this.#pipeline(operand.pipeline, place);
      default:
        return operand satisfies never;
    }
  }
}

const entriesOf = (value: Value): readonly (readonly [Value, Value])[] => {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((entry, at) => [at, entry]);
  if (isMap(value))
    return Object.keys(value)
      .sort()
      .map((key) => [key, value[key] ?? null]);
  if (typeof value === "number" && value <= 1_000_000)
    return Array.from({ length: Math.max(0, value) }, (_, at) => [at, at]);
  throw new TemplateError(`template: range over ${formatValue(value).slice(0, 40)}, which is no list and no map`);
};

const callFunction = (name: string, args: readonly (() => Value)[]): Value => {
  if (name === "and" || name === "or") {
    let value: Value = null;
    for (const argument of args) {
      value = argument();
      if (isTruthy(value) === (name === "or")) break;
    }
    return value;
  }
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (call === undefined)
    throw new TemplateError(
      `template: there is no function "${name}"; there are ${["and", "or", ...Object.keys(FUNCTIONS)].join(", ")}`,
    );
  return call(...args.map((argument) => argument()));
};

/** Carries a template in Go's language out on JSON; a key that is not there is an error, as in crictl. */
export const executeTemplate = (text: string, json: Value): string => {
  const template = parseTemplate(text);
  const execution = new Execution(template);
  const scope = new Scope();
  scope.declare("", json);
  execution.run(template.nodes, { dot: json, scope, depth: 0 });
  return execution.text;
};
