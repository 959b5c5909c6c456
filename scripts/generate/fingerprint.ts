import { createHash } from "node:crypto";
import { clone, toBinary } from "@bufbuild/protobuf";
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  type EnumDescriptorProto,
  EnumDescriptorProtoSchema,
  type FileDescriptorSet,
  ServiceDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";

type Named = { readonly name: string };
const byName = (one: Named, other: Named): number => (one.name < other.name ? -1 : 1);
const byNumber = (one: { readonly number: number }, other: { readonly number: number }): number =>
  one.number - other.number;

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 12);

const enumLine = (name: string, proto: EnumDescriptorProto): string => {
  const own = clone(EnumDescriptorProtoSchema, proto);
  own.value.sort(byNumber);
  return `${name} enum ${hash(toBinary(EnumDescriptorProtoSchema, own))}`;
};

/** A message's own line and those of the types declared in it; a map's entry counts as part of its message. */
const messageLines = (name: string, proto: DescriptorProto): string[] => {
  const nested = proto.nestedType.filter((message) => !message.options?.mapEntry);
  const own = clone(DescriptorProtoSchema, proto);
  own.nestedType = own.nestedType.filter((message) => message.options?.mapEntry).sort(byName);
  own.enumType = [];
  // Where a field stands in the file means nothing on the wire; where it stands in a oneof's list is its index, kept.
  own.field.sort(byNumber);
  return [
    `${name} message ${hash(toBinary(DescriptorProtoSchema, own))}`,
    ...nested.flatMap((message) => messageLines(`${name}.${message.name}`, message)),
    ...proto.enumType.map((type) => enumLine(`${name}.${type.name}`, type)),
  ];
};

/**
 * A compact form of descriptors: a line per message, enum and service, sorted, each with a hash of all that is said of it there but
 * comments and order. A wanted edit of a proto changes the lines of what it touched, so the diff names it.
 */
export const fingerprint = (set: FileDescriptorSet): string =>
  set.file
    .flatMap((file) => [
      ...file.messageType.flatMap((message) => messageLines(`${file.package}.${message.name}`, message)),
      ...file.enumType.map((type) => enumLine(`${file.package}.${type.name}`, type)),
      ...file.service.map((service) => {
        const own = clone(ServiceDescriptorProtoSchema, service);
        own.method.sort(byName);
        return `${file.package}.${service.name} service ${hash(toBinary(ServiceDescriptorProtoSchema, own))}`;
      }),
    ])
    .sort()
    .map((line) => `${line}\n`)
    .join("");
