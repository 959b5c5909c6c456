import { TemplateError } from "./template-error.ts";

/** One word of an action. */
export type Token =
  | { readonly kind: "field"; readonly name: string; readonly isSpaced: boolean }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "word"; readonly name: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "dot" }
  | { readonly kind: "mark"; readonly mark: string; readonly isSpaced: boolean };

/** What a template is made of: text as it is, and actions between braces. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly tokens: readonly Token[]; readonly source: string };

const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray, isSpaced: boolean) => Token])[] = [
  [/"(?:[^"\\\n]|\\.)*"/y, ([text]) => ({ kind: "text", value: unquote(text) })],
  [/`[^`]*`/y, ([text]) => ({ kind: "text", value: text.slice(1, -1) })],
  [/'(?:[^'\\]|\\.)'/y, ([text]) => ({ kind: "number", value: text.slice(1, -1).codePointAt(0) ?? 0 })],
  [/[+-]?(?:0x[\da-fA-F]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)/y, ([text]) => ({ kind: "number", value: Number(text) })],
  [/\.([\p{L}_][\p{L}\p{N}_]*)/uy, ([, name = ""], isSpaced) => ({ kind: "field", name, isSpaced })],
  [/\$([\p{L}\p{N}_]*)/uy, ([, name = ""]) => ({ kind: "variable", name })],
  [/[\p{L}_][\p{L}\p{N}_]*/uy, ([name]) => ({ kind: "word", name })],
  [/:=|[|(),=]/y, ([mark], isSpaced) => ({ kind: "mark", mark, isSpaced })],
  [/\./y, () => ({ kind: "dot" })],
];

const unquote = (text: string): string => {
  try {
    return JSON.parse(text.replace(/\\a/g, "\\u0007").replace(/\\v/g, "\\u000b").replace(/\\'/g, "'"));
  } catch {
    throw new TemplateError(`template: ${text} is no text in quotes`);
  }
};

const readTokens = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const space = /\s+/y;
    space.lastIndex = at;
    const isSpaced = space.test(source);
    if (isSpaced) at = space.lastIndex;
    if (at >= source.length) break;
    const found = readToken(source, at, isSpaced);
    tokens.push(found.token);
    at = found.end;
  }
  return tokens;
};

const readToken = (source: string, at: number, isSpaced: boolean): { readonly token: Token; readonly end: number } => {
  for (const [pattern, make] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) return { token: make(match, isSpaced), end: at + match[0].length };
  }
  throw new TemplateError(`template: unexpected ${JSON.stringify(source[at])} in {{${source}}}`);
};

/** The end of an action that begins at `from`: `}}` outside quotes. */
const endOfAction = (template: string, from: number): number => {
  const quoted = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)'|\}\}/g;
  quoted.lastIndex = from;
  for (let match = quoted.exec(template); match !== null; match = quoted.exec(template))
    if (match[0] === "}}") return match.index;
  throw new TemplateError(`template: {{${template.slice(from, from + 20)}… has no end`);
};

const COMMENT = /\{\{(?:- )?\s*\/\*[\s\S]*?\*\/\s*(?: -)?\}\}/y;

/** Splits a template into texts and actions; `{{-` and `-}}` take the spaces beside them away. */
export const splitTemplate = (template: string): readonly Part[] => {
  const parts: Part[] = [];
  let at = 0;
  let trimsNext = false;
  const addText = (text: string, trimsEnd: boolean): void => {
    const begun = trimsNext ? text.trimStart() : text;
    const kept = trimsEnd ? begun.trimEnd() : begun;
    if (kept !== "") parts.push({ kind: "text", text: kept });
  };
  for (;;) {
    const open = template.indexOf("{{", at);
    if (open < 0) {
      addText(template.slice(at), false);
      return parts;
    }
    const trimsBefore = /^-\s/.test(template.slice(open + 2, open + 4));
    addText(template.slice(at, open), trimsBefore);
    COMMENT.lastIndex = open;
    const comment = COMMENT.exec(template);
    const end = comment === null ? endOfAction(template, open + 2) : open + comment[0].length - 2;
    const body = template.slice(open + 2 + (trimsBefore ? 1 : 0), end);
    trimsNext = /\s-$/.test(body);
    const source = trimsNext ? body.slice(0, -1) : body;
    if (comment === null) parts.push({ kind: "action", tokens: readTokens(source), source });
    at = end + 2;
  }
};
