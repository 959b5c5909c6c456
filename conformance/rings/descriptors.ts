import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromBinary, toJson } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { type CriVersion, loadCriDescriptorSet } from "@crikit/cri-api/descriptor";
import { type DescriptorJson, declarationsOf, differencesOf } from "../descriptor-differences.ts";
import type { Ring, RingContext } from "../ring.ts";

const facts = join(import.meta.dirname, "../../../shared/cri-api");
const versions: readonly CriVersion[] = ["v1", "v1alpha2"];

interface DescriptorSetJson {
  readonly file: readonly DescriptorJson[];
}

const onlyFile = ({ file }: DescriptorSetJson): DescriptorJson => {
  const [first, ...rest] = file;
  assert.ok(first && rest.length === 0, `expected one file, got ${file.length}`);
  return first;
};

const ourFile = async (version: CriVersion): Promise<DescriptorJson> => {
  const set = fromBinary(FileDescriptorSetSchema, await loadCriDescriptorSet(version));
  return onlyFile(JSON.parse(JSON.stringify(toJson(FileDescriptorSetSchema, set))));
};

const report = (context: RingContext, name: string, differences: readonly string[]): void => {
  if (differences.length === 0) context.pass(name);
  else context.fail(name, differences.join("; "));
};

const compareDeclarations = (
  context: RingContext,
  version: CriVersion,
  ours: DescriptorJson,
  wanted: DescriptorJson,
) => {
  const own = declarationsOf(ours);
  const others = declarationsOf(wanted);
  for (const name of new Set([...others.keys(), ...own.keys()])) {
    const [one, other] = [own.get(name), others.get(name)];
    if (one && other) report(context, `${version} ${name}`, differencesOf(one, other));
    else context.fail(`${version} ${name}`, one ? "only ours has it" : "ours has none");
  }
};

const compareVersion = async (context: RingContext, version: CriVersion): Promise<void> => {
  const path = join(facts, `runtime.${version}.descriptor.json`);
  if (!existsSync(path))
    return context.fail(`${version} facts`, `${path} is missing: put ../shared beside the repository`);
  const ours = await ourFile(version);
  const wanted = onlyFile(JSON.parse(readFileSync(path, "utf8")));
  // The file's own name is where it lies, which is each project's affair.
  const head = ({ package: name, syntax, options = {}, dependency = [] }: DescriptorJson) => ({
    name,
    syntax,
    options,
    dependency,
  });
  report(context, `${version} package, syntax and options`, differencesOf(head(ours), head(wanted)));
  compareDeclarations(context, version, ours, wanted);
};

/** The comparison has to see what it is for: each kind of change to a copy, by name. */
const checkComparison = async (context: RingContext): Promise<void> => {
  const file = await ourFile("v1");
  const original = declarationsOf(file);
  const changed = (name: string, from: string, to: string): string[] => {
    const text = JSON.stringify(original.get(name));
    assert.ok(text.includes(from), `${name} no longer holds ${from}`);
    return differencesOf(JSON.parse(text.replace(from, to)), original.get(name) ?? {});
  };
  await context.check("a change is reported by name", () => {
    assert.deepEqual(changed("message Mount", '"number":11', '"number":12'), [
      "field mount_options number: ours 12, wanted 11",
    ]);
    assert.deepEqual(changed("message KeyValue", "TYPE_BYTES", "TYPE_STRING"), [
      'field value type: ours "TYPE_STRING", wanted "TYPE_BYTES"',
    ]);
    assert.deepEqual(changed("message AuthConfig", '"debugRedact":true', '"debugRedact":false'), [
      "field password options.debugRedact: ours false, wanted true",
    ]);
    assert.deepEqual(changed("enum Protocol", '"name":"UDP"', '"name":"UDPLITE"'), [
      "value UDP: ours has none",
      "value UDPLITE: only ours has it",
    ]);
    assert.deepEqual(changed("service ImageService", ',"serverStreaming":true', ""), [
      "method StreamImages serverStreaming: ours nothing, wanted true",
    ]);
  });
};

export const ring: Ring = {
  name: "descriptors",
  summary: "our compiled descriptors against the facts in ../shared/cri-api: every message, field, enum value and call",
  run: async (context) => {
    await checkComparison(context);
    for (const version of versions) await compareVersion(context, version);
  },
};
