import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { CriError } from "@crikit/cri-api";

/** Where the bearer token comes from; without either one is generated. */
export interface TokenSource {
  readonly token?: string | undefined;
  /** A file that holds the token and nothing else; white space around it is no part of it. */
  readonly tokenFile?: string | undefined;
}

const GENERATED_BYTES = 32;

const readToken = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new CriError(
      "FailedPrecondition",
      `cannot read the token file ${file}: ${String(cause).replace(/^Error: /, "")}`,
      {
        cause,
      },
    );
  }
};

/** The bearer token of a gateway: the one given, the one in the file, or 256 random bits. */
export const loadToken = async ({ token, tokenFile }: TokenSource): Promise<string> => {
  const chosen = token ?? (tokenFile === undefined ? undefined : await readToken(tokenFile));
  if (chosen === undefined) return randomBytes(GENERATED_BYTES).toString("base64url");
  if (/^[\x21-\x7e]+$/.test(chosen)) return chosen;
  const where = token === undefined ? `the token file ${tokenFile}` : "the token";
  throw new CriError("InvalidArgument", `${where} holds no token; write one word of printable ASCII`);
};

/** Says whether an `authorization` header carries `token`, in a time that does not depend on how much of it is right. */
export const createTokenCheck = (token: string): ((authorization: string | undefined) => boolean) => {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const wanted = digest(token);
  return (authorization) => {
    const given = /^bearer +(?<token>\S+) *$/i.exec(authorization ?? "")?.groups?.token;
    return timingSafeEqual(digest(given ?? ""), wanted) && given !== undefined;
  };
};
