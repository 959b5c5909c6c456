import { expect, test } from "@jest/globals";
import { createStdcopyParser, type OutputName } from "./stdcopy.ts";

const frame = (output: 1 | 2, text: string): Buffer => {
  const header = Buffer.from([output, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

const parse = (pieces: readonly Buffer[]) => {
  const seen: Record<OutputName, string> = { stdout: "", stderr: "" };
  const parser = createStdcopyParser((output, bytes) => {
    expect(bytes.length).toBeGreaterThanOrEqual(8);
    // A sink may overwrite the headroom: what follows must not be harmed.
    bytes.fill(0xff, 0, 8);
    seen[output] += bytes.subarray(8).toString();
  });
  for (const piece of pieces) {
    const buffer = Buffer.concat([Buffer.alloc(8), piece]);
    parser.push(buffer, 8, buffer.length);
  }
  return { seen, missing: parser.missingBytes };
};

test("frames come out by their output however the stream is cut, with headroom that may be overwritten", () => {
  const stream = Buffer.concat([frame(1, "hello "), frame(2, "oops"), frame(1, ""), frame(1, "world")]);
  for (let size = 1; size <= stream.length; size++) {
    const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
      stream.subarray(index * size, (index + 1) * size),
    );
    expect(parse(pieces)).toEqual({ seen: { stdout: "hello world", stderr: "oops" }, missing: 0 });
  }
});

test("a stream that is cut off says how much is missing", () => {
  expect(parse([frame(1, "hello").subarray(0, 10)]).missing).toBe(3);
});

test("a header that is none ends it", () => {
  expect(() => parse([Buffer.from("plain text")])).toThrow(/stream header that is none/);
});
