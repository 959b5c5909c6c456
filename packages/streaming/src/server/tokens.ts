import { randomBytes } from "node:crypto";
import { CriError } from "@crikit/cri-api";

/** Bounds of a {@link TokenStore}; clock and randomness are arguments for tests. */
export interface TokenOptions {
  readonly maxTokens: number;
  readonly ttlMs: number;
  readonly now: () => number;
  /** Default: 128 random bits. */
  readonly createToken?: (() => string) | undefined;
}

const tokenBytes = 16;
const maxAttempts = 10;

const randomToken = (): string => randomBytes(tokenBytes).toString("base64url");

interface Entry<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** Rights to one session each: a token works once, and not for long. */
export class TokenStore<T> {
  readonly #options: TokenOptions;
  readonly #createToken: () => string;
  /** In the order of insertion, which is the order of expiry. */
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: TokenOptions) {
    this.#options = options;
    this.#createToken = options.createToken ?? randomToken;
  }

  /** Tokens that can still be used. */
  get size(): number {
    this.#collect();
    return this.#entries.size;
  }

  /** Throws `ResourceExhausted` when too many wait. */
  insert(value: T): string {
    this.#collect();
    if (this.#entries.size >= this.#options.maxTokens) {
      throw new CriError("ResourceExhausted", "maximum number of in-flight requests exceeded");
    }
    const token = this.#uniqueToken();
    this.#entries.set(token, { value, expiresAt: this.#options.now() + this.#options.ttlMs });
    return token;
  }

  /** Gives out what the token stands for, once; `undefined` for one that is unknown, used or expired. */
  consume(token: string): T | undefined {
    const entry = this.#entries.get(token);
    this.#entries.delete(token);
    return entry !== undefined && entry.expiresAt > this.#options.now() ? entry.value : undefined;
  }

  #uniqueToken(): string {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const token = this.#createToken();
      if (!this.#entries.has(token)) return token;
    }
    throw new CriError("Internal", "failed to generate unique token");
  }

  #collect(): void {
    const now = this.#options.now();
    for (const [token, entry] of this.#entries) {
      if (entry.expiresAt > now) return;
      this.#entries.delete(token);
    }
  }
}
