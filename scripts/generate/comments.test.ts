import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fromBinary } from "@bufbuild/protobuf";
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FileDescriptorProto,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";
import { expect, test } from "@jest/globals";
import { listFiles } from "./render.ts";
import { findToolchain, runProtoc } from "./toolchain.ts";

const root = dirname(dirname(import.meta.dirname));
const protos = listFiles(join(root, "proto")).filter((file) => file.endsWith(".proto"));

interface Place {
  readonly name: string;
  /** Where the declaration stands in the descriptor: field numbers of descriptor.proto and indices in turn. */
  readonly path: readonly number[];
}

const enumPlaces = (proto: EnumDescriptorProto, name: string, path: readonly number[]): Place[] => [
  { name, path },
  ...proto.value.map((value, index) => ({ name: `${name}.${value.name}`, path: [...path, 2, index] })),
];

const messagePlaces = (proto: DescriptorProto, name: string, path: readonly number[]): Place[] => [
  { name, path },
  ...proto.field.map((field, index) => ({ name: `${name}.${field.name}`, path: [...path, 2, index] })),
  ...proto.oneofDecl.map((oneof, index) => ({ name: `${name}.${oneof.name}`, path: [...path, 8, index] })),
  ...proto.enumType.flatMap((type, index) => enumPlaces(type, `${name}.${type.name}`, [...path, 4, index])),
  ...proto.nestedType.flatMap((nested, index) =>
    nested.options?.mapEntry ? [] : messagePlaces(nested, `${name}.${nested.name}`, [...path, 3, index]),
  ),
];

const places = (file: FileDescriptorProto): Place[] => [
  ...file.messageType.flatMap((message, index) => messagePlaces(message, message.name, [4, index])),
  ...file.enumType.flatMap((type, index) => enumPlaces(type, type.name, [5, index])),
  ...file.service.flatMap((service, index) => [
    { name: service.name, path: [6, index] },
    ...service.method.map((method, at) => ({ name: `${service.name}.${method.name}`, path: [6, index, 2, at] })),
  ]),
];

const uncommented = (file: FileDescriptorProto): string[] => {
  const commented = new Set(
    file.sourceCodeInfo?.location
      .filter(({ leadingComments }) => leadingComments.trim() !== "")
      .map(({ path }) => path.join()),
  );
  return places(file)
    .filter(({ path }) => !commented.has(path.join()))
    .map(({ name }) => name);
};

/** Compiles a proto with its comments. */
const compile = async (protoPath: string, proto: string): Promise<FileDescriptorProto> => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-comments-"));
  try {
    const descriptors = join(folder, "set.binpb");
    const args = [`--proto_path=${protoPath}`, "--include_source_info", `--descriptor_set_out=${descriptors}`, proto];
    await runProtoc(await findToolchain(root), args, { cwd: root });
    const [file] = fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)).file;
    if (!file) throw new Error(`protoc compiled nothing from ${proto}`);
    return file;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test.each(protos)("every declaration of %s says what it means", async (proto) => {
  const file = await compile("proto", proto);
  expect(places(file).length).toBeGreaterThan(5);
  expect(uncommented(file)).toEqual([]);
});

test("a declaration without a comment is named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-comments-"));
  try {
    const text = readFileSync(join(root, "proto/grpc/health/v1/health.proto"), "utf8");
    const bare = text.replace(
      /\n *\/\/ (Calls are answered|The state at the time|The states of all services|Tells whether).*/g,
      "",
    );
    writeFileSync(join(folder, "bare.proto"), bare);
    expect(uncommented(await compile(folder, "bare.proto"))).toEqual([
      "HealthCheckResponse.status",
      "HealthCheckResponse.ServingStatus.SERVING",
      "HealthListResponse",
      "Health",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
