import { CriError } from "@crikit/cri-api";

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is taken; choose another, or 0 for any free one",
  EACCES: "permission denied; choose a port above 1023, or run as a user who may listen there",
  EADDRNOTAVAIL: "this machine has no such address; choose another",
};

/** The error of an address that cannot be listened on: names it, and says what to do where the reason is a known one. */
export const cannotListen = (
  address: { readonly host: string; readonly port: number },
  cause: NodeJS.ErrnoException,
): CriError =>
  new CriError(
    "Unavailable",
    `cannot listen on ${address.host} port ${address.port}: ${REASONS[cause.code ?? ""] ?? cause.message}`,
    { cause },
  );
