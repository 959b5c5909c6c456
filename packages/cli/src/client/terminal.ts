import { WriteStream } from "node:tty";
import type { StreamOptions } from "@crikit/streaming/client";
import { UsageError } from "../arguments/usage-error.ts";
import type { CommandContext } from "../context/command.ts";

/** Which of a session's streams are wanted. */
export interface StreamChoice {
  readonly stdin: boolean;
  readonly tty: boolean;
}

/** Refuses a terminal where there is none to connect. */
export const checkTerminal = (context: CommandContext, choice: StreamChoice, stdinFlag: string): void => {
  if (!choice.tty) return;
  if (!choice.stdin) throw new UsageError(`--tty goes with --${stdinFlag}`);
  if (context.stdin.isTTY !== true)
    throw new UsageError("--tty needs a terminal, and standard input is none; leave it out");
};

/** Connects a session's streams to ours, with the terminal in raw mode while `session` runs. */
export const withStreams = async <T>(
  context: CommandContext,
  choice: StreamChoice,
  session: (streams: Pick<StreamOptions, "stdin" | "stdout" | "stderr" | "tty" | "resize">) => Promise<T>,
): Promise<T> => {
  const { stdin, stdout, stderr } = context;
  const input = choice.stdin ? { stdin } : {};
  if (!choice.tty) return session({ ...input, stdout, stderr });
  const { terminalSizes } = await import("@crikit/streaming/client");
  stdin.setRawMode?.(true);
  try {
    const resize = stdout instanceof WriteStream ? { resize: terminalSizes(stdout) } : {};
    return await session({ ...input, ...resize, stdout, tty: true });
  } finally {
    stdin.setRawMode?.(false);
    stdin.pause();
  }
};
