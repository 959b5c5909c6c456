import type { ConformanceCase } from "./case.ts";
import { containerCases } from "./container-cases.ts";
import { eventCases } from "./event-cases.ts";
import { execSyncCases } from "./exec-sync-cases.ts";
import { idempotenceCases } from "./idempotence-cases.ts";
import { imageCases } from "./image-cases.ts";
import { createLabs } from "./lab.ts";
import { listCases } from "./list-cases.ts";
import { logCases } from "./log-cases.ts";
import { mountCases } from "./mount-cases.ts";
import type { ConformanceOptions, ConformanceTarget } from "./options.ts";
import { requestCases } from "./request-cases.ts";
import { runtimeCases } from "./runtime-cases.ts";
import { sandboxCases } from "./sandbox-cases.ts";
import { sessionCases } from "./session-cases.ts";
import { statsCases } from "./stats-cases.ts";

/** Every case of the suite, in order. */
export const conformanceCases = (): ConformanceCase[] => [
  ...runtimeCases(),
  ...sandboxCases(),
  ...containerCases(),
  ...execSyncCases(),
  ...sessionCases(),
  ...listCases(),
  ...statsCases(),
  ...imageCases(),
  ...mountCases(),
  ...logCases(),
  ...eventCases(),
  ...idempotenceCases(),
  ...requestCases(),
];

/** A case as it is run against one target. */
export interface BoundCase {
  readonly area: string;
  readonly name: string;
  /** Why the target cannot be judged by it; `undefined` if it can. */
  readonly skipReason?: string;
  run(): Promise<void>;
}

/** The cases bound to a target; the service is asked for when the first one runs. */
export const bindCases = (target: ConformanceTarget): BoundCase[] => {
  const openLab = createLabs(target);
  return conformanceCases().map(({ area, name, needs, run }) => ({
    area,
    name,
    ...(needs !== undefined && !needs(target) && { skipReason: "the target's options do not offer what it needs" }),
    run: async () => {
      await using lab = await openLab(area.replaceAll(" ", "-"));
      await run(lab);
    },
  }));
};

/**
 * Defines the suite's tests with any runner's `test`: what every CRI runtime can be held to, in process or over a socket. What the options do not offer
 * (a shared folder, an image to remove) is not defined. Each test makes its own pods and removes them.
 *
 * @example
 * import assert from "node:assert/strict";
 * import { test } from "node:test";
 * runConformance({ test, assert, connect: () => connectCri("unix:///run/containerd/containerd.sock") });
 */
export const runConformance = (options: ConformanceOptions): void => {
  for (const { area, name, skipReason, run } of bindCases(options)) {
    if (skipReason === undefined) options.test(`${area}: ${name}`, run);
  }
};
