import { BinaryWriter } from "@bufbuild/protobuf/wire";
import {
  Container,
  ContainerEventResponse,
  ContainerStatus,
  Image,
  ListContainersResponse,
  ListImagesResponse,
  ListMetricDescriptorsResponse,
  ListPodSandboxResponse,
  MetricDescriptor,
  PodSandbox,
  PodSandboxStatus,
  StreamContainersResponse,
  StreamImagesResponse,
  StreamPodSandboxesResponse,
} from "../gen/runtime/v1/api.ts";

interface Codec<T> {
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: Uint8Array): T;
  /** What the engine calls in the place of `encode` where it is there: pieces of bytes that nobody changes afterwards. */
  encodeToBuffer?(message: T): readonly Uint8Array[];
}

/** A message as one field of another: tag, length and its bytes. */
type FieldBytes<T> = (message: T) => Uint8Array;

interface Unknown {
  readonly _unknownFields?: { readonly [key: number]: readonly Uint8Array[] } | undefined;
}

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

const onceAs = <T extends object>(codec: Codec<T>, field: number): FieldBytes<T> => {
  const encoded = new WeakMap<T, Uint8Array>();
  const tag = field * 8 + LENGTH_DELIMITED;
  return (message) => {
    const known = encoded.get(message);
    if (known !== undefined) return known;
    const bytes = encodeField(codec, tag, message);
    freeze(message);
    encoded.set(message, bytes);
    return bytes;
  };
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const joined = Buffer.allocUnsafeSlow(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
};

/** How many parts of a list stand in one piece: a change costs the copy of its piece, and each piece its share of a write. */
const PARTS_IN_PIECE = 16;

interface Piece<Part> {
  readonly parts: readonly Part[];
  readonly bytes: Uint8Array;
}

/** Whether a piece holds just the parts of a list from `start` on. */
const holds = (piece: Piece<unknown>, list: readonly unknown[], start: number): boolean => {
  const { parts } = piece;
  if (parts.length !== Math.min(PARTS_IN_PIECE, list.length - start)) return false;
  for (let at = 0; at < parts.length; at += 1) if (parts[at] !== list[start + at]) return false;
  return true;
};

/** The list in pieces, those of the list before it where they are the same. */
const cut = <Part>(list: readonly Part[], before: readonly Piece<Part>[], fieldBytes: FieldBytes<Part>) => {
  const pieces: Piece<Part>[] = [];
  for (let start = 0; start < list.length; start += PARTS_IN_PIECE) {
    const known = before[pieces.length];
    if (known !== undefined && holds(known, list, start)) {
      pieces.push(known);
      continue;
    }
    const parts = list.slice(start, start + PARTS_IN_PIECE);
    pieces.push({ parts, bytes: concat(parts.map(fieldBytes)) });
  }
  return pieces;
};

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

/**
 * The codec of a list, `wrap` being the message around what is in it. The last list is kept in pieces: most lists are the one before with
 * few changes, and a new buffer for the whole of each would have the garbage collector mark the heap every fifty lists of a megabyte. A
 * list that comes again unchanged is joined, so that it is sent with the fewest writes.
 */
const listOf = <T extends Unknown, Part extends object>(
  codec: Codec<T>,
  fieldBytes: FieldBytes<Part>,
  partsOf: (message: T) => readonly Part[],
  wrap: (parts: Part[]) => T,
): Codec<T> => {
  let pieces: readonly Piece<Part>[] = [];
  let joined: readonly Uint8Array[] | undefined;
  const encodeRest = ({ _unknownFields = {} }: T): Uint8Array[] =>
    Object.keys(_unknownFields).length === 0 ? [] : [codec.encode({ ...wrap([]), _unknownFields }).finish()];
  const encodeToBuffer = (message: T): readonly Uint8Array[] => {
    const parts = partsOf(message);
    const rest = encodeRest(message);
    if (rest.length > 0) return [...parts.map(fieldBytes), ...rest];
    const before = pieces;
    pieces = cut(parts, before, fieldBytes);
    const bytes = pieces.map((piece) => piece.bytes);
    if (isSame(pieces, before)) joined ??= [concat(bytes)];
    else joined = undefined;
    return joined ?? bytes;
  };
  return {
    decode: codec.decode,
    encodeToBuffer,
    encode: (message, writer = new BinaryWriter()) => writer.raw(concat(encodeToBuffer(message))),
  };
};

const container = onceAs(Container, 1);
const podSandbox = onceAs(PodSandbox, 1);
const image = onceAs(Image, 1);
const descriptor = onceAs(MetricDescriptor, 1);

/** How many statuses of late events are remembered: enough for those that go to several readers, or come again at once. */
const LATE = 16;

/** As {@link onceAs} for what is sent once as a rule: a message is kept from the second time on, and only while it is among the latest. */
const lately = <T extends object>(codec: Codec<T>, field: number): ((message: T) => Uint8Array | undefined) => {
  const messages: T[] = [];
  const encoded: (Uint8Array | undefined)[] = [];
  const tag = field * 8 + LENGTH_DELIMITED;
  let next = 0;
  return (message) => {
    const at = messages.indexOf(message);
    if (at < 0) {
      messages[next] = message;
      encoded[next] = undefined;
      next = (next + 1) % LATE;
      return undefined;
    }
    const known = encoded[at];
    if (known !== undefined) return known;
    const bytes = encodeField(codec, tag, message);
    freeze(message);
    encoded[at] = bytes;
    return bytes;
  };
};

const createEventCodec = (): Codec<ContainerEventResponse> => {
  const sandboxBytes = lately(PodSandboxStatus, 4);
  const containerBytes = lately(ContainerStatus, 5);
  return {
    decode: ContainerEventResponse.decode,
    encode: (message, writer = new BinaryWriter()) => {
      const { podSandboxStatus, containersStatuses } = message;
      const sandbox = podSandboxStatus && sandboxBytes(podSandboxStatus);
      const known = containersStatuses.map(containerBytes).filter((bytes) => bytes !== undefined);
      // In their order: all of them from what is kept, or none.
      const containers = known.length === containersStatuses.length ? known : [];
      if (sandbox === undefined && containers.length === 0) return ContainerEventResponse.encode(message, writer);
      const rest = { ...message };
      if (sandbox !== undefined) rest.podSandboxStatus = undefined;
      if (containers.length > 0) rest.containersStatuses = [];
      ContainerEventResponse.encode(rest, writer);
      if (sandbox !== undefined) writer.raw(sandbox);
      for (const bytes of containers) writer.raw(bytes);
      return writer;
    },
  };
};

/** Codecs for one server: what is kept of its last lists goes with it. */
const assemble = (): ReadonlyMap<unknown, unknown> =>
  new Map<unknown, unknown>([
    [ContainerEventResponse, createEventCodec()],
    [
      ListContainersResponse,
      listOf(
        ListContainersResponse,
        container,
        (list) => list.containers,
        (containers) => ({ containers }),
      ),
    ],
    [
      StreamContainersResponse,
      listOf(
        StreamContainersResponse,
        container,
        (list) => list.containers,
        (containers) => ({ containers }),
      ),
    ],
    [
      ListPodSandboxResponse,
      listOf(
        ListPodSandboxResponse,
        podSandbox,
        (list) => list.items,
        (items) => ({ items }),
      ),
    ],
    [
      StreamPodSandboxesResponse,
      listOf(
        StreamPodSandboxesResponse,
        podSandbox,
        (list) => list.podSandboxes,
        (podSandboxes) => ({ podSandboxes }),
      ),
    ],
    [
      ListImagesResponse,
      listOf(
        ListImagesResponse,
        image,
        (list) => list.images,
        (images) => ({ images }),
      ),
    ],
    [
      StreamImagesResponse,
      listOf(
        StreamImagesResponse,
        image,
        (list) => list.images,
        (images) => ({ images }),
      ),
    ],
    [
      ListMetricDescriptorsResponse,
      listOf(
        ListMetricDescriptorsResponse,
        descriptor,
        (list) => list.descriptors,
        (descriptors) => ({ descriptors }),
      ),
    ],
  ]);

interface Definition {
  readonly methods: { readonly [method: string]: { readonly responseType: unknown } };
}

/**
 * The same service definition, with answers encoded from parts that are kept: a container, pod sandbox, image and metric descriptor are
 * encoded when they are first sent, and the bytes live as long as the object; the statuses of late events are kept for the next. Statistics
 * and metrics are new each time and encoded each time. A message that is kept is frozen: a service that answers with the same object again
 * shows a change by a new object, and an assignment to the old one throws.
 */
export const encodeOnce = <D extends Definition>(definition: D): D => {
  const codecs = assemble();
  const methods = Object.entries(definition.methods).map(([name, method]) => [
    name,
    { ...method, responseType: codecs.get(method.responseType) ?? method.responseType },
  ]);
  return { ...definition, methods: Object.fromEntries(methods) };
};
