import type { FileRegistry } from "@bufbuild/protobuf";
import { Status } from "../call/status.ts";

/** An encoded `google.protobuf.FileDescriptorSet`, or what loads it when it is first asked for. */
export type DescriptorSet = Uint8Array | (() => Promise<Uint8Array> | Uint8Array);

/** What reflection cannot answer. */
export interface AbsentDescriptor {
  readonly code: number;
  readonly message: string;
}

/** Answers questions about descriptors with encoded `FileDescriptorProto`s. */
export interface Descriptors {
  /** The file of this name, those it imports behind it. */
  fileByName(name: string): readonly Uint8Array[] | AbsentDescriptor;
  /** The file that declares this message, enum, service, call, field or extension. */
  fileOfSymbol(symbol: string): readonly Uint8Array[] | AbsentDescriptor;
  /** The file that declares an extension. */
  fileOfExtension(typeName: string, fieldNumber: number): readonly Uint8Array[] | AbsentDescriptor;
  /** The numbers of all extensions of a message. */
  extensionsOf(typeName: string): readonly number[] | AbsentDescriptor;
}

const absent = (message: string): AbsentDescriptor => ({ code: Status.NOT_FOUND, message });

/** Loads descriptor sets. The libraries for it are loaded now and not before. */
export const loadDescriptors = async (sets: readonly DescriptorSet[]): Promise<Descriptors> => {
  const { create, createFileRegistry, fromBinary, toBinary } = await import("@bufbuild/protobuf");
  const { FileDescriptorProtoSchema, FileDescriptorSetSchema } = await import("@bufbuild/protobuf/wkt");
  const files = new Map<string, ReturnType<typeof readFiles>[number]>();
  const readFiles = (bytes: Uint8Array) => fromBinary(FileDescriptorSetSchema, bytes).file;
  for (const set of sets)
    for (const file of readFiles(set instanceof Uint8Array ? set : await set()))
      if (!files.has(file.name)) files.set(file.name, file);
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [...files.values()] }));

  const withImports = (name: string, seen = new Set<string>()): Uint8Array[] => {
    const file = files.get(name);
    if (file === undefined || seen.has(name)) return [];
    seen.add(name);
    return [
      toBinary(FileDescriptorProtoSchema, file),
      ...file.dependency.flatMap((dependency) => withImports(dependency, seen)),
    ];
  };
  const fileOf = (name: string | undefined, missing: string): readonly Uint8Array[] | AbsentDescriptor =>
    name === undefined || !files.has(name) ? absent(missing) : withImports(name);
  return {
    fileByName: (name) => fileOf(name, `no file "${name}"`),
    fileOfSymbol: (symbol) => fileOf(protoNameOf(registry, symbol), `no symbol "${symbol}"`),
    fileOfExtension: (typeName, fieldNumber) => {
      const message = registry.getMessage(typeName);
      const extension = message && registry.getExtensionFor(message, fieldNumber);
      return fileOf(extension?.file.proto.name, `no extension ${fieldNumber} of "${typeName}"`);
    },
    extensionsOf: (typeName) => {
      if (registry.getMessage(typeName) === undefined) return absent(`no message "${typeName}"`);
      return [...registry].flatMap((type) =>
        type.kind === "extension" && type.extendee.typeName === typeName ? [type.number] : [],
      );
    },
  };
};

/** The name of the file that declares a symbol: a type by its name, a call, field or value by its parent's. */
const protoNameOf = (registry: FileRegistry, symbol: string): string | undefined => {
  const type = registry.get(symbol);
  if (type !== undefined) return type.file.proto.name;
  const dot = symbol.lastIndexOf(".");
  const member = symbol.slice(dot + 1);
  const parent = dot < 0 ? undefined : registry.get(symbol.slice(0, dot));
  switch (parent?.kind) {
    case "service":
      return parent.methods.some(({ name }) => name === member) ? parent.file.proto.name : undefined;
    case "message":
      return [...parent.fields, ...parent.oneofs].some(({ name }) => name === member)
        ? parent.file.proto.name
        : undefined;
    default:
      return undefined;
  }
};
