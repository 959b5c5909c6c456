import { HpackError } from "./error.ts";

/**
 * RFC 7541 appendix B: the length in bits of the code of each byte. The code is canonical (shorter codes first, then smaller bytes first),
 * so the lengths are the whole table. EOS, 30 ones, comes after all of them.
 */
// biome-ignore format: eight rows of 32
const LENGTHS = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
  13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
  15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
  20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
  22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
  26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
  20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
];

const LONGEST = 30;

/** The bytes in the order of their codes, and where each length begins in it. */
const ORDER = LENGTHS.map((_, byte) => byte).sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
const CODES = new Uint32Array(256);
/** Per length: the first code, the first place in ORDER, and how many there are. */
const FIRST_CODE = new Uint32Array(LONGEST + 1);
const FIRST_PLACE = new Uint32Array(LONGEST + 1);
const COUNT = new Uint32Array(LONGEST + 1);
/** The next eight bits to `byte << 4 | length` for codes of up to eight bits, 0 for longer ones. */
const SHORT = new Uint16Array(256);

function lengthOf(byte: number): number {
  return LENGTHS[byte] ?? 0;
}

const fillTables = (): void => {
  let code = 0;
  let length = 0;
  for (const [place, byte] of ORDER.entries()) {
    const own = lengthOf(byte);
    code = (code << (own - length)) >>> 0;
    if (own !== length) {
      FIRST_CODE[own] = code;
      FIRST_PLACE[own] = place;
    }
    length = own;
    COUNT[own] = (COUNT[own] ?? 0) + 1;
    CODES[byte] = code;
    if (own <= 8) SHORT.fill((byte << 4) | own, code << (8 - own), (code + 1) << (8 - own));
    code += 1;
  }
};
fillTables();

/** 32 bits from bit `at` on; past the end come ones, as in padding. */
const peek = (bytes: Uint8Array, at: number, end: number): number => {
  const byte = at >> 3;
  const next = (index: number): number => (index < end ? (bytes[index] ?? 0xff) : 0xff);
  const high = ((next(byte) << 24) | (next(byte + 1) << 16) | (next(byte + 2) << 8) | next(byte + 3)) >>> 0;
  const shift = at & 7;
  return shift === 0 ? high : ((high << shift) | (next(byte + 4) >> (8 - shift))) >>> 0;
};

let scratch = Buffer.allocUnsafe(4096);

/** Decodes the Huffman code in `bytes[start, end)`; each byte of the result is one character. */
export const decodeHuffman = (bytes: Uint8Array, start: number, end: number): string => {
  const most = Math.ceil(((end - start) * 8) / 5);
  if (scratch.length < most) scratch = Buffer.allocUnsafe(most);
  const last = end * 8;
  let at = start * 8;
  let written = 0;
  while (at < last) {
    const index = at >> 3;
    const two = ((bytes[index] ?? 0) << 8) | (index + 1 < end ? (bytes[index + 1] ?? 0xff) : 0xff);
    const short = SHORT[(two >> (8 - (at & 7))) & 0xff] ?? 0;
    const length = short & 15;
    if (length !== 0 && length <= last - at) {
      scratch[written++] = short >> 4;
      at += length;
      continue;
    }
    if (last - at < 8 && peek(bytes, at, end) === 0xffffffff) break;
    const long = decodeLong(peek(bytes, at, end), last - at);
    scratch[written++] = long & 0xff;
    at += long >> 8;
  }
  return scratch.toString("latin1", 0, written);
};

/** A code of more than eight bits at the top of `bits`, as `length << 8 | byte`. */
const decodeLong = (bits: number, left: number): number => {
  for (let length = 9; length <= LONGEST && length <= left; length += 1) {
    const offset = (bits >>> (32 - length)) - (FIRST_CODE[length] ?? 0);
    if (offset >= 0 && offset < (COUNT[length] ?? 0))
      return (length << 8) | (ORDER[(FIRST_PLACE[length] ?? 0) + offset] ?? 0);
  }
  throw new HpackError("a Huffman code ends in the middle, is EOS, or has more than seven bits of padding");
};

/** How many bytes `text` (one byte per character) takes as Huffman code. */
export const huffmanLength = (text: string): number => {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits += lengthOf(text.charCodeAt(index));
  return (bits + 7) >> 3;
};

/** Writes `text` (one byte per character) as Huffman code at `offset`; returns the offset behind it. */
export const encodeHuffman = (text: string, target: Uint8Array, offset: number): number => {
  let held = 0;
  let bits = 0;
  let at = offset;
  for (let index = 0; index < text.length; index += 1) {
    const byte = text.charCodeAt(index);
    let length = lengthOf(byte);
    const code = CODES[byte] ?? 0;
    while (length > 0) {
      const take = Math.min(8 - bits, length);
      length -= take;
      held = (held << take) | ((code >>> length) & ((1 << take) - 1));
      bits += take;
      if (bits === 8) {
        target[at++] = held;
        held = 0;
        bits = 0;
      }
    }
  }
  if (bits > 0) target[at++] = (held << (8 - bits)) | (0xff >> bits);
  return at;
};
