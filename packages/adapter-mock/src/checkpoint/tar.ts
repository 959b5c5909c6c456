const BLOCK = 512;

const field = (text: string, length: number): Buffer => {
  const buffer = Buffer.alloc(length);
  buffer.write(text, "latin1");
  return buffer;
};

const octal = (value: number, length: number): Buffer => field(value.toString(8).padStart(length - 1, "0"), length);

const header = (name: string, size: number, modifiedSeconds: number): Buffer => {
  const block = Buffer.concat([
    field(name, 100),
    octal(0o600, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    octal(modifiedSeconds, 12),
    field(" ".repeat(8), 8),
    field("0", 1),
    Buffer.alloc(100),
    field("ustar\x0000", 8),
    Buffer.alloc(247),
  ]);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
};

/** A tar archive of a few files with short names. */
export const encodeTar = (files: ReadonlyMap<string, Uint8Array>, modifiedSeconds: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (const [name, content] of files) {
    if (Buffer.byteLength(name) > 100) throw new RangeError(`"${name}" is too long for a name in an archive`);
    parts.push(header(name, content.byteLength, modifiedSeconds), content);
    parts.push(new Uint8Array((BLOCK - (content.byteLength % BLOCK)) % BLOCK));
  }
  return Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]);
};

/** The files of a tar archive. Throws a RangeError if it is cut off or none. */
export const decodeTar = (archive: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, to: number): string =>
    Buffer.from(archive.subarray(from, to)).toString("latin1").split("\0", 1)[0] ?? "";
  for (let at = 0; at + BLOCK <= archive.byteLength; ) {
    const name = text(at, at + 100);
    if (name === "") break;
    const size = Number.parseInt(text(at + 124, at + 136).trim(), 8);
    if (text(at + 257, at + 262) !== "ustar" || Number.isNaN(size)) throw new RangeError("this is not a tar archive");
    if (at + BLOCK + size > archive.byteLength) throw new RangeError(`the archive ends inside "${name}"`);
    files.set(name, archive.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
};
