import { expect, test } from "@jest/globals";
import {
  encodeDataHeader,
  encodeGoAway,
  encodePing,
  encodeRstStream,
  encodeSynReply,
  encodeSynStream,
  encodeWindowUpdate,
  FrameDecoder,
  type FrameEvents,
} from "./frame.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

/** Writes down what a decoder reports; pieces of DATA are joined, since where they are cut means nothing. */
const recorder = (): { readonly events: FrameEvents; readonly seen: () => unknown[] } => {
  const seen: unknown[][] = [];
  const events: FrameEvents = {
    onData: (streamId, piece, fin) => {
      const last = seen.at(-1);
      if (last?.[0] === "data" && last[1] === streamId && last[3] === false) {
        last[2] = String(last[2]) + piece.toString("hex");
        last[3] = fin;
      } else seen.push(["data", streamId, piece.toString("hex"), fin]);
    },
    onSynStream: (streamId, flags, block) => seen.push(["synStream", streamId, flags, block.toString("hex")]),
    onSynReply: (streamId, flags, block) => seen.push(["synReply", streamId, flags, block.toString("hex")]),
    onRstStream: (streamId, status) => seen.push(["rstStream", streamId, status]),
    onSettings: (entries) => seen.push(["settings", [...entries]]),
    onPing: (pingId) => seen.push(["ping", pingId]),
    onGoAway: (lastStreamId, status) => seen.push(["goAway", lastStreamId, status]),
    onHeaders: (streamId, flags, block) => seen.push(["headers", streamId, flags, block.toString("hex")]),
    onWindowUpdate: (streamId, delta) => seen.push(["windowUpdate", streamId, delta]),
  };
  return { events, seen: () => seen };
};

const decode = (chunks: readonly Buffer[]): unknown[] => {
  const { events, seen } = recorder();
  const decoder = new FrameDecoder(events, { maxControlFrameBytes: 64 * 1024 });
  for (const chunk of chunks) decoder.push(chunk);
  return seen();
};

const everyFrame = Buffer.concat([
  encodeSynStream(1, Buffer.from("block"), 0),
  encodeSynReply(1, Buffer.from("answer"), 1),
  hex("80030004 00000014 00000002 01000004 00000064 00000007 00010000"),
  encodeDataHeader(1, 5, 0),
  Buffer.from("hello"),
  encodePing(3),
  encodeDataHeader(3, 0, 0),
  encodeDataHeader(1, 3, 1),
  Buffer.from("end"),
  encodeWindowUpdate(1, 4096),
  hex("80030008 00000006 00000001 abcd"),
  encodeRstStream(5, 5),
  encodeGoAway(7, 0),
]);

const everyEvent = [
  ["synStream", 1, 0, Buffer.from("block").toString("hex")],
  ["synReply", 1, 1, Buffer.from("answer").toString("hex")],
  [
    "settings",
    [
      [4, 100],
      [7, 65536],
    ],
  ],
  ["data", 1, Buffer.from("hello").toString("hex"), false],
  ["ping", 3],
  ["data", 3, "", false],
  ["data", 1, Buffer.from("end").toString("hex"), true],
  ["windowUpdate", 1, 4096],
  ["headers", 1, 0, "abcd"],
  ["rstStream", 5, 5],
  ["goAway", 7, 0],
];

test("each frame is read as it was written", () => {
  expect(decode([everyFrame])).toEqual(everyEvent);
});

test("frames cut at any byte, or byte by byte, are the same frames", () => {
  for (let at = 0; at <= everyFrame.length; at++) {
    expect(decode([everyFrame.subarray(0, at), everyFrame.subarray(at)])).toEqual(everyEvent);
  }
  expect(decode([...everyFrame].map((byte) => Buffer.of(byte)))).toEqual(everyEvent);
});

test("the frames of moby/spdystream 0.5.1 are what its traffic shows", () => {
  expect(encodePing(1).toString("hex")).toBe("800300060000000400000001");
  expect(encodeGoAway(7, 0).toString("hex")).toBe("80030007000000080000000700000000");
  expect(encodeSynReply(1, hex("78f9e3c6a7c2626060600000 0000ffff"), 0).toString("hex")).toBe(
    "80030002000000140000000178f9e3c6a7c26260606000000000ffff",
  );
});

test("a DATA frame of 5 MiB passes in pieces, nothing collected", () => {
  const sizes: number[] = [];
  const { events } = recorder();
  const decoder = new FrameDecoder(
    { ...events, onData: (_streamId, piece) => sizes.push(piece.length) },
    { maxControlFrameBytes: 1024 },
  );
  decoder.push(encodeDataHeader(1, 5 * 1024 * 1024, 1));
  for (let n = 0; n < 80; n++) decoder.push(Buffer.alloc(64 * 1024));
  expect(sizes).toEqual(Array.from({ length: 80 }, () => 64 * 1024));
});

test.each([
  ["another version", "80020001 0000000a 00000001 00000000 0000", "SPDY_VERSION"],
  ["an unknown type", "80030005 00000000", "SPDY_FRAME_TYPE"],
  ["a control frame beyond the limit", "80030001 00010001", "SPDY_FRAME_TOO_LARGE"],
  ["DATA on stream 0", "00000000 00000001 61", "SPDY_STREAM_ID"],
  ["SYN_STREAM with id 0", "80030001 0000000a 00000000 00000000 0000", "SPDY_STREAM_ID"],
  ["a short SYN_STREAM", "80030001 00000004 00000001", "SPDY_FRAME_LENGTH"],
  ["SYN_STREAM with unknown flags", "80030001 0400000a 00000001 00000000 0000", "SPDY_FRAME_FLAGS"],
  ["RST_STREAM with id 0", "80030003 00000008 00000000 00000005", "SPDY_STREAM_ID"],
  ["RST_STREAM with status 0", "80030003 00000008 00000001 00000000", "SPDY_STREAM_ID"],
  ["RST_STREAM of another length", "80030003 00000004 00000001", "SPDY_FRAME_LENGTH"],
  ["PING with id 0", "80030006 00000004 00000000", "SPDY_STREAM_ID"],
  ["PING with flags", "80030006 01000004 00000001", "SPDY_FRAME_FLAGS"],
  ["GOAWAY of another length", "80030007 00000004 00000000", "SPDY_FRAME_LENGTH"],
  ["WINDOW_UPDATE with flags", "80030009 01000008 00000001 00000001", "SPDY_FRAME_FLAGS"],
  ["SETTINGS that count wrong", "80030004 00000004 00000001", "SPDY_FRAME_LENGTH"],
  ["SETTINGS without a count", "80030004 00000000", "SPDY_FRAME_LENGTH"],
])("%s is a violation with a code of its own", (_name, bytes, code) => {
  expect(() => decode([hex(bytes)])).toThrow(expect.objectContaining({ name: "SpdyError", code }));
});
