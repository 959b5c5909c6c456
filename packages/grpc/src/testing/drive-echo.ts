import assert from "node:assert/strict";
import type { Metadata } from "../call/metadata.ts";
import { GrpcError, Status } from "../call/status.ts";
import type { GrpcClient } from "../client/client.ts";
import { type BytesValue, type EchoDefinition, hear, say, sized } from "./echo.ts";

type EchoClient = GrpcClient<typeof EchoDefinition>;

const rejects = (call: Promise<unknown>, code: Status, message?: string | RegExp): Promise<void> =>
  assert.rejects(call, (error) => {
    assert.ok(error instanceof GrpcError, String(error));
    assert.equal(error.code, code, `${error.code}: ${error.message}`);
    if (typeof message === "string") assert.equal(error.message, message);
    else if (message !== undefined) assert.match(error.message, message);
    return true;
  });

const collect = async (responses: AsyncIterable<BytesValue>): Promise<string[]> => {
  const texts: string[] = [];
  for await (const response of responses) texts.push(hear(response));
  return texts;
};

const requests = async function* (count: number): AsyncGenerator<BytesValue> {
  for (let index = 0; index < count; index += 1) yield say(String(index));
};

const checkMetadata = async (client: EchoClient): Promise<void> => {
  const bytes = new Uint8Array([0, 1, 254, 255]);
  let headers: Metadata | undefined;
  let trailers: Metadata | undefined;
  await client.unary(say("hello"), {
    metadata: { "x-echo": "text", "x-echo-bin": bytes },
    onHeaders: (received) => {
      headers = received;
    },
    onTrailers: (received) => {
      trailers = received;
    },
  });
  assert.equal(headers?.get("x-echo"), "text");
  assert.deepEqual([...Buffer.from(headers?.get("x-echo-bin") ?? "")], [...bytes]);
  assert.equal(trailers?.get("x-trailer"), "text");
  assert.deepEqual([...Buffer.from(trailers?.get("x-trailer-bin") ?? "")], [...bytes]);
};

const checkPingPong = async (client: EchoClient): Promise<void> => {
  let answered = (): void => {};
  const asking = async function* (): AsyncGenerator<BytesValue> {
    for (let index = 0; index < 20; index += 1) {
      const answer = new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield say(`ping ${index}`);
      await answer;
    }
  };
  let index = 0;
  for await (const response of client.both(asking())) {
    assert.equal(hear(response), `ping ${index}`);
    index += 1;
    answered();
  }
  assert.equal(index, 20);
};

const checkCancelOfStream = async (client: EchoClient): Promise<void> => {
  let count = 0;
  for await (const _ of client.down(say("endless"))) {
    count += 1;
    if (count === 1000) break;
  }
  const abort = new AbortController();
  const ended = collect(client.down(say("endless"), { signal: abort.signal }));
  setTimeout(() => abort.abort(), 50);
  await rejects(ended, Status.CANCELLED);
};

/** What our client must get from any server that answers as `echo` does: name to check. */
export const ECHO_CHECKS: Readonly<Record<string, (client: EchoClient) => Promise<void>>> = {
  "unary, an empty message too": async (client) => {
    assert.equal(hear(await client.unary(say("hello"))), "hello");
    assert.equal(hear(await client.unary(say(""))), "");
  },
  "metadata, text and bytes": checkMetadata,
  "an error with its text": (client) =>
    rejects(client.unary(say("fail 5 no sandbox „web“ 100%\n")), Status.NOT_FOUND, "no sandbox „web“ 100%\n"),
  "an error of every code": async (client) => {
    for (let code = 1; code <= 16; code += 1)
      await assert.rejects(client.unary(say(`fail ${code} code ${code}`)), { code, message: `code ${code}` });
  },
  "a deadline": async (client) => {
    const started = performance.now();
    await rejects(client.unary(say("sleep 5000"), { timeoutMs: 100 }), Status.DEADLINE_EXCEEDED);
    assert.ok(performance.now() - started < 2000);
  },
  "a call that is canceled": async (client) => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    await rejects(client.unary(say("sleep 5000"), { signal: abort.signal }), Status.CANCELLED);
  },
  "15 MiB there": async (client) => {
    const bytes = 15 << 20;
    assert.equal(hear(await client.unary(sized(bytes))), String(bytes));
  },
  "15 MiB back": async (client) => {
    assert.equal((await client.unary(say(`size ${15 << 20}`))).value.length, 15 << 20);
  },
  "17 MiB there are refused": (client) => rejects(client.unary(sized(17 << 20)), Status.RESOURCE_EXHAUSTED),
  "17 MiB back are refused": (client) => rejects(client.unary(say(`size ${17 << 20}`)), Status.RESOURCE_EXHAUSTED),
  "32 answers of 1 MiB at once": async (client) => {
    const answers = await Promise.all(Array.from({ length: 32 }, () => client.unary(say(`size ${1 << 20}`))));
    for (const answer of answers) assert.equal(answer.value.length, 1 << 20);
  },
  "a stream down": async (client) => {
    const texts = await collect(client.down(say("count 2000")));
    assert.deepEqual(
      texts,
      Array.from({ length: 2000 }, (_, index) => String(index)),
    );
  },
  "a stream down of nothing": async (client) => {
    assert.deepEqual(await collect(client.down(say("count 0"))), []);
  },
  "a stream down that fails behind its messages": async (client) => {
    const texts: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const response of client.down(say("fail-after 3"))) texts.push(hear(response));
    };
    await rejects(reading(), Status.ABORTED, "as asked");
    assert.deepEqual(texts, ["0", "1", "2"]);
  },
  "a stream down that is left, and one that is canceled": checkCancelOfStream,
  "a stream up": async (client) => {
    assert.equal(hear(await client.up(requests(1000))), String(10 + 90 * 2 + 900 * 3));
  },
  "a stream up of nothing": async (client) => assert.equal(hear(await client.up(requests(0))), "0"),
  "streams both ways": async (client) => {
    assert.equal((await collect(client.both(requests(500)))).length, 500);
  },
  "one answer for each request": checkPingPong,
  "streams both ways that fail": async (client) => {
    const asking = async function* (): AsyncGenerator<BytesValue> {
      yield say("one");
      yield say("fail 9 not now");
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield say("nobody reads this");
    };
    await rejects(collect(client.both(asking())), Status.FAILED_PRECONDITION, "not now");
  },
};
