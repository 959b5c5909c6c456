/// <reference types="node" preserve="true" />
export { type Around, aroundCalls, CRI_CALLS, type CriCall, findCall } from "./calls.ts";
export type { CallFaultRule, FaultRules, FaultSelection, SessionFaultRule } from "./fault-rules.ts";
export type { Outcome } from "./observed.ts";
export { parseFaultRules } from "./parse-fault-rules.ts";
export { type Recorded, type RecordingSink, type RecordOptions, record } from "./record.ts";
export { parseRecording, type RecordedCall, type Recording } from "./recording.ts";
export { type ReplayOptions, replay } from "./replay.ts";
export { createSessionFaultHook, type FaultedSession, type SessionFault } from "./session-faults.ts";
export type { Sleep } from "./sleep.ts";
export { type FaultOptions, withFaults } from "./with-faults.ts";
export { type CallLogEntry, formatCallLogEntry, withLog } from "./with-log.ts";
export { type CriMetrics, type CriMetricsOptions, createCriMetrics, withMetrics } from "./with-metrics.ts";
export { type TraceOptions, type TraceSpan, type TraceTracer, withTrace } from "./with-trace.ts";
