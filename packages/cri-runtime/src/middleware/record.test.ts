import { ListContainersRequest, PullImageRequest } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { drain, echoService } from "../../testing/echo-service.ts";
import { fakeContainers } from "../../testing/fake-runtime.ts";
import { type AnyUnary, CRI_CALLS } from "./calls.ts";
import { record } from "./record.ts";
import { parseRecording } from "./recording.ts";
import { replay } from "./replay.ts";

const tape = () => {
  const lines: string[] = [];
  return {
    sink: (line: string) => void lines.push(line),
    lines,
    text: () => lines.join(""),
    events: () => lines.map((line) => JSON.parse(line)),
  };
};

test("all 43 calls are recorded and replayed to the same answers, strictly and leniently", async () => {
  const { sink, text } = tape();
  const { service, flushed } = record(echoService(["StopContainer", "GetContainerEvents"]).service, sink);
  const answers = async (source: typeof service, repeats = 1) => {
    const list: unknown[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const { key, requestType } of CRI_CALLS) {
        const request = requestType.decode(new Uint8Array()) as object;
        const answer = drain((source[key] as unknown as AnyUnary)(request));
        list.push(await answer.catch((error: Error & { code: string }) => [error.code, error.message]));
      }
    }
    return list;
  };
  const first = await answers(service);
  await flushed();
  const recording = parseRecording(text());
  expect(recording.calls).toHaveLength(43);
  expect(await answers(replay(recording))).toEqual(first);
  expect(await answers(replay(recording, { mode: "lenient" }), 2)).toEqual([...first, ...first]);
});

test("a recording holds bytes, JSON and times, and no password", async () => {
  const { sink, events, text } = tape();
  let now = 0;
  const { service, flushed } = record(echoService().service, sink, {
    nowMs: () => ++now,
    startedAt: new Date(0),
  });
  const auth = {
    username: "me",
    password: "secret1",
    auth: "secret2",
    identityToken: "secret3",
    registryToken: "secret4",
  };
  const request = PullImageRequest.fromPartial({ image: { image: "busybox" }, auth });
  await service.pullImage(request);
  await flushed();
  expect(request.auth?.password).toBe("secret1");
  expect(events()).toMatchObject([
    { recording: "crikit", version: 1, startedAt: "1970-01-01T00:00:00.000Z" },
    { atMs: 1, id: 1, call: "PullImage", request: { json: { image: { image: "busybox" }, auth: { username: "me" } } } },
    { atMs: 2, id: 1, response: { json: { imageRef: "" }, bytes: "" } },
    { atMs: 3, id: 1, end: { code: "OK" } },
  ]);
  expect(text()).not.toContain("secret");
  const bytes = Buffer.from(events()[1].request.bytes, "base64");
  expect(bytes.toString("latin1")).not.toContain("secret");
});

test("strict replay refuses another request, another order and one call too many", async () => {
  const { sink, text } = tape();
  const { service } = echoService();
  const containers = fakeContainers(2);
  const recorded = record({ ...service, listContainers: async () => ({ containers }) }, sink, { form: "bytes" });
  await recorded.service.listContainers({ filter: undefined });
  await recorded.flushed();
  const strict = () => replay(parseRecording(text()));
  expect((await strict().listContainers({ filter: undefined })).containers.map(({ id }) => id)).toEqual(["c0", "c1"]);
  const other = ListContainersRequest.fromPartial({ filter: { id: "x" } });
  await expect(strict().listContainers(other)).rejects.toMatchObject({ code: "FailedPrecondition" });
  const twice = strict();
  await twice.listContainers({ filter: undefined });
  await expect(twice.listContainers({ filter: undefined })).rejects.toThrow(
    "the recording has 1 calls of ListContainers, this is one more",
  );
  await expect(strict().version({ version: "" })).rejects.toMatchObject({ code: "FailedPrecondition" });
  const lenient = replay(parseRecording(text()), { mode: "lenient" });
  expect((await lenient.listContainers(other)).containers).toHaveLength(2);
  await expect(lenient.version({ version: "" })).rejects.toMatchObject({ code: "Unimplemented" });
});

test("the order of a map's entries makes no other request", async () => {
  const { sink, text } = tape();
  const recorded = record(echoService().service, sink, { form: "bytes" });
  const ask = (labelSelector: { [key: string]: string }) =>
    ListContainersRequest.fromPartial({ filter: { labelSelector } });
  await recorded.service.listContainers(ask({ a: "1", b: "2" }));
  await recorded.flushed();
  await expect(replay(parseRecording(text())).listContainers(ask({ b: "2", a: "1" }))).resolves.toBeDefined();
});

test("a replay at the recorded speed waits as long as was recorded", async () => {
  const { sink, text } = tape();
  let now = 0;
  const { service, flushed } = record(echoService().service, sink, { nowMs: () => (now += 10), form: "bytes" });
  await drain(service.getContainerEvents({}));
  await flushed();
  const waits: number[] = [];
  const played = replay(parseRecording(text()), { speed: 2, sleep: async (ms) => void waits.push(ms) });
  await drain(played.getContainerEvents({}));
  expect(waits).toEqual([5, 5, 5, 5]);
});

test("a stream that had not ended is open until its caller ends it", async () => {
  const { sink, lines } = tape();
  const { service, flushed } = record(echoService().service, sink, { form: "bytes" });
  await drain(service.getContainerEvents({}));
  await flushed();
  const caller = new AbortController();
  const cut = parseRecording(lines.slice(0, -1).join(""));
  const received: unknown[] = [];
  const reading = (async () => {
    for await (const event of replay(cut).getContainerEvents({}, { signal: caller.signal })) {
      if (received.push(event) === 3) setImmediate(() => caller.abort());
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: "Canceled" });
  expect(received).toHaveLength(3);
});

test.each([
  ["", "line 1: is no JSON object"],
  ['{"a":1}\n', "line 1: is not the first line of a recording"],
  ['{"recording":"crikit","version":2}\n', "line 1: version 2 is not known"],
  ['{"recording":"crikit","version":1}\n{"atMs":0,"id":1,"call":"Nope"}\n', 'line 2: there is no call "Nope"'],
  ['{"recording":"crikit","version":1}\n{"atMs":0,"id":1,"end":{"code":"OK"}}\n', "line 2: call 1 has not begun"],
])("the recording %j is refused", (text, message) => {
  expect(() => parseRecording(text)).toThrow(message);
});

test("calls wait for a sink that is too far behind, and go on when it has caught up", async () => {
  const gates: (() => void)[] = [];
  const { service, seen } = echoService();
  const slow = record(service, () => new Promise((resolve) => gates.push(resolve)), {
    form: "bytes",
    maxPendingLines: 5,
  });
  await slow.service.version({ version: "" });
  await slow.service.version({ version: "" });
  const third = slow.service.version({ version: "" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen).toHaveLength(2);
  const opening = setInterval(() => gates.shift()?.(), 1);
  await third;
  await slow.flushed();
  clearInterval(opening);
  expect(seen).toHaveLength(3);
});

test("a sink that fails is reported and the calls go on", async () => {
  const errors: unknown[] = [];
  const { service, flushed } = record(
    echoService().service,
    () => {
      throw new Error("disk");
    },
    { onError: (error) => errors.push(error) },
  );
  await service.version({ version: "" });
  await flushed();
  expect(errors).toHaveLength(4);
});
