import { type CriCode, CriError } from "@crikit/cri-api";
import { EngineError } from "../engine/engine-error.ts";

const codes: Readonly<Record<number, CriCode>> = {
  0: "Unavailable",
  400: "InvalidArgument",
  401: "Unauthenticated",
  403: "PermissionDenied",
  404: "NotFound",
  409: "FailedPrecondition",
  501: "Unimplemented",
  503: "Unavailable",
};

/** The engine's answer as CRI's: its status decides the code, its text is kept. Other errors stay what they are. */
export const toCriError = (error: unknown, context = ""): unknown => {
  if (!(error instanceof EngineError)) return error;
  const code = codes[error.status] ?? "Unknown";
  return new CriError(code, context === "" ? error.message : `${context}: ${error.message}`, { cause: error });
};

/** Runs what asks the engine, and turns its errors into CRI's. */
export const asking = async <T>(context: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    throw toCriError(error, context);
  }
};
