import { expect, test } from "@jest/globals";
import { TokenStore } from "./tokens.ts";

const storeAt = (clock: { now: number }, createToken?: () => string): TokenStore<string> =>
  new TokenStore({
    maxTokens: 1000,
    ttlMs: 60_000,
    now: () => clock.now,
    ...(createToken === undefined ? {} : { createToken }),
  });

test("a token is 128 bits in characters of a URL, and works once", () => {
  const store = storeAt({ now: 0 });
  const token = store.insert("a");
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(store.consume(token)).toBe("a");
  expect(store.consume(token)).toBeUndefined();
  expect(store.consume("unknown")).toBeUndefined();
});

test("a thousand tokens wait at most, and expiry makes room in the order of insertion", () => {
  const clock = { now: 0 };
  const store = storeAt(clock);
  const tokens = Array.from({ length: 1000 }, (_, n) => {
    clock.now = n;
    return store.insert(String(n));
  });
  expect(() => store.insert("one more")).toThrow(
    expect.objectContaining({ code: "ResourceExhausted", message: "maximum number of in-flight requests exceeded" }),
  );
  clock.now = 60_000;
  expect(store.size).toBe(999);
  store.insert("fits");
  expect(store.consume(tokens[0] ?? "")).toBeUndefined();
  expect(store.consume(tokens[1] ?? "")).toBe("1");
});

test("an expired token is used up by being asked for", () => {
  const clock = { now: 0 };
  const store = storeAt(clock);
  const token = store.insert("a");
  clock.now = 60_000;
  expect(store.consume(token)).toBeUndefined();
  clock.now = 0;
  expect(store.consume(token)).toBeUndefined();
});

test("a token that cannot be made unique is an error after ten attempts", () => {
  let attempts = 0;
  const store = storeAt({ now: 0 }, () => {
    attempts++;
    return "always the same";
  });
  store.insert("a");
  expect(() => store.insert("b")).toThrow("failed to generate unique token");
  expect(attempts).toBe(11);
});
