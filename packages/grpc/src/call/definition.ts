import type { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";

/** Encodes and decodes one message: the part of ts-proto's `MessageFns` that a call needs. */
export interface MessageCodec<T> {
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: BinaryReader | Uint8Array, length?: number): T;
  /**
   * The whole message, encoded, in one piece or in several. Where it is there, the engine calls it instead of `encode` and sends the bytes
   * without a copy, so they must not change afterwards: for messages whose bytes are kept.
   */
  encodeToBuffer?(message: T): Uint8Array | readonly Uint8Array[];
}

/** One call of a service, as ts-proto's `outputServices=generic-definitions` writes it. */
export interface MethodDefinition<Request = never, Response = unknown> {
  /** The call's name in the proto, the last part of the `:path`: `"RunPodSandbox"`. */
  readonly name: string;
  readonly requestType: MessageCodec<Request>;
  readonly requestStream: boolean;
  readonly responseType: MessageCodec<Response>;
  readonly responseStream: boolean;
}

/** A service, as ts-proto's `outputServices=generic-definitions` writes it. */
export interface ServiceDefinition {
  /** The full name in the proto, the first part of the `:path`: `"runtime.v1.RuntimeService"`. */
  readonly fullName: string;
  // biome-ignore lint/suspicious/noExplicitAny: a codec is contravariant in its message; no narrower type takes them all
  readonly methods: { readonly [method: string]: MethodDefinition<any, any> };
}
