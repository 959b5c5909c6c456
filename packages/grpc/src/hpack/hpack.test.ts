import { describe, expect, test } from "@jest/globals";
import { HpackDecoder } from "./decoder.ts";
import { HpackEncoder } from "./encoder.ts";
import { HpackError } from "./error.ts";
import { decodeHuffman, encodeHuffman, huffmanLength } from "./huffman.ts";

const LIMIT = { maxListBytes: 65_536, maxFields: 256 };
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");
const pairs = (fields: readonly string[]): string[] =>
  fields.flatMap((field, index) => (index % 2 === 0 ? [`${field}: ${fields[index + 1]}`] : []));

const FIRST = [":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"];
const SECOND = [...FIRST, "cache-control: no-cache"];
const THIRD = [
  ":method: GET",
  ":scheme: https",
  ":path: /index.html",
  ":authority: www.example.com",
  "custom-key: custom-value",
];

describe("the examples of RFC 7541", () => {
  test.each([
    [
      "C.3, without Huffman",
      [
        "828684410f7777772e6578616d706c652e636f6d",
        "828684be58086e6f2d6361636865",
        "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
      ],
    ],
    [
      "C.4, with Huffman",
      [
        "828684418cf1e3c2e5f23a6ba0ab90f4ff",
        "828684be5886a8eb10649cbf",
        "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
      ],
    ],
  ])("appendix %s", (_, blocks) => {
    const decoder = new HpackDecoder(4096, LIMIT);
    expect(blocks.map((block) => pairs(decoder.decode(hex(block)).fields))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("appendix C.6: responses in a table of 256 bytes, with evictions", () => {
    const decoder = new HpackDecoder(256, LIMIT);
    const blocks = [
      "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
      "4883640effc1c0bf",
      "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007",
    ];
    const [first, second, third] = blocks.map((block) => pairs(decoder.decode(hex(block)).fields));
    expect(first?.[0]).toBe(":status: 302");
    expect(second).toEqual([":status: 307", ...(first?.slice(1) ?? [])]);
    expect(third?.at(-1)).toBe("set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1");
  });
});

test.each([
  ["field 0", "80"],
  ["a field beyond the table", "ff20"],
  ["an integer that ends early", "ff"],
  ["an integer without end", "ffffffffffffffffff"],
  ["a string that ends early", "0005616263"],
  ["a table size behind a field", "8220"],
  ["a table larger than announced", "3fe21f"],
  ["a string that ends in EOS", "0085ffffffffff"],
  ["more than seven bits of padding", "0082 1fff"],
])("%s is an HpackError", (_, block) => {
  expect(() => new HpackDecoder(4096, LIMIT).decode(hex(block))).toThrow(HpackError);
});

test("every byte goes through Huffman and back", () => {
  const text = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join("");
  for (const one of [text, ...text]) {
    const bytes = Buffer.alloc(huffmanLength(one));
    expect(encodeHuffman(one, bytes, 0)).toBe(bytes.length);
    expect(decodeHuffman(bytes, 0, bytes.length)).toBe(one);
  }
});

test("what the encoder writes, the decoder reads, through any change of the table's size", () => {
  const encoder = new HpackEncoder();
  const decoder = new HpackDecoder(4096, LIMIT);
  const kept = [":method", "POST", ":path", "/runtime.v1.RuntimeService/Version", "te", "trailers"];
  for (let round = 0; round < 400; round += 1) {
    if (round % 37 === 0) encoder.setMaxTableBytes([4096, 0, 300, 100_000][(round / 37) % 4] ?? 0);
    const more = [`x-${round % 50}`, `value ${round % 7}`, "grpc-timeout", `${round}m`, "authorization", "secret"];
    const block = round % 3 === 0 ? encoder.encode([...kept, ...more]) : encoder.encodeKept(kept, more);
    expect(decoder.decode(Buffer.from(block)).fields).toEqual([...kept, ...more]);
  }
});

test("a list that is kept is a few bytes from the second time on, and a secret never enters the table", () => {
  const encoder = new HpackEncoder();
  const kept = [":path", "/runtime.v1.RuntimeService/Version", "user-agent", "crikit"];
  encoder.encodeKept(kept, undefined);
  expect(encoder.encodeKept(kept, undefined).length).toBe(2);
  const secret = ["authorization", "token"];
  expect(encoder.encode(secret)[0]).toBe(0x1f);
  expect(encoder.encode(secret).length).toBeGreaterThan(4);
});

test("a list beyond the limit is cut short, and the table stays right", () => {
  const encoder = new HpackEncoder();
  const decoder = new HpackDecoder(4096, { maxListBytes: 200, maxFields: 256 });
  const large = ["x-a", "1", "x-large", "y".repeat(250), "x-b", "2"];
  const decoded = decoder.decode(Buffer.from(encoder.encode(large)));
  expect(decoded.isTooLarge).toBe(true);
  expect(decoder.decode(Buffer.from(encoder.encode(["x-b", "2", "x-a", "1"]))).fields).toEqual([
    "x-b",
    "2",
    "x-a",
    "1",
  ]);
});

test("a value of each call's own takes no place in the table, one that comes again does", () => {
  const encoder = new HpackEncoder();
  const kept = [":path", "/a.B/C"];
  encoder.encodeKept(kept, undefined);
  const size = (value: string): number => encoder.encodeKept(kept, ["traceparent", value]).length;
  const [first, second] = [size("00-1"), size("00-2")];
  expect(second).toBe(first);
  expect(size("00-2")).toBeGreaterThanOrEqual(second);
  expect(size("00-2")).toBe(2);
});
