import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** One detail of a rich status: a `google.protobuf.Any`. */
export interface StatusDetail {
  /** `"type.googleapis.com/google.rpc.ErrorInfo"`. */
  readonly typeUrl: string;
  /** The encoded message. */
  readonly value: Uint8Array;
}

/** A `google.rpc.Status`: what `GrpcError.details` holds encoded. */
export interface RichStatus {
  readonly code: number;
  readonly message: string;
  readonly details: readonly StatusDetail[];
}

const FIELD = { code: 1, message: 2, details: 3, typeUrl: 1, value: 2 } as const;

/** Encodes a rich status, for `GrpcErrorOptions.details`. */
export const encodeRichStatus = ({ code, message, details }: RichStatus): Uint8Array => {
  const writer = new BinaryWriter();
  if (code !== 0) writer.tag(FIELD.code, WireType.Varint).int32(code);
  if (message !== "") writer.tag(FIELD.message, WireType.LengthDelimited).string(message);
  for (const { typeUrl, value } of details) {
    writer.tag(FIELD.details, WireType.LengthDelimited).fork();
    if (typeUrl !== "") writer.tag(FIELD.typeUrl, WireType.LengthDelimited).string(typeUrl);
    if (value.length > 0) writer.tag(FIELD.value, WireType.LengthDelimited).bytes(value);
    writer.join();
  }
  return writer.finish();
};

/** Decodes the rich status of an error; what is none is a RangeError. */
export const decodeRichStatus = (bytes: Uint8Array): RichStatus => {
  const reader = new BinaryReader(bytes);
  const details: StatusDetail[] = [];
  let code = 0;
  let message = "";
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === FIELD.code && wireType === WireType.Varint) code = reader.int32();
    else if (field === FIELD.message && wireType === WireType.LengthDelimited) message = reader.string();
    else if (field === FIELD.details && wireType === WireType.LengthDelimited)
      details.push(decodeDetail(reader.bytes()));
    else reader.skip(wireType);
  }
  return { code, message, details };
};

const decodeDetail = (bytes: Uint8Array): StatusDetail => {
  const reader = new BinaryReader(bytes);
  let typeUrl = "";
  let value: Uint8Array = new Uint8Array();
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === FIELD.typeUrl && wireType === WireType.LengthDelimited) typeUrl = reader.string();
    else if (field === FIELD.value && wireType === WireType.LengthDelimited) value = reader.bytes();
    else reader.skip(wireType);
  }
  return { typeUrl, value };
};
