/** Numbers from a seed, each in [0, 1): mulberry32, so that a failure can be run again. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Changes recorded bytes in a few places: a bit, a byte, a piece removed, doubled, moved or made of noise. */
export const mutate = (bytes: Buffer, random: () => number): Buffer => {
  let mutated = Buffer.from(bytes);
  const below = (end: number): number => Math.floor(random() * end);
  for (let change = below(8); change >= 0; change -= 1) {
    const at = below(mutated.length);
    const end = Math.min(mutated.length, at + 1 + below(40));
    const piece = mutated.subarray(at, end);
    switch (below(6)) {
      case 0:
        mutated[at] = (mutated[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        mutated[at] = below(256);
        break;
      case 2:
        mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(end)]);
        break;
      case 3:
        mutated = Buffer.concat([mutated.subarray(0, end), piece, mutated.subarray(end)]);
        break;
      case 4: {
        const to = below(mutated.length);
        mutated = Buffer.concat([mutated.subarray(0, to), piece, mutated.subarray(to)]);
        break;
      }
      default:
        for (let index = at; index < end; index += 1) mutated[index] = below(256);
    }
    if (mutated.length === 0) mutated = Buffer.from([0]);
  }
  return random() < 0.3 ? mutated.subarray(0, below(mutated.length) + 1) : mutated;
};

/** Cuts bytes into pieces at random places, now and then into very small ones at the start. */
export const cut = (bytes: Buffer, random: () => number): Buffer[] => {
  const pieces: Buffer[] = [];
  const smallUntil = random() < 0.2 ? 600 : 0;
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + Math.floor(random() * (at < smallUntil ? 9 : 8000));
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
};
