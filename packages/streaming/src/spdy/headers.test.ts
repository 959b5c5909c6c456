import { constants, deflateRawSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { SPDY_DICTIONARY } from "./dictionary.ts";
import { HeaderDecoder, HeaderEncoder } from "./headers.ts";

const limits = { maxHeaders: 1000, maxHeaderBytes: 1024 * 1024 };
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

test("blocks that moby/spdystream 0.5.1 wrote are read in order, each with those before it as dictionary", () => {
  const decoder = new HeaderDecoder(limits);
  expect(decoder.decode(hex("78f9e3c6a7c2 626060600000 0000ffff"))).toEqual({});
  expect(decoder.decode(hex("0261 00000000 ffff"))).toEqual({});
});

test("a first block is stored deflate after a zlib header that names the dictionary, and ends with a sync flush", () => {
  expect(new HeaderEncoder().encode({ streamtype: "error" }).toString("hex")).toBe(
    "78bbe3c6a7c2001b00e4ff000000010000000a73747265616d74797065000000056572726f72000000ffff",
  );
});

test("what one encoder writes one decoder reads, block after block", () => {
  const encoder = new HeaderEncoder();
  const decoder = new HeaderDecoder(limits);
  const blocks = [
    { streamtype: "error" },
    {},
    { streamtype: "data", port: "80", requestid: "7" },
    { long: "x".repeat(70_000) },
  ];
  for (const headers of blocks) expect(decoder.decode(encoder.encode(headers))).toEqual(headers);
});

test("a history of more than the window is forgotten from its beginning", () => {
  const encoder = new HeaderEncoder();
  const decoder = new HeaderDecoder(limits);
  for (let n = 0; n < 30; n++) {
    const headers = { n: String(n), filler: "y".repeat(3_000) };
    expect(decoder.decode(encoder.encode(headers))).toEqual(headers);
  }
});

const block = (pairs: Buffer): Buffer =>
  Buffer.concat([
    hex("78bbe3c6a7c2"),
    deflateRawSync(pairs, { dictionary: SPDY_DICTIONARY, finishFlush: constants.Z_SYNC_FLUSH }),
  ]);

const pair = (text: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
};

test.each([
  ["no zlib header", hex("0000"), "SPDY_HEADER_BLOCK"],
  ["another dictionary", hex("78bb00000001 00"), "SPDY_HEADER_BLOCK"],
  ["bytes that do not inflate", hex("78bbe3c6a7c2 ffffffff"), "SPDY_HEADER_BLOCK"],
  ["a count without headers", block(hex("00000002")), "SPDY_HEADER_BLOCK"],
  ["a length beyond the block", block(hex("00000001 ffffffff")), "SPDY_HEADER_BLOCK"],
  ["more than its headers", block(hex("00000000 00")), "SPDY_HEADER_BLOCK"],
  ["an upper-case name", block(Buffer.concat([hex("00000001"), pair("Port"), pair("80")])), "SPDY_HEADER_BLOCK"],
  ["a forbidden name", block(Buffer.concat([hex("00000001"), pair("connection"), pair("x")])), "SPDY_HEADER_BLOCK"],
  [
    "a name twice",
    block(Buffer.concat([hex("00000002"), pair("a"), pair("1"), pair("a"), pair("2")])),
    "SPDY_HEADER_BLOCK",
  ],
  ["too many headers", block(hex("000003e9")), "SPDY_HEADERS_TOO_LARGE"],
  ["a bomb", block(Buffer.alloc(2 * 1024 * 1024)), "SPDY_HEADERS_TOO_LARGE"],
])("a block with %s is refused", (_name, bytes, code) => {
  expect(() => new HeaderDecoder(limits).decode(bytes)).toThrow(expect.objectContaining({ name: "SpdyError", code }));
});
