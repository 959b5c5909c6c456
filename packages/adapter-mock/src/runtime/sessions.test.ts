import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ByteSink, SessionStreams } from "@crikit/cri-runtime";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;
let podSandboxId: string;

beforeEach(async () => {
  fixture = createFixture();
  podSandboxId = await fixture.pod({ hostname: "h" });
});

afterEach(() => fixture.runtime.close());

/** A sink that remembers what it was given, and can be waited on. */
class Shown implements ByteSink {
  text = "";
  ended = false;

  write(chunk: Uint8Array): boolean {
    this.text += new TextDecoder().decode(chunk);
    return true;
  }

  writeFramed(): boolean {
    throw new Error("the mock has no headroom to offer");
  }

  async drained(): Promise<void> {}

  end(): void {
    this.ended = true;
  }

  async until(part: string): Promise<void> {
    for (let turn = 0; !this.text.includes(part); turn++) {
      if (turn > 400) throw new Error(`"${part}" does not come, only ${JSON.stringify(this.text)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** A keyboard: bytes are typed one string at a time, until it is put away. */
class Keyboard implements AsyncIterable<Uint8Array> {
  readonly #keys: string[] = [];
  #done = false;
  #wake = (): void => undefined;

  type(keys: string): void {
    this.#keys.push(keys);
    this.#wake();
  }

  end(): void {
    this.#done = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      for (const keys of this.#keys.splice(0)) yield new TextEncoder().encode(keys);
      if (this.#done) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

const never = () => ({ signal: new AbortController().signal });

test("a shell on a terminal echoes, edits, interrupts and knows its size", async () => {
  const containerId = await fixture.run(podSandboxId);
  const [stdin, stdout] = [new Keyboard(), new Shown()];
  const streams: SessionStreams = {
    stdin,
    stdout,
    resize: (async function* () {
      yield { width: 100, height: 30 };
    })(),
  };
  const done = fixture.runtime.exec({ containerId, command: ["sh"], tty: true }, streams, never());
  await stdout.until("/ # ");
  stdin.type("ecko\x7f\x7fho hi\r");
  await stdout.until("\r\nhi\r\n/ # ");
  stdin.type("stty size; sleep 100\r");
  await stdout.until("30 100\r\n");
  stdin.type("\x03");
  await stdout.until("^C\r\n/ # ");
  stdin.type("echo $?\r");
  await stdout.until("130\r\n");
  stdin.type("cat\rline\r\x04");
  await stdout.until("line\r\nline\r\n/ # ");
  stdin.type("exit 4\r");
  expect(await done).toEqual({ exitCode: 4 });
  expect(stdout.ended).toBe(true);
});

test("bytes go through a pipe as they are, and no more of them wait than a pipe holds", async () => {
  const containerId = await fixture.run(podSandboxId);
  const chunk = new Uint8Array(64 * 1024).fill(97);
  let given = 0;
  let taken = 0;
  let mostWaiting = 0;
  const stdin = (async function* () {
    for (let count = 0; count < 512; count++) {
      given += chunk.byteLength;
      mostWaiting = Math.max(mostWaiting, given - taken);
      yield chunk;
    }
  })();
  const stdout: ByteSink = {
    write: (bytes) => {
      taken += bytes.byteLength;
      return false;
    },
    writeFramed: () => false,
    drained: () => new Promise((resolve) => setImmediate(resolve)),
    end: () => undefined,
  };
  await fixture.runtime.exec(
    { containerId, command: ["sh", "-c", "cat | cat"], tty: false },
    { stdin, stdout },
    never(),
  );
  expect(taken).toBe(given);
  expect(mostWaiting).toBeLessThan(1024 * 1024);
});

test("a session that is ended from outside takes its process and its children with it", async () => {
  const containerId = await fixture.run(podSandboxId, { command: ["top"] });
  const abort = new AbortController();
  const done = fixture.runtime.exec(
    { containerId, command: ["sh", "-c", "sleep 100 & sleep 200"], tty: false },
    {},
    { signal: abort.signal },
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await fixture.sh(containerId, "pgrep sleep | wc -l")).stdout).toBe("2\n");
  abort.abort();
  expect(await done).toEqual({ exitCode: 137 });
  expect((await fixture.sh(containerId, "pgrep sleep | wc -l")).stdout).toBe("0\n");
});

test("a client that hangs up is a SIGHUP, which a process may ignore", async () => {
  const containerId = await fixture.run(podSandboxId);
  const hangup = new AbortController();
  const call = { signal: new AbortController().signal, hangup: hangup.signal };
  const [plain, deaf] = ["sleep 100", "trap '' HUP; sleep 0.1; exit 7"].map((script) =>
    fixture.runtime.exec({ containerId, command: ["sh", "-c", script], tty: false }, {}, call),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  hangup.abort();
  expect([await plain, await deaf]).toEqual([{ exitCode: 129 }, { exitCode: 7 }]);
});

test("who attaches types into the container's shell and sees what it says", async () => {
  const containerId = await fixture.run(podSandboxId, { command: ["/bin/sh"], stdin: true, stdinOnce: true });
  const [stdin, stdout, stderr] = [new Keyboard(), new Shown(), new Shown()];
  const done = fixture.runtime.attach({ containerId, tty: false }, { stdin, stdout, stderr }, never());
  stdin.type("echo -n hello\n");
  await stdout.until("hello");
  stdin.type("nosuch\n");
  await stderr.until("nosuch: not found\n");
  stdin.end();
  await done;
  const { status } = await fixture.service.containerStatus({ containerId, verbose: false });
  expect(status?.exitCode).toBe(127);
});

test("the log has every line, and goes on in a new file after a rotation", async () => {
  const logDirectory = mkdtempSync(join(tmpdir(), "crikit-mock-"));
  try {
    const pod = await fixture.pod({ logDirectory });
    const script = "echo one; echo two >&2; printf three; while [ ! -f /go ]; do sleep 0.01; done; echo four";
    const containerId = await fixture.run(pod, { command: ["sh", "-c", script], logPath: "c/0.log" });
    const read = (): string[] =>
      readFileSync(join(logDirectory, "c/0.log"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^\S+ /, ""));
    for (let turn = 0; turn < 200 && read().length < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
    rmSync(join(logDirectory, "c/0.log"));
    await fixture.service.reopenContainerLog({ containerId });
    await fixture.sh(containerId, "touch /go");
    for (let turn = 0; turn < 200 && read().at(-1) !== "stdout F threefour"; turn++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(read()).toEqual(["stdout F threefour"]);
  } finally {
    rmSync(logDirectory, { recursive: true });
  }
});
