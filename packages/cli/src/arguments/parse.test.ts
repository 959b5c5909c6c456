import { expect, test } from "@jest/globals";
import { formatMs, parseDuration } from "./duration.ts";
import { placeholderOf, spellingsOf } from "./flag.ts";
import { parseArguments } from "./parse.ts";
import { nearestWord } from "./suggest.ts";

const flags = {
  all: { kind: "switch", short: "a", summary: "everything" },
  quiet: { kind: "switch", short: "q", summary: "ids" },
  last: { kind: "integer", short: "n", summary: "how many" },
  output: { kind: "text", short: "o", choices: ["json", "yaml", "table"], summary: "format" },
  label: { kind: "list", summary: "labels" },
  "pull-timeout": { kind: "duration", aliases: ["pt"], env: "PULL_TIMEOUT", summary: "time" },
} as const;

const parse = (...words: string[]) => parseArguments(flags, words, { commandName: "crikit ps" });

test.each([
  [["--all"], { all: true }],
  [["-aq"], { all: true, quiet: true }],
  [["--all=false"], { all: false }],
  [["-n", "5"], { last: 5 }],
  [["-n5"], { last: 5 }],
  [["-n=5"], { last: 5 }],
  [["-aqn", "5"], { all: true, quiet: true, last: 5 }],
  [["-last", "5"], { last: 5 }],
  [["--output=json"], { output: "json" }],
  [["-o", "json", "-o", "yaml"], { output: "yaml" }],
  [["--label", "a=b=c", "--label", "d="], { label: ["a=b=c", "d="] }],
  [["-pt", "1m30s"], { "pull-timeout": 90_000 }],
  [["--pull-timeout", "2"], { "pull-timeout": 2000 }],
])("reads %j", (words, wanted) => {
  expect(parse(...words).values).toMatchObject(wanted);
});

test("arguments may stand between flags, and `--` ends the flags", () => {
  const { values, rest, given } = parse("one", "-a", "two", "--", "-q", "three");
  expect(values.all).toBe(true);
  expect(values.quiet).toBe(false);
  expect(rest).toEqual(["one", "two", "-q", "three"]);
  expect([...given]).toEqual(["all"]);
});

test("where told to, the first argument ends the flags", () => {
  const { values, rest } = parseArguments(flags, ["-a", "ID", "ls", "-q"], {
    commandName: "crikit exec",
    stopsAtArgument: true,
  });
  expect(values).toMatchObject({ all: true, quiet: false });
  expect(rest).toEqual(["ID", "ls", "-q"]);
});

test("the environment counts where the flag is not given", () => {
  const env = { PULL_TIMEOUT: "3s" };
  expect(parseArguments(flags, [], { commandName: "x", env }).values["pull-timeout"]).toBe(3000);
  expect(parseArguments(flags, ["--pt=4s"], { commandName: "x", env }).values["pull-timeout"]).toBe(4000);
});

test.each([
  [["--al"], 'unknown flag "--al" for "crikit ps"; did you mean "--all"; "crikit ps --help" lists its flags'],
  [
    ["--ouptut=json"],
    'unknown flag "--ouptut" for "crikit ps"; did you mean "--output"; "crikit ps --help" lists its flags',
  ],
  [["-az"], 'unknown flag "-az" for "crikit ps"; "crikit ps --help" lists its flags'],
  [["--a"], 'unknown flag "--a" for "crikit ps"; "crikit ps --help" lists its flags'],
  [["-n", "five"], '-n takes a whole number, not "five"'],
  [["-n"], '-n needs a value; see "crikit ps --help"'],
  [["-o", "jsn"], '-o takes one of json, yaml, table, not "jsn"; did you mean "json"?'],
  [["--pull-timeout", "soon"], '--pull-timeout takes a time such as "2s" or "1m30s", not "soon"'],
  [["--all=maybe"], '--all takes true or false, not "maybe"'],
])("refuses %j in one line", (words, message) => {
  expect(() => parse(...words)).toThrow(message);
  expect(message).not.toContain("\n");
});

test("a wrong value in the environment names the variable", () => {
  const env = { PULL_TIMEOUT: "soon" };
  expect(() => parseArguments(flags, [], { commandName: "x", env })).toThrow("$PULL_TIMEOUT takes a time");
});

test.each([
  ["2s", 2000],
  ["1m30s", 90_000],
  ["500ms", 500],
  ["1.5h", 5_400_000],
  ["20", 20_000],
  ["0", 0],
  ["-1s", -1000],
  ["2 s", undefined],
  ["", undefined],
  ["s", undefined],
])("the time %j is %p milliseconds", (text, wanted) => expect(parseDuration(text)).toBe(wanted));

test("times are printed for people", () => {
  expect([850, 2000, 1540, 300_000].map(formatMs)).toEqual(["850 ms", "2 s", "1.5 s", "5 min"]);
});

test("the nearest word is near", () => {
  const words = ["ps", "pods", "pull", "images", "inspect"];
  expect(nearestWord("pod", words)).toBe("pods");
  expect(nearestWord("imgaes", words)).toBe("images");
  expect(nearestWord("insp", words)).toBe("inspect");
  expect(nearestWord("xyzzy", words)).toBeUndefined();
});

test("a flag knows its spellings and its placeholder", () => {
  expect(spellingsOf("pull-timeout", flags["pull-timeout"])).toEqual(["--pt", "--pull-timeout"]);
  expect(placeholderOf(flags.output)).toBe("json|yaml|table");
  expect(placeholderOf(flags.all)).toBe("");
});
