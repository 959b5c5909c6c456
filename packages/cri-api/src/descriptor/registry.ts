import { create, createFileRegistry, type FileRegistry, fromBinary } from "@bufbuild/protobuf";
import {
  FeatureSet_Utf8Validation,
  FeatureSetSchema,
  FieldDescriptorProto_Type,
  FieldOptionsSchema,
  type FileDescriptorSet,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";

/** A version of the CRI that this package was generated from. */
export type CriVersion = "v1" | "v1alpha2";

/** Which descriptors to load. */
export interface RegistryOptions {
  /** Default: `v1`. */
  readonly version?: CriVersion;
  /**
   * How `KeyValue.value` of v1 (a container's environment) is declared. `bytes` is what the proto says; `text` declares a string on the
   * same wire, as upstream's JSON and v1alpha2 have it: bytes that are not UTF-8 are then read as U+FFFD. Default: `bytes`.
   */
  readonly envValues?: "bytes" | "text";
}

const modules = {
  v1: () => import("../gen/runtime/v1/descriptor-set.ts"),
  v1alpha2: () => import("../gen/runtime/v1alpha2/descriptor-set.ts"),
} as const;

/** The compiled descriptors of one version of the CRI: an encoded `google.protobuf.FileDescriptorSet`, without comments. */
export const loadCriDescriptorSet = async (version: CriVersion = "v1"): Promise<Uint8Array> => {
  const { descriptorSet } = await modules[version]();
  return new Uint8Array(Buffer.from(descriptorSet, "base64"));
};

const declareEnvAsText = (set: FileDescriptorSet): void => {
  const value = set.file
    .flatMap((file) => file.messageType)
    .find((message) => message.name === "KeyValue")
    ?.field.find((field) => field.name === "value");
  if (value?.type !== FieldDescriptorProto_Type.BYTES) return;
  value.type = FieldDescriptorProto_Type.STRING;
  const utf8Validation = FeatureSet_Utf8Validation.NONE;
  value.options = create(FieldOptionsSchema, { features: create(FeatureSetSchema, { utf8Validation }) });
};

const loadRegistry = async (version: CriVersion, text: boolean): Promise<FileRegistry> => {
  const set = fromBinary(FileDescriptorSetSchema, await loadCriDescriptorSet(version));
  if (text) declareEnvAsText(set);
  return createFileRegistry(set);
};

const loaded = new Map<string, Promise<FileRegistry>>();

/**
 * The CRI's messages, enums and services as `@bufbuild/protobuf` describes them, for what needs reflection: JSON, the gateway, gRPC server
 * reflection. Loaded and parsed at the first call (some 20 ms), kept from then on.
 *
 * @example
 * const registry = await loadCriRegistry();
 * registry.getService("runtime.v1.RuntimeService")?.methods.map((method) => method.name);
 */
export const loadCriRegistry = (options: RegistryOptions = {}): Promise<FileRegistry> => {
  const { version = "v1", envValues = "bytes" } = options;
  const key = `${version} ${envValues}`;
  const known = loaded.get(key);
  if (known) return known;
  const registry = loadRegistry(version, envValues === "text");
  loaded.set(key, registry);
  return registry;
};
