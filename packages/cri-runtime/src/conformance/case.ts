import type { Lab } from "./lab.ts";
import type { ConformanceTarget } from "./options.ts";

/** One thing that a runtime is held to. */
export interface ConformanceCase {
  /** What part of the CRI it is about. */
  readonly area: string;
  /** A sentence about the runtime's behaviour, unique within the suite. */
  readonly name: string;
  /** What the target must have for the case to be judged; a case whose need is not met is left out, not passed. */
  readonly needs?: (target: ConformanceTarget) => boolean;
  readonly run: (lab: Lab) => Promise<void>;
}

/** Collects the cases of one area. */
export const createArea = (
  area: string,
): {
  readonly cases: ConformanceCase[];
  readonly add: (name: string, run: ConformanceCase["run"], needs?: ConformanceCase["needs"]) => void;
} => {
  const cases: ConformanceCase[] = [];
  return {
    cases,
    add: (name, run, needs) => {
      cases.push({ area, name, run, ...(needs !== undefined && { needs }) });
    },
  };
};
