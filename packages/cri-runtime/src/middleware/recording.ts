import { type AuthConfig, CRI_CODES, type CriCode, CriError } from "@crikit/cri-api";
import { type CriCall, findCall } from "./calls.ts";

/** The first line of a recording. */
export interface RecordingHeader {
  readonly recording: "crikit";
  readonly version: 1;
  /** RFC 3339. */
  readonly startedAt: string;
}

/** A message: its exact bytes in base64, and protojson for people, which replay does not read. */
export interface RecordedMessage {
  readonly bytes: string;
  readonly json?: unknown;
}

/** One line: a call begins, answers, or ends. `atMs` counts from the recording's start. */
export type RecordedEvent =
  | { readonly atMs: number; readonly id: number; readonly call: string; readonly request: RecordedMessage }
  | { readonly atMs: number; readonly id: number; readonly response: RecordedMessage }
  | {
      readonly atMs: number;
      readonly id: number;
      readonly end: { readonly code: "OK" | CriCode; readonly message?: string };
    };

/** One call of a recording, put together. */
export interface RecordedCall {
  readonly call: CriCall;
  readonly startedAtMs: number;
  readonly request: object;
  readonly responses: readonly { readonly atMs: number; readonly bytes: Uint8Array }[];
  /** `undefined` if the call had not ended when the recording did. */
  readonly end?: { readonly atMs: number; readonly code: "OK" | CriCode; readonly message: string };
}

/** The calls of a recording in the order in which they began. */
export interface Recording {
  readonly startedAt: string;
  readonly calls: readonly RecordedCall[];
}

/** A request as it may be kept: passwords and tokens of a registry are left out. */
export const redact = (request: object): object => {
  const { auth } = request as { readonly auth?: AuthConfig };
  if (auth === undefined) return request;
  return { ...request, auth: { ...auth, password: "", auth: "", identityToken: "", registryToken: "" } };
};

const refuse: (line: number, why: string) => never = (line, why) => {
  throw new CriError("InvalidArgument", `recording, line ${line}: ${why}`);
};

interface Draft {
  readonly call: CriCall;
  readonly startedAtMs: number;
  readonly request: object;
  readonly responses: { readonly atMs: number; readonly bytes: Uint8Array }[];
  end?: NonNullable<RecordedCall["end"]>;
}

const parseJson = (text: string, line: number): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Reported below, with what is not an object.
  }
  return refuse(line, "is no JSON object");
};

const bytesOf = (message: unknown, line: number): Uint8Array => {
  const { bytes } = (message ?? {}) as { bytes?: unknown };
  return typeof bytes === "string" ? Buffer.from(bytes, "base64") : refuse(line, "a message has no bytes");
};

const addEvent = (drafts: Map<number, Draft>, event: Record<string, unknown>, line: number): void => {
  const { atMs, id } = event;
  if (typeof atMs !== "number" || typeof id !== "number") refuse(line, "has no atMs or no id");
  if (typeof event.call === "string") {
    const call = findCall(event.call) ?? refuse(line, `there is no call ${JSON.stringify(event.call)}`);
    const request = call.requestType.decode(bytesOf(event.request, line)) as object;
    drafts.set(id, { call, startedAtMs: atMs, request, responses: [] });
    return;
  }
  const draft = drafts.get(id) ?? refuse(line, `call ${id} has not begun`);
  if (event.response !== undefined) draft.responses.push({ atMs, bytes: bytesOf(event.response, line) });
  else {
    const { code, message } = (event.end ?? {}) as { code?: unknown; message?: unknown };
    const known = code === "OK" ? code : CRI_CODES.find((one) => one === code);
    draft.end = { atMs, code: known ?? refuse(line, "ends with no known code"), message: String(message ?? "") };
  }
};

/** Reads a recording's text, a line of JSON each; a last line that was cut off is left out. Throws `InvalidArgument` that names the line. */
export const parseRecording = (text: string): Recording => {
  const lines = text.split("\n");
  const header = parseJson(lines[0] ?? "", 1);
  if (header.recording !== "crikit") refuse(1, "is not the first line of a recording");
  if (header.version !== 1) refuse(1, `version ${String(header.version)} is not known, this reads version 1`);
  const drafts = new Map<number, Draft>();
  const isCutOff = lines.at(-1) !== "";
  for (const [index, line] of lines.slice(1, isCutOff ? -1 : undefined).entries()) {
    if (line !== "") addEvent(drafts, parseJson(line, index + 2), index + 2);
  }
  return { startedAt: String(header.startedAt), calls: [...drafts.values()] };
};
