import { expect, test } from "@jest/globals";
import { decodeTar, encodeTar } from "./tar.ts";

test("files come out of an archive as they went in", () => {
  const files = new Map([
    ["empty", new Uint8Array(0)],
    ["block", new Uint8Array(512).fill(1)],
    ["more", new Uint8Array(513).fill(2)],
  ]);
  const archive = encodeTar(files, 1_767_225_600);
  expect(archive.byteLength % 512).toBe(0);
  expect(new Map([...decodeTar(archive)].map(([name, content]) => [name, Uint8Array.from(content)]))).toEqual(files);
});

test("what is cut off, or no archive, is an error", () => {
  const archive = encodeTar(new Map([["file", new Uint8Array(2000)]]), 0);
  expect(() => decodeTar(archive.subarray(0, 1024))).toThrow('the archive ends inside "file"');
  expect(() => decodeTar(new Uint8Array(1024).fill(65))).toThrow("this is not a tar archive");
});
