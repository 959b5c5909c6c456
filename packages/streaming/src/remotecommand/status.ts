/** The outcome of an exec or attach session, as the error stream tells it. */
export type SessionStatus =
  | { readonly outcome: "success" }
  | { readonly outcome: "exit"; readonly exitCode: number; readonly message: string }
  | { readonly outcome: "error"; readonly message: string };

/** What a process' exit code means to the client. */
export const statusOfExit = (exitCode: number): SessionStatus =>
  exitCode === 0
    ? { outcome: "success" }
    : {
        outcome: "exit",
        exitCode: Math.min(Math.max(Math.trunc(exitCode), 1), 255),
        message: `command terminated with non-zero exit code: exit status ${exitCode}`,
      };

/** Kubernetes' `Status` object in JSON, as protocols from v4 on send it. */
export const formatStatus = (status: SessionStatus): string => {
  switch (status.outcome) {
    case "success":
      return JSON.stringify({ metadata: {}, status: "Success" });
    case "exit":
      return JSON.stringify({
        metadata: {},
        status: "Failure",
        message: status.message,
        reason: "NonZeroExitCode",
        details: { causes: [{ reason: "ExitCode", message: String(status.exitCode) }] },
      });
    case "error":
      return JSON.stringify({
        metadata: {},
        status: "Failure",
        message: `Internal error occurred: ${status.message}`,
        reason: "InternalError",
        code: 500,
      });
    default:
      return status satisfies never;
  }
};

/** What older protocols send: the text of a failure, nothing for success. */
export const formatStatusText = (status: SessionStatus): string => {
  switch (status.outcome) {
    case "success":
      return "";
    case "exit":
      return status.message;
    case "error":
      return `Internal error occurred: ${status.message}`;
    default:
      return status satisfies never;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const exitCodeOf = (details: unknown): number | undefined => {
  if (!isRecord(details) || !Array.isArray(details.causes)) return undefined;
  const cause = details.causes.filter(isRecord).find((entry) => entry.reason === "ExitCode");
  const text = cause?.message;
  if (typeof text !== "string" || !/^\d{1,3}$/.test(text) || Number(text) > 255) return undefined;
  return Number(text);
};

/** Reads a `Status` object; what cannot be understood is an error with the text in it, never a success. */
export const parseStatus = (text: string): SessionStatus => {
  let status: unknown;
  try {
    status = JSON.parse(text);
  } catch {
    return { outcome: "error", message: `the status cannot be read: ${JSON.stringify(text.slice(0, 256))}` };
  }
  if (!isRecord(status)) return { outcome: "error", message: `the status is no object: ${text.slice(0, 256)}` };
  const message = typeof status.message === "string" ? status.message : "";
  if (status.status === "Success") return { outcome: "success" };
  if (status.status !== "Failure") {
    return { outcome: "error", message: `the status is neither success nor failure: ${text.slice(0, 256)}` };
  }
  if (status.reason !== "NonZeroExitCode") return { outcome: "error", message };
  const exitCode = exitCodeOf(status.details);
  if (exitCode === undefined) {
    return { outcome: "error", message: `the status names no exit code from 0 to 255: ${text.slice(0, 256)}` };
  }
  return { outcome: "exit", exitCode, message };
};
