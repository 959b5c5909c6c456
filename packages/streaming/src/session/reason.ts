/** The text of anything that was thrown; errors of another realm (a test's, a worker's) count as errors too. */
export const reasonOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);

/** The code of a system or protocol error, such as `ECONNRESET`. */
export const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;
