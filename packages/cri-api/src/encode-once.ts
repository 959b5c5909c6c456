import { BinaryWriter } from "@bufbuild/protobuf/wire";
import {
  Container,
  ContainerEventResponse,
  ContainerStats,
  ContainerStatus,
  Image,
  ListContainerStatsResponse,
  ListContainersResponse,
  ListImagesResponse,
  ListMetricDescriptorsResponse,
  ListPodSandboxResponse,
  ListPodSandboxStatsResponse,
  MetricDescriptor,
  PodSandbox,
  PodSandboxStats,
  PodSandboxStatus,
  StreamContainerStatsResponse,
  StreamContainersResponse,
  StreamImagesResponse,
  StreamPodSandboxesResponse,
  StreamPodSandboxStatsResponse,
} from "./gen/runtime/v1/api.ts";

interface Codec<T> {
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: Uint8Array): T;
}

/** Writes a message as one field of another, tag and length included. */
type WriteField<T> = (writer: BinaryWriter, message: T) => void;

const LENGTH_DELIMITED = 2;

/** Freezes a message all the way down; bytes cannot be frozen and are left. */
const freeze = (value: unknown): void => {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
};

/** One writer for all parts: its buffer stays, so that a part costs one allocation. */
let scratch = new BinaryWriter();

const encodeField = <T>(codec: Codec<T>, tag: number, message: T): Uint8Array => {
  try {
    return codec.encode(message, scratch.uint32(tag).fork()).join().finish();
  } catch (error) {
    scratch = new BinaryWriter();
    throw error;
  }
};

const onceAs = <T extends object>(codec: Codec<T>, field: number): WriteField<T> => {
  const encoded = new WeakMap<T, Uint8Array>();
  const tag = field * 8 + LENGTH_DELIMITED;
  return (writer, message) => {
    let bytes = encoded.get(message);
    if (bytes === undefined) {
      bytes = encodeField(codec, tag, message);
      freeze(message);
      encoded.set(message, bytes);
    }
    writer.raw(bytes);
  };
};

type PartsOf<T> = {
  readonly [Name in keyof T]?: NonNullable<T[Name]> extends readonly (infer Part)[]
    ? WriteField<Part>
    : WriteField<NonNullable<T[Name]>>;
};

/** The codec of a message of which `parts` are encoded once; the rest of it is encoded every time. */
const assemble = <T extends object>(codec: Codec<T>, parts: PartsOf<T>): Codec<T> => {
  const fields = Object.entries(parts) as [keyof T, WriteField<unknown>][];
  return {
    decode: codec.decode,
    encode: (message, writer = new BinaryWriter()) => {
      const rest = { ...message };
      for (const [name] of fields) rest[name] = (Array.isArray(message[name]) ? [] : undefined) as T[typeof name];
      codec.encode(rest, writer);
      for (const [name, write] of fields) {
        const part: unknown = message[name];
        if (Array.isArray(part)) for (const one of part) write(writer, one);
        else if (part !== undefined) write(writer, part);
      }
      return writer;
    },
  };
};

const container = onceAs(Container, 1);
const containerStats = onceAs(ContainerStats, 1);
const podSandbox = onceAs(PodSandbox, 1);
const podSandboxStats = onceAs(PodSandboxStats, 1);
const image = onceAs(Image, 1);
const descriptor = onceAs(MetricDescriptor, 1);

const ASSEMBLED = new Map<unknown, unknown>([
  [ListContainersResponse, assemble(ListContainersResponse, { containers: container })],
  [StreamContainersResponse, assemble(StreamContainersResponse, { containers: container })],
  [ListPodSandboxResponse, assemble(ListPodSandboxResponse, { items: podSandbox })],
  [StreamPodSandboxesResponse, assemble(StreamPodSandboxesResponse, { podSandboxes: podSandbox })],
  [ListImagesResponse, assemble(ListImagesResponse, { images: image })],
  [StreamImagesResponse, assemble(StreamImagesResponse, { images: image })],
  [ListContainerStatsResponse, assemble(ListContainerStatsResponse, { stats: containerStats })],
  [StreamContainerStatsResponse, assemble(StreamContainerStatsResponse, { containerStats })],
  [ListPodSandboxStatsResponse, assemble(ListPodSandboxStatsResponse, { stats: podSandboxStats })],
  [StreamPodSandboxStatsResponse, assemble(StreamPodSandboxStatsResponse, { podSandboxStats })],
  [ListMetricDescriptorsResponse, assemble(ListMetricDescriptorsResponse, { descriptors: descriptor })],
  [
    ContainerEventResponse,
    assemble(ContainerEventResponse, {
      podSandboxStatus: onceAs(PodSandboxStatus, 4),
      containersStatuses: onceAs(ContainerStatus, 5),
    }),
  ],
]);

interface Definition {
  readonly methods: { readonly [method: string]: { readonly responseType: unknown } };
}

/**
 * The same service definition, with answers encoded from parts that are kept: a container, pod sandbox, image, their statistics, a metric
 * descriptor and the statuses in an event are encoded when they are first sent, and the bytes live as long as the object. A message that
 * was sent is frozen: a service that answers with the same object again shows a change by a new object, and an assignment to the old one throws.
 */
export const encodeOnce = <D extends Definition>(definition: D): D => ({
  ...definition,
  methods: Object.fromEntries(
    Object.entries(definition.methods).map(([name, method]) => [
      name,
      { ...method, responseType: ASSEMBLED.get(method.responseType) ?? method.responseType },
    ]),
  ),
});
