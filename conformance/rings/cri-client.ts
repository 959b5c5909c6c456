import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { serveCri } from "@crikit/cri-api/server";
import { createFaultyService, type SeenCall } from "../cri-client/faulty-service.ts";
import { type CaseResult, makeOurCalls } from "../cri-client/our-calls.ts";
import { buildGo } from "../go.ts";
import type { Ring, RingContext } from "../ring.ts";

const TIMEOUT_MS = 3000;
/** How much of a deadline may pass before the server sees it. */
const TOLERANCE_MS = 1000;

/** One client's calls to a faulty runtime: what came of them, and what the runtime saw. */
interface Observed {
  readonly results: ReadonlyMap<string, string>;
  readonly seen: readonly SeenCall[];
}

interface Setup {
  readonly isOld: boolean;
  readonly streamLists: boolean;
}

const observe = async (
  context: RingContext,
  name: string,
  { isOld, streamLists }: Setup,
  call: (endpoint: string, streamLists: boolean) => Promise<CaseResult[]>,
): Promise<Observed> => {
  const seen: SeenCall[] = [];
  const endpoint = `unix://${join(context.scratch, `${name}.sock`)}`;
  await using _server = await serveCri(createFaultyService(seen, isOld), endpoint);
  const results = await call(endpoint, streamLists);
  return { results: new Map(results.map(({ case: title, error }) => [title, error])), seen };
};

/** The deadline that each call came with, the last time it came. */
const deadlinesOf = ({ seen }: Observed): ReadonlyMap<string, number | undefined> =>
  new Map(seen.map(({ call, timeoutMs }) => [call, timeoutMs]));

const isNear = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Math.abs(one - other) < TOLERANCE_MS;

const compare = async (context: RingContext, title: string, kubelet: Observed, ours: Observed): Promise<void> => {
  assert.deepEqual([...ours.results.keys()], [...kubelet.results.keys()], "both make the same calls");
  for (const [name, error] of kubelet.results) {
    await context.check(`${title}: ${name} ${error === "" ? "is accepted" : "is refused"} by both`, () => {
      const our = ours.results.get(name) ?? "";
      assert.equal(
        our === "",
        error === "",
        `the kubelet's client: ${JSON.stringify(error)}, ours: ${JSON.stringify(our)}`,
      );
    });
  }
  const ourDeadlines = deadlinesOf(ours);
  for (const [call, deadline] of deadlinesOf(kubelet)) {
    await context.check(`${title}: ${call} has the kubelet's deadline`, () => {
      assert.ok(ourDeadlines.has(call), "the runtime never saw it from us");
      assert.ok(
        isNear(deadline, ourDeadlines.get(call)),
        `the kubelet's ${deadline} ms, ours ${ourDeadlines.get(call)} ms`,
      );
    });
  }
};

export const ring: Ring = {
  name: "cri-client",
  summary:
    "connectCri against the kubelet's own client (k8s.io/cri-client): the same answers refused, the same deadlines",
  run: async (context) => {
    const kubelet = buildGo({ module: "cri-client", package: "./kubelet", output: "kubelet-client" });
    const byKubelet = async (endpoint: string, streamLists: boolean): Promise<CaseResult[]> => {
      const args = [endpoint, `${TIMEOUT_MS}ms`, ...(streamLists ? ["streaming"] : [])];
      const { stdout } = await promisify(execFile)(kubelet, args, { timeout: 60_000 });
      return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    const byUs = (endpoint: string, streamLists: boolean): Promise<CaseResult[]> =>
      makeOurCalls(endpoint, { timeoutMs: TIMEOUT_MS, streamLists });
    const setups = {
      "unary lists": { isOld: false, streamLists: false },
      "streaming lists": { isOld: false, streamLists: true },
    } as const;
    for (const [title, setup] of Object.entries(setups)) {
      const theirs = await observe(context, "kubelet", setup, byKubelet);
      const ours = await observe(context, "ours", setup, byUs);
      await compare(context, title, theirs, ours);
    }
    await context.check("a runtime without streaming lists answers both by its unary ones", async () => {
      const setup = { isOld: true, streamLists: true };
      for (const [name, call] of Object.entries({ kubelet: byKubelet, ours: byUs })) {
        const { results } = await observe(context, name, setup, call);
        for (const title of ["listPodSandbox", "listContainers", "listImages"])
          assert.equal(results.get(title), "", name);
      }
    });
    await context.check("an ExecSync past its deadline is told in the same words", async () => {
      const setup = { isOld: false, streamLists: false };
      const theirs = await observe(context, "kubelet", setup, byKubelet);
      const ours = await observe(context, "ours", setup, byUs);
      assert.equal(ours.results.get("execSync that hangs"), theirs.results.get("execSync that hangs"));
    });
  },
};
