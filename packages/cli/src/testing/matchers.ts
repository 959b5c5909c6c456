import type { CallLog, LoggedCall } from "@crikit/adapter-mock";
import { type CriService, ListContainersRequest, ListImagesRequest, ListPodSandboxRequest } from "@crikit/cri-api";
import type { MockCri } from "./mock-cri.ts";

/** What is looked for among containers; what is left out matches all. */
export interface ExpectedContainer {
  readonly id?: string;
  readonly podSandboxId?: string;
  readonly name?: string | RegExp;
  readonly image?: string;
  readonly state?: "created" | "running" | "exited" | "unknown";
  readonly labels?: Readonly<Record<string, string>>;
}

/** What is looked for among pod sandboxes; what is left out matches all. */
export interface ExpectedPod {
  readonly id?: string;
  readonly name?: string | RegExp;
  readonly namespace?: string;
  readonly state?: "ready" | "notready";
  readonly labels?: Readonly<Record<string, string>>;
}

/** What jest and vitest want of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

const containerStates: readonly NonNullable<ExpectedContainer["state"]>[] = ["created", "running", "exited", "unknown"];
const podStates: readonly NonNullable<ExpectedPod["state"]>[] = ["ready", "notready"];

const print = (value: unknown): string =>
  JSON.stringify(value, (_key, entry) =>
    entry instanceof RegExp ? String(entry) : typeof entry === "bigint" ? String(entry) : entry,
  );

const isNamed = (wanted: string | RegExp | undefined, name: string): boolean =>
  wanted === undefined || (typeof wanted === "string" ? wanted === name : wanted.test(name));

const serviceOf = (received: MockCri | CriService): CriService => ("service" in received ? received.service : received);

const resultOf = (pass: boolean, what: string, seen: readonly string[]): MatcherResult => ({
  pass,
  message: () =>
    `expected the runtime ${pass ? "not " : ""}to have ${what}; it has ${seen.length === 0 ? "none" : seen.join(", ")}`,
});

const toHaveContainer = async (
  received: MockCri | CriService,
  expected: ExpectedContainer = {},
): Promise<MatcherResult> => {
  const filter = {
    id: expected.id ?? "",
    podSandboxId: expected.podSandboxId ?? "",
    labelSelector: { ...expected.labels },
  };
  const { containers } = await serviceOf(received).listContainers(ListContainersRequest.fromPartial({ filter }));
  const found = containers.some(
    ({ metadata, state, image, imageRef }) =>
      isNamed(expected.name, metadata?.name ?? "") &&
      (expected.state === undefined || containerStates[state] === expected.state) &&
      (expected.image === undefined || image?.image === expected.image || imageRef === expected.image),
  );
  const seen = containers.map(({ metadata, state }) => `${metadata?.name} (${containerStates[state]})`);
  return resultOf(found, `a container ${print(expected)}`, seen);
};

const toHavePod = async (received: MockCri | CriService, expected: ExpectedPod = {}): Promise<MatcherResult> => {
  const filter = { id: expected.id ?? "", labelSelector: { ...expected.labels } };
  const { items } = await serviceOf(received).listPodSandbox(ListPodSandboxRequest.fromPartial({ filter }));
  const found = items.some(
    ({ metadata, state }) =>
      isNamed(expected.name, metadata?.name ?? "") &&
      (expected.namespace === undefined || metadata?.namespace === expected.namespace) &&
      (expected.state === undefined || podStates[state] === expected.state),
  );
  const seen = items.map(({ metadata, state }) => `${metadata?.namespace}/${metadata?.name} (${podStates[state]})`);
  return resultOf(found, `a pod ${print(expected)}`, seen);
};

const toHaveImage = async (received: MockCri | CriService, name: string): Promise<MatcherResult> => {
  const service = serviceOf(received);
  const { images } = await service.listImages(ListImagesRequest.fromPartial({ filter: { image: { image: name } } }));
  const all = images.length > 0 ? images : (await service.listImages(ListImagesRequest.fromPartial({}))).images;
  return resultOf(
    images.length > 0,
    `the image ${name}`,
    all.flatMap(({ repoTags, id }) => (repoTags.length > 0 ? repoTags : [id])),
  );
};

const logOf = (received: MockCri | CallLog): CallLog => ("mock" in received ? received.mock : received);

/** Whether `actual` has every field of `expected`, field by field; a text may be asked for by a pattern. */
const contains = (actual: unknown, expected: unknown): boolean => {
  if (expected instanceof RegExp) return expected.test(String(actual));
  if (typeof expected !== "object" || expected === null) return Object.is(actual, expected);
  if (typeof actual !== "object" || actual === null) return false;
  return Object.entries(expected).every(([key, value]) => contains(Reflect.get(actual, key), value));
};

const toHaveCalled = (received: MockCri | CallLog, call: string, request?: object): MatcherResult => {
  const calls = logOf(received).callsOf(call);
  const pass = calls.some((entry: LoggedCall) => request === undefined || contains(entry.request, request));
  const what = request === undefined ? call : `${call} with ${print(request)}`;
  const seen =
    request === undefined || calls.length === 0 ? logOf(received).called : calls.map((entry) => print(entry.request));
  return {
    pass,
    message: () =>
      `expected ${pass ? "no " : ""}call of ${what}; there was ${seen.length === 0 ? "none" : seen.join(", ")}`,
  };
};

/**
 * Matchers for jest's and vitest's `expect.extend`: `toHaveContainer`, `toHavePod` and `toHaveImage` ask any CRI service (await them), `toHaveCalled` asks
 * the mock which calls have come, with requests that have at least the fields named.
 *
 * @example
 * expect.extend(criMatchers);
 * await expect(cri).toHaveContainer({ name: "web", state: "running" });
 * expect(cri).toHaveCalled("StopContainer", { timeout: 10n });
 */
export const criMatchers = { toHaveContainer, toHavePod, toHaveImage, toHaveCalled } as const;

/** The matchers as `expect(…)` has them, to be merged into the runner's own interface. */
export interface CriMatchers<R = unknown> {
  toHaveContainer(expected?: ExpectedContainer): Promise<R>;
  toHavePod(expected?: ExpectedPod): Promise<R>;
  toHaveImage(name: string): Promise<R>;
  toHaveCalled(call: string, request?: object): R;
}
