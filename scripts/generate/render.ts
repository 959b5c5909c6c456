import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { type FileDescriptorSet, FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { fingerprint } from "./fingerprint.ts";
import { type Output, tsProtoOptions } from "./outputs.ts";
import { runProtoc, type Toolchain } from "./toolchain.ts";

const nodeTypes = '/// <reference types="node" preserve="true" />\n';
const header = (from: string): string => `// Generated from ${from} by \`npm run generate\`: do not edit.\n`;

/** The files below `folder`, relative to it, with `/`, sorted. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

/**
 * Puts our header in place of ts-proto's. A file that uses `Buffer` says so to the compiler: TypeScript 7 loads no `@types` by itself.
 * There is no formatter after it: ts-proto runs dprint on what it writes, so the same input gives the same bytes.
 */
export const headSource = (source: string): string => {
  const body = source.replace(/^(\/\/.*\n)+\n?/, "");
  const from = /^\/\/ source: (\S+)$/m.exec(source)?.[1];
  if (from === undefined) throw new Error("ts-proto no longer names the source of a file in its header");
  return `${header(`proto/${from}`)}${/\bBuffer\b/.test(body) ? nodeTypes : ""}\n${body}`;
};

/** Descriptors as a module: base64 in lines, which `Buffer.from(text, "base64")` skips over. */
const descriptorModule = (folder: string, set: FileDescriptorSet): string => {
  const text = Buffer.from(toBinary(FileDescriptorSetSchema, set)).toString("base64");
  return `${header(`proto/${folder}`)}
/** The compiled descriptors of proto/${folder}, an encoded google.protobuf.FileDescriptorSet in base64. */
export const descriptorSet = \`
${(text.match(/.{1,120}/g) ?? []).join("\n")}
\`;
`;
};

/** The files of `folder` and, first, what they import. */
const filesOf = (folder: string, set: FileDescriptorSet): FileDescriptorSet => {
  const wanted = new Set(set.file.filter((file) => dirname(file.name) === folder).map((file) => file.name));
  // protoc lists a file after its imports, so going backwards meets each file before what it imports.
  for (const file of [...set.file].reverse())
    if (wanted.has(file.name)) for (const imported of file.dependency) wanted.add(imported);
  return create(FileDescriptorSetSchema, { file: set.file.filter((file) => wanted.has(file.name)) });
};

/** What a rendering needs to know. */
export interface RenderOptions {
  readonly root: string;
  readonly output: Output;
  readonly toolchain: Toolchain;
  /** An empty folder: receives what belongs into `output.generated`. */
  readonly into: string;
  readonly signal?: AbortSignal | undefined;
  readonly onWarning?: (text: string) => void;
}

/** Writes all that is generated from one folder of protos: a TypeScript file each, the descriptors per folder, the fingerprint. */
export const render = async ({ root, output, toolchain, into, signal, onWarning }: RenderOptions): Promise<void> => {
  const protos = listFiles(join(root, "proto")).filter(
    (file) => file.endsWith(".proto") && `proto/${file}`.startsWith(`${output.protos}/`),
  );
  if (protos.length === 0) throw new Error(`no .proto file below ${join(root, output.protos)}`);
  mkdirSync(into, { recursive: true });
  const descriptors = join(into, "descriptors.binpb");
  const args = [
    "--proto_path=proto",
    `--plugin=protoc-gen-ts_proto=${toolchain.plugin}`,
    `--ts_proto_out=${into}`,
    `--ts_proto_opt=${tsProtoOptions.join(",")}`,
    `--descriptor_set_out=${descriptors}`,
    "--include_imports",
    ...protos,
  ];
  await runProtoc(toolchain, args, { cwd: root, signal, ...(onWarning && { onWarning }) });
  for (const file of listFiles(into).filter((name) => name.endsWith(".ts")))
    writeFileSync(join(into, file), headSource(readFileSync(join(into, file), "utf8")));
  const set = fromBinary(FileDescriptorSetSchema, readFileSync(descriptors));
  rmSync(descriptors);
  for (const folder of new Set(protos.map((file) => dirname(file))))
    writeFileSync(join(into, folder, "descriptor-set.ts"), descriptorModule(folder, filesOf(folder, set)));
  writeFileSync(join(into, "fingerprint.txt"), fingerprint(set));
};
