/** Hands out a CIDR's addresses, the lowest free one after the last. */
export interface AddressPool {
  readonly cidr: string;
  /** Throws a RangeError when all are taken. */
  take(): string;
  give(address: string): void;
  /** Takes a certain address, as a restored pod does; `false` if it is taken or outside. */
  claim(address: string): boolean;
}

const toNumber = (address: string): number =>
  address.split(".").reduce((number, part) => number * 256 + Number(part), 0);

const toAddress = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

/** Parses "10.88.0.0/16"; `undefined` if it is no IPv4 range with room for a pod (at most /30). */
export const parseCidr = (cidr: string): { readonly first: number; readonly count: number } | undefined => {
  const match = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr);
  const [, address, length] = match ?? [];
  if (address === undefined || length === undefined) return undefined;
  if (address.split(".").some((part) => Number(part) > 255) || Number(length) > 30) return undefined;
  const size = 2 ** (32 - Number(length));
  const network = Math.floor(toNumber(address) / size) * size;
  // The network's own address, its first one (the gateway's) and the broadcast address are no pod's.
  return { first: network + 2, count: size - 3 };
};

/** The addresses of `cidr`; throws a RangeError if it is no IPv4 range. */
export const createAddressPool = (cidr: string): AddressPool => {
  const range = parseCidr(cidr);
  if (range === undefined) throw new RangeError(`"${cidr}" is not an IPv4 range such as "10.88.0.0/16"`);
  const taken = new Set<number>();
  let next = 0;
  return {
    cidr,
    take() {
      for (let tried = 0; tried < range.count; tried++) {
        const offset = (next + tried) % range.count;
        if (taken.has(offset)) continue;
        taken.add(offset);
        next = (offset + 1) % range.count;
        return toAddress(range.first + offset);
      }
      throw new RangeError(`all ${range.count} addresses of ${cidr} are taken`);
    },
    give: (address) => void taken.delete(toNumber(address) - range.first),
    claim(address) {
      const offset = toNumber(address) - range.first;
      if (offset < 0 || offset >= range.count || taken.has(offset)) return false;
      taken.add(offset);
      return true;
    },
  };
};
