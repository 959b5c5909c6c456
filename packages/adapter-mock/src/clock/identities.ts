import { createHash, randomBytes } from "node:crypto";

/** Random bytes, and ids made of them. */
export interface Identities {
  /** 64 hexadecimal digits, as CRI runtimes name sandboxes and containers. */
  id(): string;
  bytes(count: number): Uint8Array;
}

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

const seededBytes = (seed: string): ((count: number) => Uint8Array) => {
  let counter = 0;
  return (count) => {
    const blocks: Buffer[] = [];
    for (let size = 0; size < count; size += 32) {
      blocks.push(createHash("sha256").update(`${seed}/${counter++}`).digest());
    }
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, count));
  };
};

/** Ids from the machine's randomness, or, with a seed, the same ones each time. */
export const createIdentities = (seed?: string | undefined): Identities => {
  const bytes = seed === undefined ? (count: number) => Uint8Array.from(randomBytes(count)) : seededBytes(seed);
  return { bytes, id: () => Buffer.from(bytes(32)).toString("hex") };
};
