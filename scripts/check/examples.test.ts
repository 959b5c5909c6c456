import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { checkExamples, examplesOf } from "./examples.ts";

const root = join(import.meta.dirname, "..", "..");
const markdown =
  '# x\n\n```ts\nimport { CriError } from "@crikit/cri-api";\n\nnew CriError("NoSuchCode", "x");\n```\n\n```sh\nls\n```\n';

test("only ts blocks are examples, with the line they begin at", () => {
  expect(examplesOf("README.md", markdown)).toMatchObject([{ path: "README.md", line: 4 }]);
});

test("an example that does not compile is named at its line in the Markdown, one that does is not", () => {
  const faults = checkExamples(root, examplesOf("README.md", markdown));
  expect(faults[0]).toMatch(/^README\.md:6: error TS/);
  expect(checkExamples(root, examplesOf("README.md", markdown.replace("NoSuchCode", "Aborted")))).toEqual([]);
});
