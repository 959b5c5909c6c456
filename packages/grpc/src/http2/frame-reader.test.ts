import { expect, test } from "@jest/globals";
import { ConnectionError } from "./error.ts";
import { Flag, FrameType, formatFrame } from "./frame.ts";
import { FrameReader } from "./frame-reader.ts";

const read = (bytes: Buffer, pieceBytes: number): string[] => {
  const seen: string[] = [];
  let data: Buffer[] = [];
  const reader = new FrameReader({
    onFrame: ({ type, streamId }, payload) => seen.push(`${type} ${streamId} ${payload.toString("hex")}`),
    onDataStart: () => {
      data = [];
    },
    onDataPiece: (piece) => data.push(Buffer.from(piece)),
    onDataEnd: () => seen.push(`data ${Buffer.concat(data).toString()}`),
  });
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  return seen;
};

const STREAM = Buffer.concat([
  formatFrame(FrameType.SETTINGS, 0, 0, Buffer.alloc(0)),
  formatFrame(FrameType.PING, 0, 0, Buffer.from("12345678")),
  formatFrame(FrameType.DATA, 0, 1, Buffer.from("some data")),
  formatFrame(FrameType.DATA, Flag.PADDED, 1, Buffer.from("\x03padded\0\0\0")),
  formatFrame(FrameType.DATA, Flag.PADDED, 1, Buffer.from("\x02\0\0")),
  formatFrame(FrameType.DATA, Flag.END_STREAM, 1, Buffer.alloc(0)),
  formatFrame(FrameType.GOAWAY, 0, 0, Buffer.alloc(8)),
]);

test.each([1, 2, 3, 7, 9, 10, 100, 1000])("pieces of %d bytes give the same frames", (pieceBytes) => {
  expect(read(STREAM, pieceBytes)).toEqual([
    "4 0 ",
    "6 0 3132333435363738",
    "data some data",
    "data padded",
    "data ",
    "data ",
    `7 0 ${"00".repeat(8)}`,
  ]);
});

test.each([
  ["a frame beyond 16 KiB", Buffer.from([0, 0x40, 1, 6, 0, 0, 0, 0, 0]), /larger than 16384/],
  [
    "padding as long as the frame",
    formatFrame(FrameType.DATA, Flag.PADDED, 1, Buffer.from([3, 1, 1])),
    /3 bytes of padding/,
  ],
  ["padding without a length", formatFrame(FrameType.DATA, Flag.PADDED, 1, Buffer.alloc(0)), /no byte for the length/],
])("%s is an error of the connection", (_, bytes, message) => {
  expect(() => read(bytes, 1000)).toThrow(ConnectionError);
  expect(() => read(bytes, 1000)).toThrow(message);
});
