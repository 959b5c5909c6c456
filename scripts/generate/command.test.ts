import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { runGenerate } from "./command.ts";
import { listFiles } from "./render.ts";

const repository = dirname(dirname(import.meta.dirname));
const outputs = [
  { protos: "proto/zoo", generated: "zoo/gen" },
  { protos: "proto/park", generated: "park/gen" },
];

const zoo = `syntax = "proto3";
package zoo.v1;
// Feeds animals.
service Keeper {
  rpc Feed(FeedRequest) returns (FeedResponse);
}
// What to feed.
message FeedRequest {
  // The animal's id.
  string animal_id = 1;
  bytes food = 2;
}
message FeedResponse {}
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "crikit-generate-"));
  copyFileSync(join(repository, "package.json"), join(root, "package.json"));
  write("proto/zoo/v1/zoo.proto", zoo);
  write("proto/park/v1/park.proto", `syntax = "proto3";\npackage park.v1;\nmessage Bench { int64 seats = 1; }\n`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(listFiles(join(root, folder)).map((file) => [file, read(`${folder}/${file}`)]));

const generate = async (...args: string[]) => {
  const out: string[] = [];
  const errors: string[] = [];
  const lines = { out: (line: string) => out.push(line), error: (line: string) => errors.push(line) };
  const code = await runGenerate(args, { root, outputs, lines });
  expect(readdirSync(join(root, ".cache"), { recursive: true })).toEqual([]);
  return { code, out, errors };
};

test("generates a file per proto, descriptors per folder and a fingerprint per output", async () => {
  expect((await generate()).code).toBe(0);
  expect(listFiles(join(root, "zoo"))).toEqual([
    "gen/fingerprint.txt",
    "gen/zoo/v1/descriptor-set.ts",
    "gen/zoo/v1/zoo.ts",
  ]);
  expect(read("zoo/gen/fingerprint.txt")).toMatch(
    /^zoo\.v1\.FeedRequest message \w{12}\nzoo\.v1\.FeedResponse message \w{12}\nzoo\.v1\.Keeper service \w{12}\n$/,
  );
  const source = read("zoo/gen/zoo/v1/zoo.ts");
  expect(source).toMatch(
    /^\/\/ Generated from proto\/zoo\/v1\/zoo\.proto by `npm run generate`: do not edit\.\n\/\/\/ <reference types="node" preserve="true" \/>\n/,
  );
  expect(source).toContain("/** The animal's id. */");
  expect(read("park/gen/park/v1/park.ts")).not.toContain("<reference");
  expect(await generate("--check")).toEqual({ code: 0, out: ["generated code is what the protos say"], errors: [] });
});

test("an added field and an added call change the files they are in and name what they touched", async () => {
  await generate();
  const [before, park] = [snapshot("zoo/gen"), snapshot("park/gen")];
  write(
    "proto/zoo/v1/zoo.proto",
    zoo
      .replace("bytes food = 2;", "bytes food = 2;\n  int64 grams = 3;")
      .replace(
        "returns (FeedResponse);",
        "returns (FeedResponse);\n  rpc Watch(FeedRequest) returns (stream FeedResponse);",
      ),
  );
  const { out } = await generate();
  expect(out).toEqual([
    "zoo/gen/fingerprint.txt written",
    "zoo/gen/zoo/v1/descriptor-set.ts written",
    "zoo/gen/zoo/v1/zoo.ts written",
  ]);
  expect(snapshot("park/gen")).toEqual(park);
  const was = (before["fingerprint.txt"] ?? "").split("\n");
  const named = read("zoo/gen/fingerprint.txt")
    .split("\n")
    .filter((line) => !was.includes(line));
  expect(named.map((line) => line.split(" ")[0])).toEqual(["zoo.v1.FeedRequest", "zoo.v1.Keeper"]);
});

test("a comment or the order of fields changes no fingerprint", async () => {
  await generate();
  const before = read("zoo/gen/fingerprint.txt");
  const swapped = zoo.replace("  bytes food = 2;\n", "").replace("  // The", "  bytes food = 2;\n  // An");
  write("proto/zoo/v1/zoo.proto", swapped);
  expect((await generate()).out).not.toHaveLength(0);
  expect(read("zoo/gen/fingerprint.txt")).toBe(before);
});

test("a new version folder is picked up, a removed proto takes its files along", async () => {
  await generate();
  write("proto/zoo/v2/zoo.proto", zoo.replace("zoo.v1", "zoo.v2"));
  rmSync(join(root, "proto/park/v1/park.proto"));
  write("proto/park/v2/park.proto", `syntax = "proto3";\npackage park.v2;\nmessage Tree {}\n`);
  const { out } = await generate();
  expect(out).toContain("zoo/gen/zoo/v2/zoo.ts added");
  expect(out).toContain("park/gen/park/v1/park.ts removed");
  expect(listFiles(join(root, "park/gen"))).toEqual([
    "fingerprint.txt",
    "park/v2/descriptor-set.ts",
    "park/v2/park.ts",
  ]);
});

test("a proto with an error stops with protoc's own message and leaves every output as it was", async () => {
  await generate();
  const before = [snapshot("zoo"), snapshot("park")];
  write("proto/zoo/v1/zoo.proto", zoo.replace("string animal_id = 1;", "string species = 9;"));
  write("proto/park/v1/park.proto", `syntax = "proto3";\npackage park.v1;\nmessage Bench { int64 seats = ; }\n`);
  for (const args of [[], ["--check"]]) {
    const { code, out, errors } = await generate(...args);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(errors.join("\n")).toBe("proto/park/v1/park.proto:3:31: Expected field number.");
    expect([snapshot("zoo"), snapshot("park")]).toEqual(before);
  }
});

test("--check names the files that differ, are missing or are generated from nothing, and changes nothing", async () => {
  await generate();
  write("zoo/gen/zoo/v1/zoo.ts", `${read("zoo/gen/zoo/v1/zoo.ts")} `);
  write("zoo/gen/zoo/v1/own.ts", "");
  rmSync(join(root, "park/gen/fingerprint.txt"));
  const before = [snapshot("zoo"), snapshot("park")];
  expect(await generate("--check")).toEqual({
    code: 1,
    out: [],
    errors: [
      "zoo/gen/zoo/v1/zoo.ts differs",
      "zoo/gen/zoo/v1/own.ts is generated from nothing",
      "park/gen/fingerprint.txt is missing",
      "generate: run `npm run generate` and commit what it writes",
    ],
  });
  expect([snapshot("zoo"), snapshot("park")]).toEqual(before);
});

test("what protoc warns of is passed on and stops nothing", async () => {
  write("proto/zoo/v1/zoo.proto", zoo.replace("package zoo.v1;", 'package zoo.v1;\nimport "park/v1/park.proto";'));
  const { code, errors } = await generate();
  expect(code).toBe(0);
  expect(errors.join("\n")).toContain("Import park/v1/park.proto is unused");
});

test("a folder of protos without a proto is an error that names it", async () => {
  rmSync(join(root, "proto/park"), { recursive: true });
  const { code, errors } = await generate();
  expect({ code, errors }).toEqual({ code: 1, errors: [`no .proto file below ${join(root, "proto/park")}`] });
});

test("another version than package.json pins is refused and says how to get the pinned one", async () => {
  write("package.json", read("package.json").replace(/"protoc": ".*"/, '"protoc": "3.0.0"'));
  const errors: string[] = [];
  const code = await runGenerate([], { root, lines: { out: () => {}, error: (line) => errors.push(line) } });
  expect(code).toBe(1);
  expect(errors[0]).toMatch(/^protoc is \S+, package.json pins 3\.0\.0: run `npm ci`/);
});

test.each([["--chek"], ["v1"], ["--check", "--force"]])(
  "arguments it does not know are refused: %s %s",
  async (...args) => {
    const errors: string[] = [];
    const code = await runGenerate(args, { root, lines: { out: () => {}, error: (line) => errors.push(line) } });
    expect(code).toBe(2);
    expect(errors[0]).toContain(`unknown argument "${args.at(-1)}"`);
    expect(existsSync(join(root, ".cache"))).toBe(false);
  },
);

test("--help prints the usage", async () => {
  const out: string[] = [];
  expect(await runGenerate(["--help"], { root, lines: { out: (line) => out.push(line), error: () => {} } })).toBe(0);
  expect(out[0]).toMatch(/^usage: npm run generate/);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s while protoc runs leaves no temporary folder and no output, exit code %i", async (signal, exitCode) => {
  cpSync(join(repository, "scripts"), join(root, "scripts"), { recursive: true });
  cpSync(join(repository, "proto"), join(root, "proto"), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/update-generated-runtime.ts"], { cwd: root });
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = once(child, "exit");
  while (!existsSync(join(root, ".cache")) || readdirSync(join(root, ".cache")).length === 0) {
    expect(child.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill(signal);
  expect(await ended).toEqual([exitCode, null]);
  expect(Buffer.concat(errors).toString()).toContain(`stopped by ${signal}, nothing was changed`);
  expect(readdirSync(join(root, ".cache"))).toEqual([]);
  expect(existsSync(join(root, "packages"))).toBe(false);
});
