import type { AddressInfo } from "node:net";
import { posix } from "node:path";
import { CriError } from "@crikit/cri-api";

/** What is listened on, as a base URL that a client elsewhere on this machine can dial: never a wildcard. */
export const baseUrlOf = (
  address: AddressInfo,
  options: { readonly tls: boolean; readonly advertisedHost?: string | undefined },
): URL => {
  const isWildcard = address.address === "0.0.0.0" || address.address === "::";
  const host = isWildcard ? (options.advertisedHost ?? "127.0.0.1") : address.address;
  const bracketed = host.includes(":") ? `[${host}]` : host;
  return new URL(`${options.tls ? "https" : "http"}://${bracketed}:${address.port}/`);
};

/** Checks a base URL from outside: absolute, http or https. */
export const parseBaseUrl = (baseUrl: string | URL): URL => {
  if (!URL.canParse(String(baseUrl))) {
    throw new CriError(
      "InvalidArgument",
      `base URL ${JSON.stringify(String(baseUrl))} is not absolute: give one such as http://127.0.0.1:10250/cri/`,
    );
  }
  const url = new URL(baseUrl);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new CriError("InvalidArgument", `base URL ${JSON.stringify(url.href)} is neither http nor https`);
  }
  return url;
};

/** The path under which the routes are: that of the base URL up to its last slash. */
export const routePrefix = (baseUrl: URL): string => {
  const directory = baseUrl.pathname.endsWith("/") ? baseUrl.pathname : `${posix.dirname(baseUrl.pathname)}/`;
  return directory.replace(/\/+$/, "/");
};
