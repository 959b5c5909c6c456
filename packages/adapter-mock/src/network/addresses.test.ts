import { expect, test } from "@jest/globals";
import { createAddressPool, parseCidr } from "./addresses.ts";

test("a pool leaves out the network, the gateway and broadcast, and uses again what was given back", () => {
  const pool = createAddressPool("10.1.2.0/29");
  const all = Array.from({ length: 5 }, () => pool.take());
  expect(all).toEqual(["10.1.2.2", "10.1.2.3", "10.1.2.4", "10.1.2.5", "10.1.2.6"]);
  expect(() => pool.take()).toThrow("all 5 addresses of 10.1.2.0/29 are taken");
  pool.give("10.1.2.4");
  expect(pool.take()).toBe("10.1.2.4");
});

test("a certain address can be claimed once, if it is in the range", () => {
  const pool = createAddressPool("127.128.0.0/9");
  expect([pool.claim("127.255.0.1"), pool.claim("127.255.0.1"), pool.claim("10.0.0.2")]).toEqual([true, false, false]);
});

test.each(["10.0.0.0", "10.0.0/8", "300.0.0.0/8", "10.0.0.0/31", "fd00::/64", ""])("%j is no range", (cidr) => {
  expect(parseCidr(cidr)).toBeUndefined();
  expect(() => createAddressPool(cidr)).toThrow(RangeError);
});
