import { expect, test } from "@jest/globals";
import { readStoredLog, type StoredMessage } from "./stored-log.ts";

const time = "2024-01-01T00:00:00.000000001Z";

const frame = (output: 1 | 2, text: string): Buffer => {
  const header = Buffer.from([output, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (bytes: Buffer, isTty: boolean, size: number) => {
  const messages: StoredMessage[] = [];
  for await (const message of readStoredLog(pieces(bytes, size), isTty)) messages.push(message);
  return messages.map(({ stream, isPartial, text }) => `${stream} ${isPartial ? "P" : "F"} ${text}`);
};

test.each([1, 5, 64, 4096])("framed messages come out whole when cut every %p bytes", async (size) => {
  const bytes = Buffer.concat([frame(1, `${time} one\n`), frame(2, `${time} two\n`), frame(1, `${time} part`)]);
  expect(await read(bytes, false, size)).toEqual(["stdout F one", "stderr F two", "stdout P part"]);
});

test.each([1, 5, 4096, 1 << 20])("a terminal's raw messages come out whole when cut every %p bytes", async (size) => {
  const long = "x".repeat(16 * 1024);
  const bytes = Buffer.from(`${time} one\r\n${time} ${long}${time} rest\n`);
  expect(await read(bytes, true, size)).toEqual(["stdout F one\r", `stdout P ${long}`, "stdout F rest"]);
});
