/** Where errors go that a client is not told: the cause of an `internal error`, and the call it happened in. */
export type OnError = (error: unknown, call: string) => void;
