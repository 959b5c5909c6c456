import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { cors } from "@connectrpc/connect";
import { CriError } from "@crikit/cri-api";

const ANY_ORIGIN = "*";
const PREFLIGHT_SECONDS = "7200";

const checkOrigin = (origin: string): void => {
  if (origin === ANY_ORIGIN || (URL.canParse(origin) && new URL(origin).origin === origin)) return;
  throw new CriError(
    "InvalidArgument",
    `"${origin}" is not an origin; write scheme://host or scheme://host:port, or *`,
  );
};

/**
 * Which headers a browser's request is answered with, so that scripts of these origins may read the answer. An origin that is not in the
 * list gets none, and its browser keeps the answer from the script.
 */
export const createCors = (allowOrigins: readonly string[]) => {
  for (const origin of allowOrigins) checkOrigin(origin);
  const allowed = new Set(allowOrigins);
  return {
    /** Headers of any answer. */
    headersFor: ({ origin }: IncomingHttpHeaders): OutgoingHttpHeaders => {
      if (allowed.size === 0) return {};
      if (origin === undefined || !(allowed.has(origin) || allowed.has(ANY_ORIGIN))) return { vary: "origin" };
      return {
        vary: "origin",
        "access-control-allow-origin": origin,
        "access-control-expose-headers": cors.exposedHeaders.join(", "),
      };
    },
    /** Headers of the answer to a preflight, or `undefined` if the request is none from an origin in the list. */
    preflight: (method: string | undefined, headers: IncomingHttpHeaders): OutgoingHttpHeaders | undefined => {
      const { origin } = headers;
      if (method !== "OPTIONS" || origin === undefined || headers["access-control-request-method"] === undefined)
        return undefined;
      if (!allowed.has(origin) && !allowed.has(ANY_ORIGIN)) return undefined;
      return {
        vary: "origin",
        "access-control-allow-origin": origin,
        "access-control-allow-methods": cors.allowedMethods.join(", "),
        "access-control-allow-headers": [...cors.allowedHeaders, "authorization"].join(", "),
        "access-control-max-age": PREFLIGHT_SECONDS,
      };
    },
  };
};

/** See {@link createCors}. */
export type Cors = ReturnType<typeof createCors>;
