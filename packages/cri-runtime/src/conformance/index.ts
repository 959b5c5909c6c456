/// <reference types="node" preserve="true" />
export type { ConformanceCase } from "./case.ts";
export {
  createJunitFormat,
  createTableFormat,
  createTapFormat,
  formatSummary,
  type ResultFormat,
} from "./formats.ts";
export type { Lab } from "./lab.ts";
export type { ConformanceAssert, ConformanceOptions, ConformanceTarget } from "./options.ts";
export { type ConformanceResult, type JudgeOptions, judge } from "./report.ts";
export { conformanceCases, runConformance } from "./suite.ts";
