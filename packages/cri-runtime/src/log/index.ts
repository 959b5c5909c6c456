/// <reference types="node" preserve="true" />
export type { FsyncPolicy } from "./append-file.ts";
export { parseDockerLine } from "./docker-line.ts";
export {
  formatLogLine,
  formatTimestamp,
  type LogLine,
  type LogStream,
  parseLogLine,
  parseTimestamp,
} from "./line.ts";
export { formatLogEntry, parseAnyLine } from "./log-entry.ts";
export { createLogWriter, type LogWriter, type LogWriterOptions } from "./log-writer.ts";
export { readLogs } from "./read-logs.ts";
export type { LogEntry, ReadLogsOptions } from "./read-options.ts";
export { listRotatedFiles, type RotatedFile } from "./rotated-files.ts";
export type { LogFailure } from "./spool.ts";
