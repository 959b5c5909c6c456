import { expect, test } from "@jest/globals";
import { authorityOf, parseAddress } from "./address.ts";
import { MessageAssembler, type RawMessage } from "./message-assembler.ts";
import { formatPrefix } from "./message-codec.ts";
import { createMetadata, readMetadata } from "./metadata.ts";
import { formatStatus, GrpcError, isGrpcError, Status, toGrpcError } from "./status.ts";
import { decodeRichStatus, encodeRichStatus } from "./status-details.ts";
import { decodeStatusMessage, encodeStatusMessage } from "./status-message.ts";
import { formatTimeout, parseTimeout } from "./timeout.ts";

test.each([
  ["unix:///run/a.sock", { path: "/run/a.sock" }, "localhost"],
  ["unix:/run/a.sock", { path: "/run/a.sock" }, "localhost"],
  ["/run/a.sock", { path: "/run/a.sock" }, "localhost"],
  ["npipe:////./pipe/crikit", { path: "\\\\.\\pipe\\crikit" }, "localhost"],
  ["127.0.0.1:80", { host: "127.0.0.1", port: 80 }, "127.0.0.1:80"],
  ["tcp://[::1]:80", { host: "::1", port: 80 }, "[::1]:80"],
  ["dns:///example.com:443", { host: "example.com", port: 443 }, "example.com:443"],
])("the address %s", (text, address, authority) => {
  expect(parseAddress(text)).toEqual(address);
  expect(authorityOf(parseAddress(text))).toBe(authority);
});

test.each(["", "localhost", "localhost:99999", "http://a/b", "::1:80"])("%j is no address", (text) => {
  expect(() => parseAddress(text)).toThrow(/is no address/);
});

test.each([
  ["5S", 5000],
  ["100m", 100],
  ["250u", 0.25],
  ["1H", 3_600_000],
  ["2M", 120_000],
  ["1000000n", 1],
])("the timeout %s", (text, ms) => expect(parseTimeout(text)).toBeCloseTo(ms, 6));

test.each(["", "5", "m", "123456789m", "-1m", "1.5S", "5s"])("%j is no timeout", (text) =>
  expect(parseTimeout(text)).toBeUndefined(),
);

test.each([0, 0.5, 99.5, 1000, 123_456, 99_999_999, 1e9, 1e14, Number.MAX_SAFE_INTEGER])(
  "a timeout of %d ms fits",
  (ms) => {
    const text = formatTimeout(ms);
    expect(parseTimeout(text)).toBeGreaterThanOrEqual(Math.min(ms, 99_999_999 * 3_600_000));
  },
);

test.each(["plain", "100% nö\n", "„quoted“ 🎉", "a%2", ""])("the message %j survives the wire", (text) => {
  expect(encodeStatusMessage(text)).toMatch(/^[\x20-\x7e]*$/);
  expect(decodeStatusMessage(encodeStatusMessage(text))).toBe(text);
});

test("a long message is cut, never inside a character", () => {
  const text = encodeStatusMessage("ö".repeat(10_000));
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(decodeStatusMessage(text)).toMatch(/^ö+$/);
});

test("metadata keeps order and bytes, and leaves out what belongs to gRPC", () => {
  const fields = [":path", "/x", "a", "1", "grpc-status", "0", "b-bin", "AAH/,AQ", "a", "2", "content-type", "x"];
  const metadata = readMetadata(fields);
  expect([...metadata]).toEqual([
    ["a", "1"],
    ["a", "2"],
    ["b-bin", Buffer.from([0, 1, 255])],
    ["b-bin", Buffer.from([1])],
  ]);
  expect(metadata.get("__proto__")).toBeUndefined();
});

test.each([
  [{ "b-bin": "text" }, /takes bytes/],
  [{ a: new Uint8Array() }, /takes text/],
  [{ a: "ö" }, /printable ASCII/],
  [{ "a b": "x" }, /letters, digits/],
  [{ "grpc-timeout": "1m" }, /belongs to gRPC/],
])("metadata %j is refused", (init, message) => expect(() => createMetadata(init)).toThrow(message));

test("an error of another kind is UNKNOWN with its message; the guard refuses what only looks alike", () => {
  expect(toGrpcError(new Error("plain"))).toMatchObject({ code: Status.UNKNOWN, message: "plain" });
  expect(toGrpcError("text")).toMatchObject({ code: Status.UNKNOWN, message: "text" });
  expect(isGrpcError(new GrpcError(Status.ABORTED, "x"), Status.ABORTED)).toBe(true);
  expect(isGrpcError(new GrpcError(Status.ABORTED, "x"), Status.INTERNAL)).toBe(false);
  expect(isGrpcError({ name: "GrpcError", code: 5, message: "x" })).toBe(false);
  expect([formatStatus(5), formatStatus(99)]).toEqual(["NOT_FOUND", "CODE_99"]);
});

test("a rich status goes there and back", () => {
  const status = {
    code: 5,
    message: "nö",
    details: [{ typeUrl: "type.googleapis.com/a.B", value: new Uint8Array([1, 2]) }],
  };
  expect(decodeRichStatus(encodeRichStatus(status))).toEqual(status);
});

test.each([1, 2, 4, 5, 6, 100, 100_000])("messages come whole out of pieces of %d bytes", (pieceBytes) => {
  const bodies = [Buffer.alloc(0), Buffer.from("one"), Buffer.alloc(300_000, 7), Buffer.from("two")];
  const bytes = Buffer.concat(bodies.flatMap((body) => [formatPrefix(body.length, false), body]));
  const messages: RawMessage[] = [];
  const assembler = new MessageAssembler(1 << 20);
  const target = { onMessage: (message: RawMessage) => void messages.push(message) };
  for (let at = 0; at < bytes.length; at += pieceBytes) assembler.push(bytes.subarray(at, at + pieceBytes), target);
  expect(
    messages.map((message) => Buffer.from(message.bytes).equals(bodies[messages.indexOf(message)] ?? Buffer.of())),
  ).toEqual(bodies.map(() => true));
  expect(assembler.isUnfinished).toBe(false);
});
