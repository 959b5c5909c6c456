/** A header block that RFC 7541 does not allow: a COMPRESSION_ERROR of the connection. */
export class HpackError extends Error {
  override readonly name = "HpackError";
}
