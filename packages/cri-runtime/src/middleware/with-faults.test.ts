import { expect, test } from "@jest/globals";
import { drain, echoService } from "../../testing/echo-service.ts";
import { type AnyUnary, CRI_CALLS } from "./calls.ts";
import { parseFaultRules } from "./parse-fault-rules.ts";
import { createSessionFaultHook } from "./session-faults.ts";
import { withFaults } from "./with-faults.ts";

const outcomeOf = (answer: Promise<unknown> | AsyncIterable<unknown>): Promise<string> =>
  drain(answer).then(
    (messages) => `${messages.length} messages`,
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
  );

const outcomes = async (rules: string, calls = 6): Promise<string[]> => {
  const service = withFaults(echoService().service, parseFaultRules(rules));
  const list: string[] = [];
  for (let call = 0; call < calls; call++) list.push(await outcomeOf(service.version({ version: "" })));
  return list;
};

const OK = "1 messages";
const FAILED = "Unavailable: a fault rule makes Version fail";
const RULE = "call: Version, error: { code: Unavailable }";

test("a rule without a choice applies to every call of its name and no other", async () => {
  const service = withFaults(echoService().service, parseFaultRules(`calls: [{ ${RULE} }]`));
  expect(await outcomeOf(service.version({ version: "" }))).toBe(FAILED);
  expect(await outcomeOf(service.status({ verbose: false }))).toBe(OK);
});

test("every one of the 43 calls can be made to fail, and a rule for another leaves it alone", async () => {
  for (const { key, name, isStream } of CRI_CALLS) {
    const { service, seen } = echoService();
    const error = { code: "Aborted", message: "text of my own" };
    const broken = withFaults(service, parseFaultRules({ calls: [{ call: name, error }] }));
    const call = broken[key] as unknown as AnyUnary;
    expect(await outcomeOf(call({}))).toBe("Aborted: text of my own");
    expect(seen).toEqual([]);
    const other = withFaults(service, parseFaultRules([{ call: name === "Version" ? "Status" : "Version", error }]));
    const context = { signal: new AbortController().signal };
    expect(await outcomeOf((other[key] as unknown as AnyUnary)({}, context))).toBe(isStream ? "3 messages" : OK);
    expect(seen[0]?.context?.signal).toBe(context.signal);
  }
});

test.each([
  ["nth: 2", [OK, FAILED, OK, OK, OK, OK]],
  ["every: 3", [OK, OK, FAILED, OK, OK, FAILED]],
  ["times: 2", [FAILED, FAILED, OK, OK, OK, OK]],
  ["rate: 0", [OK, OK, OK, OK, OK, OK]],
  ["rate: 1", [FAILED, FAILED, FAILED, FAILED, FAILED, FAILED]],
])("%s picks the calls it says", async (selection, expected) => {
  expect(await outcomes(`calls: [{ ${RULE}, ${selection} }]`)).toEqual(expected);
});

test("a rate is drawn from the seed: the same seed the same faults, about as many as the rate says", async () => {
  const first = await outcomes(`{ seed: 7, calls: [{ ${RULE}, rate: 0.3 }] }`, 400);
  expect(await outcomes(`{ seed: 7, calls: [{ ${RULE}, rate: 0.3 }] }`, 400)).toEqual(first);
  expect(await outcomes(`{ seed: 8, calls: [{ ${RULE}, rate: 0.3 }] }`, 400)).not.toEqual(first);
  const failed = first.filter((outcome) => outcome === FAILED).length;
  expect(failed).toBeGreaterThan(90);
  expect(failed).toBeLessThan(150);
});

test("latency and jitter are waited by the given clock, before the runtime is asked", async () => {
  const waits: number[] = [];
  const { service, seen } = echoService();
  const slow = withFaults(service, parseFaultRules("[{ call: '*', latencyMs: 100, jitterMs: 50 }]"), {
    random: () => 0.5,
    sleep: async (ms) => {
      expect(seen).toEqual([]);
      waits.push(ms);
    },
  });
  await slow.version({ version: "" });
  expect(waits).toEqual([125]);
});

test("a fault after the call loses the answer to what has been done", async () => {
  const { service, seen } = echoService();
  const broken = withFaults(service, parseFaultRules(`[{ ${RULE}, when: after }]`));
  expect(await outcomeOf(broken.version({ version: "" }))).toBe(FAILED);
  expect(seen).toHaveLength(1);
});

test("a call that hangs ends by its caller's signal", async () => {
  const service = withFaults(echoService().service, parseFaultRules("[{ call: Version, hang: true }]"));
  const caller = new AbortController();
  const call = outcomeOf(service.version({ version: "" }, { signal: caller.signal }));
  caller.abort();
  expect(await call).toBe("Canceled: the call was canceled while a middleware held it");
});

test("a stream ends after so many messages, cleanly or with an error, and its source is let go", async () => {
  const { service } = echoService();
  let isReleased = false;
  const source = {
    ...service,
    getContainerEvents: async function* (...args: Parameters<typeof service.getContainerEvents>) {
      try {
        yield* service.getContainerEvents(...args);
      } finally {
        isReleased = true;
      }
    },
  };
  const cut = (fields: object) =>
    withFaults(source, parseFaultRules([{ call: "GetContainerEvents", endAfterMessages: 2, ...fields }]));
  expect(await outcomeOf(cut({}).getContainerEvents({}))).toBe("2 messages");
  expect(isReleased).toBe(true);
  const failing = cut({ error: { code: "Unavailable", message: "gone" } });
  expect(await outcomeOf(failing.getContainerEvents({}))).toBe("Unavailable: gone");
});

test("a rule can be for one object alone", async () => {
  const service = withFaults(
    echoService().service,
    parseFaultRules("[{ call: '*Image*', match: { image.image: busybox }, error: { code: Unavailable } }]"),
  );
  const pull = (image: string) =>
    outcomeOf(service.pullImage({ image: { image }, auth: undefined, sandboxConfig: undefined } as never));
  expect(await pull("busybox")).toBe("Unavailable: a fault rule makes PullImage fail");
  expect(await pull("nginx")).toBe(OK);
});

test("a stream with faults does nothing before its first message is asked for", async () => {
  const { service, seen } = echoService();
  const broken = withFaults(service, parseFaultRules("[{ call: Version, latencyMs: 1 }]"));
  const stream = broken.getContainerEvents({});
  await Promise.resolve();
  expect(seen).toEqual([]);
  await stream[Symbol.asyncIterator]().next();
  expect(seen).toHaveLength(1);
});

test("session rules become the streaming server's hook", () => {
  const hook = createSessionFaultHook(
    parseFaultRules(`
sessions:
  - { session: exec, match: { command: "cat /big" }, endAfterBytes: 1000 }
  - { session: "*", delayMs: 5, nth: 2 }
  - { session: portForward, error: refused }
`),
  );
  const exec = { kind: "exec", containerId: "c", command: ["sh", "-c", "cat /big"] } as const;
  expect(hook(exec)).toEqual({ endAfterBytes: 1000 });
  expect(hook(exec)).toEqual({ endAfterBytes: 1000, delayMs: 5 });
  expect(hook({ kind: "attach", containerId: "c" })).toBeUndefined();
  expect(hook({ kind: "portForward", podSandboxId: "p" })).toEqual({ error: "refused" });
});

test.each([
  [
    "calls: [{ call: ListContianers }]",
    'calls[0].call must be the name of a call, such as ListContainers or List*, it is "ListContianers"',
  ],
  ["calls: [{ call: Version, rate: 2 }]", "calls[0].rate must be a number within 0..1, it is 2"],
  [
    "calls: [{ call: Version, latency: 2 }]",
    "calls[0].latency is no field of a rule; there are rate, nth, every, times, match, call, error, when, latencyMs, jitterMs, endAfterMessages, hang",
  ],
  ["calls: [{ call: Version }, { rate: 1 }]", "calls[1].call is missing"],
  ["calls: [{ call: Version, error: { code: Broken } }]", "calls[0].error.code must be one of"],
  [
    "sessions: [{ session: exec, exitCode: 256 }]",
    "sessions[0].exitCode must be a whole number within 0..255, it is 256",
  ],
  ["calls: 3", "calls must be a list"],
  ["[1]", "calls[0] must be an object"],
  ["nonsense: 1", "file.nonsense is no field of a rule"],
  ["calls: [", "fault rules: "],
])("the rules %j are refused", (text, message) => {
  expect(() => parseFaultRules(text)).toThrow(message);
});

test("an empty file has no rules", () => {
  expect(parseFaultRules("")).toEqual({ calls: [], sessions: [] });
});
