import type { CriService } from "@crikit/cri-api";

/** What the suite judges with: `node:assert/strict` is one. Each throws if it does not hold. */
export interface ConformanceAssert {
  ok(value: unknown, message?: string): void;
  equal(actual: unknown, expected: unknown, message?: string): void;
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
}

/** What the suite has to know of the runtime. */
export interface ConformanceTarget {
  /** Gives the service to judge, in process or over a socket; asked once. */
  readonly connect: () => CriService | Promise<CriService>;
  readonly assert: ConformanceAssert;
  /** An image with a shell and the usual small programs that the runtime has or can pull. Default `registry.k8s.io/e2e-test-images/busybox:1.29-2`. */
  readonly image?: string | undefined;
  /** An image that may be removed, and pulled again; without one, removal of images is not tested. Default: none. */
  readonly removableImage?: string | undefined;
  /** A folder that suite and runtime see under the same path; without one, logs and mounts are not tested. Default: none. */
  readonly sharedFolder?: string | undefined;
  /** `NODE` where the runtime has no network of its own for pods; pod addresses are not tested then. Default `POD`. */
  readonly network?: "POD" | "NODE" | undefined;
  /** The runtime handler of the pods. Default: the runtime's own. */
  readonly runtimeHandler?: string | undefined;
  /** Parent of the pods' cgroups. Default: the runtime's own. */
  readonly cgroupParent?: string | undefined;
  /** Milliseconds that the suite waits for something to become true. Default 10,000. */
  readonly waitMs?: number | undefined;
}

/** What {@link runConformance} is given: the target, and the runner's way to define a test. */
export interface ConformanceOptions extends ConformanceTarget {
  /** Defines a test: jest's and vitest's `test`, `node:test`, or a collector of one's own. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
}
