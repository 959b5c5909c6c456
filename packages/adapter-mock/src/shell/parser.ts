import { type Assignment, type Command, type List, type Redirect, ShellSyntaxError, type Word } from "./syntax.ts";
import { parseHereDocument, parseWord, plainText, type Source } from "./word-parser.ts";

/** How deep commands may be nested. */
const MAX_DEPTH = 200;

const RESERVED = new Set([
  "if",
  "then",
  "elif",
  "else",
  "fi",
  "do",
  "done",
  "while",
  "until",
  "for",
  "case",
  "esac",
  "in",
  "{",
  "}",
  "!",
]);

interface PendingHereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly set: (word: Word) => void;
}

/** Reads shell commands from text, by descent. */
class Parser {
  readonly #source: Source;
  readonly #hereDocuments: PendingHereDocument[] = [];
  #depth = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  readonly #inner = (source: Source): List => {
    if (source === this.#source) return this.list([")"]);
    const parser = new Parser(source);
    const list = parser.list([")"]);
    return list;
  };

  #peek(): string {
    return this.#source.text[this.#source.at] ?? "";
  }

  #spaces(): void {
    const { text } = this.#source;
    for (;;) {
      const character = text[this.#source.at];
      if (character === " " || character === "\t") this.#source.at++;
      else if (character === "\\" && text[this.#source.at + 1] === "\n") this.#source.at += 2;
      else if (character === "#") {
        const end = text.indexOf("\n", this.#source.at);
        this.#source.at = end < 0 ? text.length : end;
      } else return;
    }
  }

  #newlines(): void {
    for (this.#spaces(); this.#peek() === "\n"; this.#spaces()) {
      this.#source.at++;
      this.#readHereDocuments();
    }
  }

  #readHereDocuments(): void {
    for (let pending = this.#hereDocuments.shift(); pending !== undefined; pending = this.#hereDocuments.shift()) {
      const lines: string[] = [];
      for (;;) {
        if (this.#source.at >= this.#source.text.length) throw this.#incomplete("here-document");
        const end = this.#source.text.indexOf("\n", this.#source.at);
        const stop = end < 0 ? this.#source.text.length : end;
        const raw = this.#source.text.slice(this.#source.at, stop);
        this.#source.at = stop + (end < 0 ? 0 : 1);
        const line = pending.stripTabs ? raw.replace(/^\t+/, "") : raw;
        if (line === pending.delimiter) break;
        lines.push(`${line}\n`);
      }
      const body = lines.join("");
      pending.set(pending.quoted ? [{ kind: "text", text: body, quoted: true }] : parseHereDocument(body, this.#inner));
    }
  }

  #incomplete(what: string): ShellSyntaxError {
    return new ShellSyntaxError(`syntax error: unexpected end of ${what}`, { incomplete: true });
  }

  #unexpected(): ShellSyntaxError {
    const rest = this.#source.text.slice(this.#source.at);
    if (rest.trim() === "") return new ShellSyntaxError("syntax error: unexpected end of file", { incomplete: true });
    const token = /^(?:;;|&&|\|\||[;&|()<>\n]|[^\s;&|()<>]+)/.exec(rest)?.[0] ?? rest;
    return new ShellSyntaxError(`syntax error: unexpected "${token === "\n" ? "newline" : token}"`, {
      incomplete: false,
    });
  }

  #takes(operator: string): boolean {
    this.#spaces();
    if (!this.#source.text.startsWith(operator, this.#source.at)) return false;
    this.#source.at += operator.length;
    return true;
  }

  /** The reserved word that comes next, without taking it. */
  #reserved(): string {
    this.#spaces();
    const word = /^(?:[a-z]+|[{}!])(?=[\s;&|()<>]|$)/.exec(
      this.#source.text.slice(this.#source.at, this.#source.at + 8),
    )?.[0];
    return word !== undefined && RESERVED.has(word) ? word : "";
  }

  #expect(word: string): void {
    this.#newlines();
    if (this.#reserved() !== word) throw this.#unexpected();
    this.#source.at += word.length;
  }

  /** Commands up to one of `ends` (a reserved word, ")" or ";;") or the end of the text. */
  list(ends: readonly string[]): List {
    const commands: { command: Command; background: boolean }[] = [];
    for (;;) {
      this.#newlines();
      if (this.#source.at >= this.#source.text.length) break;
      if (
        ends.includes(this.#reserved()) ||
        ends.some((end) => !RESERVED.has(end) && this.#source.text.startsWith(end, this.#source.at))
      )
        break;
      const command = this.#andOr();
      this.#spaces();
      const background = this.#peek() === "&";
      commands.push({ command, background });
      if (background) this.#source.at++;
      else if (this.#peek() === ";" && !this.#source.text.startsWith(";;", this.#source.at)) this.#source.at++;
      else if (
        this.#peek() !== "\n" &&
        this.#peek() !== "" &&
        !ends.some((end) => this.#source.text.startsWith(end, this.#source.at))
      )
        throw this.#unexpected();
    }
    if (this.#source.at >= this.#source.text.length && this.#hereDocuments.length > 0)
      throw this.#incomplete("here-document");
    return commands;
  }

  #body(ends: readonly string[]): List {
    const list = this.list(ends);
    if (list.length === 0) throw this.#unexpected();
    return list;
  }

  #andOr(): Command {
    let left = this.#pipeline();
    for (;;) {
      const and = this.#takes("&&");
      if (!and && !this.#takes("||")) return left;
      this.#newlines();
      left = { kind: and ? "and" : "or", left, right: this.#pipeline() };
    }
  }

  #pipeline(): Command {
    let negated = false;
    while (this.#reserved() === "!") {
      this.#source.at++;
      negated = !negated;
    }
    const commands = [this.#command()];
    for (;;) {
      this.#spaces();
      if (this.#source.text.startsWith("||", this.#source.at) || !this.#takes("|")) break;
      this.#newlines();
      commands.push(this.#command());
    }
    const [only] = commands;
    return commands.length === 1 && !negated && only !== undefined ? only : { kind: "pipeline", commands, negated };
  }

  #command(): Command {
    if (++this.#depth > MAX_DEPTH)
      throw new ShellSyntaxError(`syntax error: nested deeper than ${MAX_DEPTH}`, { incomplete: false });
    try {
      const reserved = this.#reserved();
      if (reserved === "if") return this.#if();
      if (reserved === "while" || reserved === "until") return this.#loop(reserved);
      if (reserved === "for") return this.#for();
      if (reserved === "case") return this.#case();
      if (reserved === "{") return this.#group();
      if (reserved !== "") throw this.#unexpected();
      if (this.#peek() === "(") return this.#subshell();
      return this.#simple();
    } finally {
      this.#depth--;
    }
  }

  #group(): Command {
    this.#expect("{");
    const body = this.#body(["}"]);
    this.#expect("}");
    return { kind: "group", body, redirects: this.#redirects() };
  }

  #subshell(): Command {
    this.#source.at++;
    const body = this.#body([")"]);
    if (!this.#takes(")")) throw this.#unexpected();
    return { kind: "subshell", body, redirects: this.#redirects() };
  }

  #if(): Command {
    this.#expect("if");
    const branches: { condition: List; body: List }[] = [];
    let otherwise: List | undefined;
    for (;;) {
      const condition = this.#body(["then"]);
      this.#expect("then");
      branches.push({ condition, body: this.#body(["elif", "else", "fi"]) });
      if (this.#reserved() === "elif") {
        this.#expect("elif");
        continue;
      }
      if (this.#reserved() === "else") {
        this.#expect("else");
        otherwise = this.#body(["fi"]);
      }
      this.#expect("fi");
      return { kind: "if", branches, otherwise, redirects: this.#redirects() };
    }
  }

  #doBody(): List {
    this.#expect("do");
    const body = this.#body(["done"]);
    this.#expect("done");
    return body;
  }

  #loop(word: "while" | "until"): Command {
    this.#expect(word);
    const condition = this.#body(["do"]);
    return { kind: "loop", until: word === "until", condition, body: this.#doBody(), redirects: this.#redirects() };
  }

  #for(): Command {
    this.#expect("for");
    this.#spaces();
    const name = this.#word();
    const text = name === undefined ? undefined : plainText(name);
    if (text === undefined || !/^[A-Za-z_]\w*$/.test(text)) throw this.#unexpected();
    this.#newlines();
    let words: Word[] | undefined;
    if (this.#reserved() === "in") {
      this.#expect("in");
      words = [];
      for (let word = this.#word(); word !== undefined; word = this.#word()) words.push(word);
    }
    this.#takes(";");
    return { kind: "for", name: text, words, body: this.#doBody(), redirects: this.#redirects() };
  }

  #case(): Command {
    this.#expect("case");
    const subject = this.#word();
    if (subject === undefined) throw this.#unexpected();
    this.#expect("in");
    const branches: { patterns: Word[]; body: List }[] = [];
    for (this.#newlines(); this.#reserved() !== "esac"; this.#newlines()) {
      this.#takes("(");
      const patterns: Word[] = [];
      do {
        const pattern = this.#word();
        if (pattern === undefined) throw this.#unexpected();
        patterns.push(pattern);
      } while (this.#takes("|"));
      if (!this.#takes(")")) throw this.#unexpected();
      branches.push({ patterns, body: this.list([";;", "esac"]) });
      this.#newlines();
      if (!this.#takes(";;") && this.#reserved() !== "esac") throw this.#unexpected();
    }
    this.#expect("esac");
    return { kind: "case", subject, branches, redirects: this.#redirects() };
  }

  #word(): Word | undefined {
    this.#spaces();
    return parseWord(this.#source, this.#inner);
  }

  #redirects(): Redirect[] {
    const redirects: Redirect[] = [];
    for (let redirect = this.#redirect(); redirect !== undefined; redirect = this.#redirect()) redirects.push(redirect);
    return redirects;
  }

  #redirect(): Redirect | undefined {
    this.#spaces();
    const match = /^(\d*)(<<-?|<&|<>|<|>>|>&|>\||>)/.exec(
      this.#source.text.slice(this.#source.at, this.#source.at + 16),
    );
    const [all, digits, operator] = match ?? [];
    if (all === undefined || operator === undefined) return undefined;
    this.#source.at += all.length;
    const word = this.#word();
    if (word === undefined) throw this.#unexpected();
    const fd = digits === undefined || digits === "" ? (operator.startsWith("<") ? 0 : 1) : Number(digits);
    if (operator.startsWith("<<")) return this.#hereDocument(fd, word, operator === "<<-");
    if (isOperator(operator)) return { fd, operator, target: word };
    throw this.#unexpected();
  }

  #hereDocument(fd: number, word: Word, stripTabs: boolean): Redirect {
    const redirect: { fd: number; operator: "<<"; target: Word } = { fd, operator: "<<", target: [] };
    const delimiter = word.map((part) => (part.kind === "text" ? part.text : "")).join("");
    const quoted = word.some((part) => part.kind === "text" && part.quoted);
    const set = (body: Word): void => {
      redirect.target = body;
    };
    this.#hereDocuments.push({ delimiter, quoted, stripTabs, set });
    return redirect;
  }

  #simple(): Command {
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const redirect = this.#redirect();
      if (redirect !== undefined) {
        redirects.push(redirect);
        continue;
      }
      const word = this.#word();
      if (word === undefined) break;
      const assignment = words.length === 0 ? toAssignment(word) : undefined;
      if (assignment !== undefined) assignments.push(assignment);
      else words.push(word);
      const [first] = words;
      if (words.length === 1 && first !== undefined && assignments.length === 0 && this.#peek() === "(") {
        return this.#function(plainText(first));
      }
    }
    if (assignments.length + words.length + redirects.length === 0) throw this.#unexpected();
    return { kind: "simple", assignments, words, redirects };
  }

  #function(name: string | undefined): Command {
    this.#source.at++;
    if (name === undefined || !this.#takes(")")) throw this.#unexpected();
    this.#newlines();
    return { kind: "function", name, body: this.#command() };
  }
}

const isOperator = (operator: string): operator is Redirect["operator"] =>
  ["<", ">", ">>", "<>", ">|", "<&", ">&"].includes(operator);

const toAssignment = (word: Word): Assignment | undefined => {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted) return undefined;
  const match = /^([A-Za-z_]\w*)=/.exec(first.text);
  const [all, name] = match ?? [];
  if (all === undefined || name === undefined) return undefined;
  const value = first.text.slice(all.length);
  return { name, value: value === "" ? rest : [{ kind: "text", text: value, quoted: false }, ...rest] };
};

/** Parses a whole script. Throws a {@link ShellSyntaxError}. */
export const parseScript = (text: string): List => {
  // A word needs a character after it to end, the last one too.
  const source: Source = { text: `${text}\n`, at: 0 };
  const list = new Parser(source).list([]);
  if (source.at < text.length)
    throw new ShellSyntaxError(`syntax error: unexpected "${text[source.at]}"`, { incomplete: false });
  return list;
};
