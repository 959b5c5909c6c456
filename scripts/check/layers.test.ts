import { expect, test } from "@jest/globals";
import { findLayerFaults, importsOf } from "./layers.ts";

const all = () => new Set(["@crikit/cri-api", "@crikit/cri-runtime", "@crikit/streaming"]);
const fault = (path: string, text: string, declared = all) => findLayerFaults([{ path, text }], declared);

test("imports are found in every form, and not in comments", () => {
  const text = `
import type { A } from "./a.ts";
export { b } from './b.ts';
import "./c.ts";
const d = await import("./d.ts");
// import "./no.ts";
/* from "./neither.ts" */`;
  expect(importsOf(text)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts"]);
});

test.each([
  [
    "an adapter that imports streaming",
    "packages/adapter-mock/src/x.ts",
    'import "@crikit/streaming";',
    "may not know streaming",
  ],
  [
    "cri-api that points up",
    "packages/cri-api/src/x.ts",
    'import "@crikit/cri-runtime/log";',
    "may not know cri-runtime",
  ],
  ["a package that names itself", "packages/cri-api/src/x.ts", 'import "@crikit/cri-api";', "import the file"],
  ["a file outside src", "packages/cri-api/src/x.ts", 'import "../../grpc/src/a.ts";', "outside its package's src"],
  ["a folder that imports from src itself", "packages/cli/src/output/x.ts", 'import "../y.ts";', "from src/ itself"],
  ["grpc on node:http2", "packages/grpc/src/x.ts", 'import "node:http2";', "must not know"],
])("%s is a fault", (_, path, text, message) => {
  expect(fault(path, text)).toEqual([expect.stringContaining(message)]);
});

test("an import that package.json does not declare is a fault", () => {
  const faults = fault("packages/streaming/src/x.ts", 'import "@crikit/cri-api";', () => new Set());
  expect(faults).toEqual([expect.stringContaining("does not declare")]);
});

test("folders that import one another in a circle are named as the circle", () => {
  const files = [
    { path: "packages/cli/src/a/x.ts", text: 'import "../b/y.ts";' },
    { path: "packages/cli/src/b/y.ts", text: 'import "../c/z.ts";' },
    { path: "packages/cli/src/c/z.ts", text: 'import "../a/x.ts";' },
  ];
  expect(findLayerFaults(files, all)).toEqual(["packages/cli/src has a cycle of folders: a -> b -> c -> a"]);
});

test("what the order allows is no fault, and tests are not held to it", () => {
  expect(fault("packages/streaming/src/x.ts", 'import "@crikit/cri-runtime";\nimport "./a/b.ts";')).toEqual([]);
  expect(fault("packages/adapter-mock/src/x.test.ts", 'import "@crikit/streaming";')).toEqual([]);
});
