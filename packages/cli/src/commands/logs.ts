import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { ContainerState, type ContainerStatus, type CriService, isCriError, parseEndpoint } from "@crikit/cri-api";
import type { LogEntry } from "@crikit/cri-runtime/log";
import { parseDuration } from "../arguments/duration.ts";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerId } from "../client/container-selection.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError, describeSystemError } from "../context/command-error.ts";
import { write } from "../context/io.ts";

const NANOS_PER_MS = 1_000_000n;

/** Nanoseconds since 1970 of `42m` (ago), an RFC 3339 time (UTC unless it says otherwise) or seconds since 1970. */
export const parseSince = (text: string, nowMs: number): bigint => {
  const unix = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text);
  if (unix !== null) return BigInt(unix[1] ?? 0) * 1_000_000_000n + BigInt((unix[2] ?? "").padEnd(9, "0"));
  const agoMs = parseDuration(text);
  if (agoMs !== undefined) return BigInt(Math.round(nowMs - agoMs)) * NANOS_PER_MS;
  const [, day, time = "00:00:00", fraction = "", zone = "Z"] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  const ms = Date.parse(`${day}T${time}${zone}`);
  if (day === undefined || Number.isNaN(ms))
    throw new UsageError(`--since takes 42m, 2024-01-31T08:00:00Z or seconds since 1970, not ${JSON.stringify(text)}`);
  return BigInt(ms) * NANOS_PER_MS + BigInt(fraction.padEnd(9, "0"));
};

/** The log of the container's last attempt: `web/2.log` -> `web/1.log`, as the kubelet names them. */
const previousLogPath = (status: ContainerStatus): string => {
  const attempt = status.metadata?.attempt ?? 0;
  const name = status.metadata?.name ?? status.id;
  if (attempt === 0) throw new CommandError(`container "${name}" has no previous attempt: this is its first`);
  const folder = status.logPath.slice(0, status.logPath.lastIndexOf("/") + 1);
  return `${folder}${attempt - 1}${status.logPath.slice(status.logPath.lastIndexOf("."))}`;
};

const checkReadable = async (path: string, containerId: string, endpoint: string): Promise<void> => {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    const isRemote = parseEndpoint(endpoint).kind === "tcp";
    const advice = isRemote
      ? `it is on the host of ${endpoint}: run "crikit logs" there`
      : "CRI has no call for logs: they are read on the runtime's own host";
    throw new CommandError(
      `log ${path} of container "${containerId}" cannot be read here: ${describeSystemError(error)}; ${advice}`,
      { cause: error },
    );
  }
};

const isRunning = async (service: CriService, containerId: string): Promise<boolean> => {
  try {
    const { status } = await service.containerStatus({ containerId, verbose: false });
    return status?.state === ContainerState.CONTAINER_RUNNING || status?.state === ContainerState.CONTAINER_CREATED;
  } catch (error) {
    if (isCriError(error, "NotFound")) return false;
    throw error;
  }
};

const printEntries = async (
  context: CommandContext,
  entries: AsyncIterable<LogEntry>,
  options: {
    readonly timestamps: boolean;
    readonly formatLogEntry: typeof import("@crikit/cri-runtime/log").formatLogEntry;
  },
): Promise<void> => {
  for await (const entry of entries) {
    const bytes = options.formatLogEntry(entry, { timestamps: options.timestamps });
    await write(entry.stream === "stderr" ? context.stderr : context.stdout, bytes);
  }
};

const checkNumber = (value: number | undefined, flag: string): number | undefined => {
  if (value !== undefined && value < -1) throw new UsageError(`--${flag} takes 0 or more, or -1 for no limit`);
  return value === -1 ? undefined : value;
};

export const command = defineCommand({
  name: "logs",
  usage: "[flags] CONTAINER-ID",
  description:
    "Prints a container's log, its stdout to stdout and its stderr to stderr, with what was rotated away. CRI has no call for logs: the file is read on this host.",
  examples: ["crikit logs -f --tail 20 3f2a", "crikit logs --since 10m --stream stderr 3f2a"],
  flags: {
    follow: { kind: "switch", short: "f", summary: "Go on with what is written until the container ends" },
    previous: { kind: "switch", short: "p", summary: "The log of the container's attempt before this one" },
    reopen: { kind: "switch", short: "r", summary: "Let the runtime reopen the log file first" },
    tail: { kind: "integer", placeholder: "LINES", standard: "-1, all", summary: "Only so many of the last lines" },
    "limit-bytes": {
      kind: "integer",
      placeholder: "BYTES",
      standard: "-1, no limit",
      summary: "End after so many bytes",
    },
    since: {
      kind: "text",
      placeholder: "TIME",
      summary: "Only lines since 42m ago, a time (RFC 3339) or seconds since 1970",
    },
    timestamps: { kind: "switch", short: "t", summary: "Each line's time before it" },
    stream: {
      kind: "text",
      short: "s",
      choices: ["stdout", "stderr"],
      completion: ["stdout", "stderr"],
      summary: "Only lines of one stream",
    },
  },
  arguments: [1, 1],
  argumentCompletions: ["container"],
  run: async (context, { flags, args: [typed = ""] }) => {
    const tailLines = checkNumber(flags.tail, "tail");
    const limitBytes = checkNumber(flags["limit-bytes"], "limit-bytes");
    const sinceNanos = flags.since === undefined ? undefined : parseSince(flags.since, context.nowMs());
    await using runtime = await connectRuntime(context);
    const { service, endpoint } = runtime;
    const containerId = await resolveContainerId(service, typed);
    if (flags.reopen) await service.reopenContainerLog({ containerId });
    const { status } = await service.containerStatus({ containerId, verbose: false });
    if (status === undefined || status.logPath === "")
      throw new CommandError(`container "${containerId}" has no log: no log_path was set when it was created`);
    const path = flags.previous ? previousLogPath(status) : status.logPath;
    await checkReadable(path, containerId, endpoint);
    const { readLogs, formatLogEntry } = await import("@crikit/cri-runtime/log");
    const entries = readLogs(path, {
      tailLines,
      limitBytes,
      sinceNanos,
      timestamps: flags.timestamps,
      stream: flags.stream === "stdout" || flags.stream === "stderr" ? flags.stream : undefined,
      follow: flags.follow && !flags.previous,
      stillRunning: () => isRunning(service, containerId),
      signal: context.signal,
    });
    await printEntries(context, entries, { timestamps: flags.timestamps, formatLogEntry });
    return 0;
  },
});
