import { CriError } from "@crikit/cri-api";
import type { AttachResult, ExecuteResult, SessionUrl, StreamOptions } from "./options.ts";
import { runRemoteCommand } from "./remote-command.ts";

/**
 * Runs an exec session at the URL that the CRI's Exec call returned and settles when the command has ended. Throws `CriError`: `Unavailable`
 * if the session ended without a status (its output may be incomplete), `Unknown` with the server's text if the command could not be run.
 *
 * @example
 * const { exitCode } = await execute(async () => (await cri.exec(request)).url, { stdout: process.stdout, stderr: process.stderr });
 */
export const execute = async (url: SessionUrl, options: StreamOptions): Promise<ExecuteResult> => {
  const end = await runRemoteCommand(url, options);
  switch (end.outcome) {
    case "success":
      return { exitCode: 0, detached: false };
    case "exit":
      return { exitCode: end.exitCode, detached: false };
    case "detached":
      return { exitCode: 0, detached: true };
    case "error":
      throw new CriError("Unknown", end.message);
    default:
      return end satisfies never;
  }
};

/**
 * Runs an attach session at the URL that the CRI's Attach call returned and settles when the container's first process has ended or the
 * detach keys were typed. Throws as {@link execute}.
 */
export const attach = async (url: SessionUrl, options: StreamOptions): Promise<AttachResult> => {
  const { detached } = await execute(url, options);
  return { detached };
};
