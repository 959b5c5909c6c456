import { expect, test } from "@jest/globals";
import { createChooser } from "../fixtures/model.ts";
import { parseScript } from "./parser.ts";
import { ShellSyntaxError } from "./syntax.ts";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are parameters of a shell
const TOKENS = [
  "echo",
  " ",
  "\n",
  ";",
  ";;",
  "&",
  "&&",
  "|",
  "||",
  "(",
  ")",
  "{",
  "}",
  "if",
  "then",
  "else",
  "elif",
  "fi",
  "while",
  "until",
  "do",
  "done",
  "for",
  "in",
  "case",
  "esac",
  "!",
  "x=1",
  "$x",
  "${x:-y}",
  "${#x}",
  "${",
  "$((1+2))",
  "$((",
  "$(",
  "`",
  "'",
  '"',
  "\\",
  "<",
  ">",
  ">>",
  "2>&1",
  "<<E",
  "<<-'E'",
  "E",
  "#",
  "*",
  "f()",
  "~",
  "\t",
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the rest is TypeScript

test("20,000 random scripts are read or refused, and none of them for ever", () => {
  const choose = createChooser(1);
  let read = 0;
  for (let count = 0; count < 20_000; count++) {
    const script = Array.from({ length: 1 + choose(12) }, () => TOKENS[choose(TOKENS.length)]).join(
      choose(2) === 0 ? " " : "",
    );
    try {
      parseScript(script);
      read++;
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw new Error(`${JSON.stringify(script)}: ${String(error)}`);
    }
  }
  expect(read).toBeGreaterThan(500);
});

test("nesting has an end", () => {
  expect(() => parseScript(`${"( ".repeat(300)}x${" )".repeat(300)}`)).toThrow("nested deeper than 200");
});

test.each([
  ["if true", true],
  ["echo 'a", true],
  ["cat <<E\nline", true],
  ["echo $(ls", true],
  ["for x in a b", true],
  ["fi", false],
  ["a | | b", false],
  ["echo )", false],
])("%j is incomplete: %s", (script, incomplete) => {
  try {
    parseScript(script);
  } catch (error) {
    expect(error).toMatchObject({ name: "ShellSyntaxError", incomplete });
    return;
  }
  throw new Error("it was read");
});
