import { type List, ShellSyntaxError, type Word, type WordPart } from "./syntax.ts";

/** Where a word is being read. */
export interface Source {
  readonly text: string;
  at: number;
}

/** Reads a command list up to the closing `)` of `$(`; the parser gives it, so that words and commands can hold each other. */
export type ParseList = (source: Source) => List;

const BREAKS = new Set([" ", "\t", "\n", ";", "&", "|", "<", ">", "(", ")"]);
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPECIAL = new Set(["@", "*", "#", "?", "-", "$", "!", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
const OPERATORS = [":-", ":=", ":+", ":?", "##", "%%", "-", "=", "+", "?", "#", "%"] as const;

const unfinished = (what: string): ShellSyntaxError =>
  new ShellSyntaxError(`syntax error: unterminated ${what}`, { incomplete: true });

const nameAt = (source: Source): string => {
  NAME.lastIndex = source.at;
  const name = NAME.exec(source.text)?.[0] ?? "";
  source.at += name.length;
  return name;
};

const braced = (source: Source, quoted: boolean, parseList: ParseList): WordPart => {
  const { text } = source;
  if (text[source.at] === "#" && text[source.at + 1] !== "}") {
    source.at++;
    const name = nameAt(source) || (text[source.at++] ?? "");
    if (text[source.at++] !== "}") throw unfinished("parameter");
    return { kind: "parameter", name, operator: "length", word: undefined, quoted };
  }
  let name = nameAt(source);
  if (name === "") {
    const digits = /\d+/y;
    digits.lastIndex = source.at;
    name = digits.exec(text)?.[0] ?? text[source.at] ?? "";
    source.at += name.length;
  }
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, source.at));
  if (operator === undefined) {
    if (source.at >= text.length) throw unfinished("parameter");
    if (text[source.at] !== "}") throw new ShellSyntaxError("syntax error: bad substitution", { incomplete: false });
    source.at++;
    return { kind: "parameter", name, operator: "", word: undefined, quoted };
  }
  source.at += operator.length;
  const word = parseWordUntil(source, (character) => character === "}", {
    quoted: false,
    parseList,
    what: "parameter",
  });
  source.at++;
  return { kind: "parameter", name, operator, word, quoted };
};

const arithmetic = (source: Source, quoted: boolean, parseList: ParseList): WordPart => {
  let depth = 0;
  const word = parseWordUntil(
    source,
    (character) => {
      if (character === "(") depth++;
      if (character === ")" && depth-- === 0) return true;
      return false;
    },
    { quoted: true, parseList, what: "arithmetic" },
  );
  if (source.text.slice(source.at, source.at + 2) !== "))") throw unfinished("arithmetic");
  source.at += 2;
  return { kind: "arithmetic", word, quoted };
};

const dollar = (source: Source, quoted: boolean, parseList: ParseList): WordPart => {
  const { text } = source;
  source.at++;
  const next = text[source.at] ?? "";
  if (next === "{") {
    source.at++;
    return braced(source, quoted, parseList);
  }
  if (text.startsWith("((", source.at)) {
    source.at += 2;
    return arithmetic(source, quoted, parseList);
  }
  if (next === "(") {
    source.at++;
    const list = parseList(source);
    if (text[source.at] !== ")") throw unfinished("command substitution");
    source.at++;
    return { kind: "command", list, quoted };
  }
  if (SPECIAL.has(next)) {
    source.at++;
    return { kind: "parameter", name: next, operator: "", word: undefined, quoted };
  }
  const name = nameAt(source);
  if (name === "") return { kind: "text", text: "$", quoted };
  return { kind: "parameter", name, operator: "", word: undefined, quoted };
};

const backquoted = (source: Source, quoted: boolean, parseList: ParseList): WordPart => {
  let inner = "";
  for (source.at++; ; source.at++) {
    const character = source.text[source.at];
    if (character === undefined) throw unfinished("command substitution");
    if (character === "`") break;
    const escaped = character === "\\" && "`$\\".includes(source.text[source.at + 1] ?? "");
    inner += escaped ? source.text[++source.at] : character;
  }
  source.at++;
  return { kind: "command", list: parseList({ text: `${inner}\n`, at: 0 }), quoted };
};

interface WordOptions {
  readonly quoted: boolean;
  readonly parseList: ParseList;
  readonly what: string;
}

const doubleQuoted = (source: Source, parts: WordPart[], parseList: ParseList): void => {
  source.at++;
  const inner = parseWordUntil(source, (character) => character === '"', { quoted: true, parseList, what: "quote" });
  source.at++;
  if (inner.length === 0) parts.push({ kind: "text", text: "", quoted: true });
  parts.push(...inner);
};

const singleQuoted = (source: Source): WordPart => {
  const end = source.text.indexOf("'", source.at + 1);
  if (end < 0) throw unfinished("quote");
  const text = source.text.slice(source.at + 1, end);
  source.at = end + 1;
  return { kind: "text", text, quoted: true };
};

/** Reads parts up to a character that `ends` accepts, which is left. */
const parseWordUntil = (source: Source, ends: (character: string) => boolean, options: WordOptions): Word => {
  const { quoted, parseList } = options;
  const parts: WordPart[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") parts.push({ kind: "text", text: plain, quoted });
    plain = "";
  };
  for (;;) {
    const character = source.text[source.at];
    if (character === undefined) throw unfinished(options.what);
    if (ends(character)) break;
    if (character === "\\") {
      const next = source.text[source.at + 1];
      if (next === undefined) throw unfinished("escape");
      source.at += 2;
      if (next === "\n") continue;
      if (quoted && !'$`"\\'.includes(next)) {
        plain += `\\${next}`;
        continue;
      }
      flush();
      parts.push({ kind: "text", text: next, quoted: true });
    } else if (character === "$") {
      flush();
      parts.push(dollar(source, quoted, parseList));
    } else if (character === "`") {
      flush();
      parts.push(backquoted(source, quoted, parseList));
    } else if (character === '"' && options.what !== "arithmetic" && options.what !== "here-document") {
      flush();
      doubleQuoted(source, parts, parseList);
    } else if (character === "'" && !quoted) {
      flush();
      parts.push(singleQuoted(source));
    } else {
      plain += character;
      source.at++;
    }
  }
  flush();
  return parts;
};

/** Reads one word; `undefined` if none begins here. The text must end with a newline. */
export const parseWord = (source: Source, parseList: ParseList): Word | undefined => {
  const character = source.text[source.at];
  if (character === undefined || BREAKS.has(character)) return undefined;
  return parseWordUntil(source, (next) => BREAKS.has(next), { quoted: false, parseList, what: "word" });
};

/** Reads the body of a here-document, with its expansions. */
export const parseHereDocument = (text: string, parseList: ParseList): Word => {
  const source: Source = { text: `${text}\0`, at: 0 };
  return parseWordUntil(source, (character) => character === "\0", { quoted: true, parseList, what: "here-document" });
};

/** The text of a word that has nothing to expand; `undefined` if a part of it is quoted or is not text. */
export const plainText = (word: Word): string | undefined => {
  const [part] = word;
  return word.length === 1 && part?.kind === "text" && !part.quoted ? part.text : undefined;
};
