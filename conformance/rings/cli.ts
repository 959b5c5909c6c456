import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BUSYBOX_IMAGE, startContainerd } from "../containerd.ts";
import { buildCrictl } from "../cri-tools.ts";
import {
  crikitCommand,
  type Run,
  type RunOptions,
  runCrikit,
  runProgram,
  type ServedCrikit,
  startCrikit,
} from "../crikit.ts";
import type { Ring, RingContext } from "../ring.ts";

/** A runtime that both crikit and crictl talk to. */
interface Subject {
  readonly name: string;
  readonly endpoint: string;
  readonly folder: string;
  readonly crictl: string;
  readonly hostNetwork: boolean;
}

/** `NamespaceMode.NODE`; crictl reads enums by number only. */
const NODE_NETWORK = 2;

const AGE = /(?:Less than a second|About an? \w+|\d+ \w+) ago/g;

/** A table without what differs from one moment to the next: ages, and the padding that follows from them. */
const plainTable = (text: string): string => text.replace(AGE, "AGE").replace(/ {2,}/g, "  ");

const crikitOf =
  (endpoint: string) =>
  (args: readonly string[], options: RunOptions = {}): Run =>
    runCrikit(["--runtime-endpoint", endpoint, ...args], options);

const crictlOf =
  ({ crictl, endpoint, folder }: Subject) =>
  (args: readonly string[], options: RunOptions = {}): Run =>
    runProgram(crictl, ["--config", join(folder, "crictl.yaml"), "--runtime-endpoint", endpoint, ...args], options);

const outputOf = (run: Run, what: string): string => {
  assert.equal(run.status, 0, `${what} exited ${run.status}: ${run.stderr}`);
  return run.stdout;
};

const writeConfigs = ({ folder, hostNetwork }: Subject): readonly [pod: string, container: string] => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "crictl.yaml"), "timeout: 20\n");
  const pod = join(folder, "pod.json");
  const container = join(folder, "container.json");
  const network = hostNetwork ? { security_context: { namespace_options: { network: NODE_NETWORK } } } : {};
  writeFileSync(
    pod,
    JSON.stringify({
      metadata: { name: "web", namespace: "default", uid: "uid-1", attempt: 0 },
      log_directory: join(folder, "logs"),
      labels: { app: "web" },
      annotations: { note: "kept" },
      linux: network,
    }),
  );
  writeFileSync(
    container,
    JSON.stringify({
      metadata: { name: "main", attempt: 0 },
      image: { image: BUSYBOX_IMAGE },
      command: ["sh", "-c", "echo first line; echo second line >&2; sleep 1000"],
      envs: [{ key: "GREETING", value: "hello" }],
      labels: { app: "web", "io.kubernetes.pod.name": "web", "io.kubernetes.pod.namespace": "default" },
      log_path: "main.log",
      linux: network,
    }),
  );
  return [pod, container];
};

/** Commands that print the same in both programs: as a table, or as JSON that is equal. */
const SAME_TABLES: readonly (readonly string[])[] = [
  ["ps"],
  ["ps", "-a", "--no-trunc"],
  ["ps", "-q"],
  ["pods"],
  ["pods", "-q", "--no-trunc"],
  ["pods", "--label", "app=web"],
  ["images"],
  ["images", "--digests", "--pinned"],
  ["images", "-q"],
  ["images", "--no-trunc", BUSYBOX_IMAGE],
  ["runtime-config"],
];

const SAME_JSON: readonly (readonly string[])[] = [
  ["ps", "-o", "json"],
  ["pods", "-o", "json"],
  ["images", "-o", "json"],
  ["inspect", "-q", "CONTAINER"],
  ["inspectp", "-q", "POD"],
  ["inspecti", "-q", BUSYBOX_IMAGE],
  ["inspecti", BUSYBOX_IMAGE],
  ["metricdescs"],
];

const SAME_TEMPLATES: readonly (readonly string[])[] = [
  [
    "inspect",
    "CONTAINER",
    "-o",
    "go-template",
    "--template",
    "{{.status.metadata.name}} {{.status.labels}} {{upper .status.state}}",
  ],
  [
    "inspectp",
    "POD",
    "-o",
    "go-template",
    "--template",
    "{{range $k, $v := .status.labels}}{{$k}}={{$v}} {{end}}{{json .status.metadata}}",
  ],
];

/** What crictl takes before its arguments, it does not take after them. */
const flagsFirst = ([command = "", ...args]: readonly string[]): readonly string[] => {
  const isId = (word: string): boolean => word === "CONTAINER" || word === "POD";
  return [command, ...args.filter((word) => !isId(word)), ...args.filter(isId)];
};

/**
 * JSON without what differs by design: crictl writes null for a status' fields that are absent, and its proto (1.36) has the signals without
 * the prefix that 1.37 gave them.
 */
const parseObject = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === "string") return value.replace(/^SIGNAL_/, "");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  });

/** A runtime that has no such call says so in both programs; what it does not have cannot be compared. */
const isUnimplemented = (run: Run): boolean => run.status !== 0 && /unimplemented|unknown method/i.test(run.stderr);

const compareOutputs = async (
  context: RingContext,
  subject: Subject,
  ids: { readonly containerId: string; readonly podSandboxId: string },
): Promise<void> => {
  const crikit = crikitOf(subject.endpoint);
  const crictl = crictlOf(subject);
  const whole: Readonly<Record<string, string>> = { CONTAINER: ids.containerId, POD: ids.podSandboxId };
  const fill = (args: readonly string[]): readonly string[] => flagsFirst(args).map((word) => whole[word] ?? word);
  const compare = async (args: readonly string[], normalize: (text: string) => unknown): Promise<void> => {
    const name = `${subject.name}: ${args.slice(0, 4).join(" ")} prints what crictl prints`;
    const theirs = crictl(fill(args));
    if (isUnimplemented(theirs)) {
      context.skip(name, `${subject.name} does not have the call`);
      return;
    }
    await context.check(name, () => {
      const ours = outputOf(crikit(fill(args)), `crikit ${args.join(" ")}`);
      assert.deepEqual(normalize(ours), normalize(outputOf(theirs, `crictl ${args.join(" ")}`)));
    });
  };
  for (const args of SAME_TABLES) await compare(args, plainTable);
  for (const args of SAME_JSON) await compare(args, parseObject);
  for (const args of SAME_TEMPLATES) await compare(args, (text) => text.trim());
  await context.check(`${subject.name}: version prints the same lines as crictl`, () =>
    assert.equal(outputOf(crikit(["version"]), "crikit"), outputOf(crictl(["version"]), "crictl")),
  );
  await context.check(`${subject.name}: logs are the same on both streams`, () => {
    const [ours, theirs] = [crikit(["logs", ids.containerId]), crictl(["logs", ids.containerId])];
    assert.equal(ours.stdout, theirs.stdout);
    assert.ok(theirs.stderr.endsWith(ours.stderr), `crictl: ${theirs.stderr}, crikit: ${ours.stderr}`);
    assert.equal(ours.stderr, "second line\n");
  });
};

const driveLife = async (context: RingContext, subject: Subject): Promise<void> => {
  const [pod, container] = writeConfigs(subject);
  const crikit = crikitOf(subject.endpoint);
  const check = (what: string, body: () => unknown) => context.check(`${subject.name}: ${what}`, body);
  let podSandboxId = "";
  let containerId = "";
  if (subject.name === "mock")
    await check("pull", () =>
      assert.match(outputOf(crikit(["pull", BUSYBOX_IMAGE]), "pull"), /^Image is up to date for sha256:/),
    );
  await check("runp, create and start", () => {
    podSandboxId = outputOf(crikit(["runp", pod]), "runp").trim();
    containerId = outputOf(crikit(["create", podSandboxId.slice(0, 10), container, pod]), "create").trim();
    assert.equal(outputOf(crikit(["start", containerId.slice(0, 10)]), "start").trim(), containerId);
  });
  await sleep(1000);
  await compareOutputs(context, subject, { containerId, podSandboxId });
  const command = ["sh", "-c", "echo $GREETING; echo problem >&2; exit 7"];
  for (const flags of [["-r", "spdy"], ["-r", "websocket"], ["-s"]])
    await check(`exec ${flags.join(" ")} has the output and the exit code`, (): void => {
      const needsNewer = subject.name === "containerd" && flags[1] === "websocket";
      const run = crikit(["exec", ...flags, containerId, ...command]);
      if (needsNewer && run.status === 1) {
        assert.match(run.stderr, /^crikit: [^\n]+\n$/);
        return;
      }
      assert.deepEqual([run.status, run.stdout, run.stderr], [7, "hello\n", "problem\n"]);
    });
  await check("exec -i takes 1 MiB", () => {
    const input = "0123456789abcde\n".repeat(65_536);
    assert.equal(outputOf(crikit(["exec", "-i", containerId, "cat"], { input }), "exec -i"), input);
  });
  await check("stats measures the CPU", () =>
    assert.match(outputOf(crikit(["stats"]), "stats"), /^CONTAINER +NAME +CPU %[^\n]*\n[0-9a-f]{13} +main +\d+\.\d\d /),
  );
  await check("update changes a limit", () => {
    assert.equal(outputOf(crikit(["update", "--memory", "64Mi", containerId]), "update").trim(), containerId);
  });
  await check("stop, rm, stopp and rmp leave nothing", () => {
    assert.equal(outputOf(crikit(["stop", "-t", "1", containerId.slice(0, 12)]), "stop").trim(), containerId);
    assert.match(outputOf(crikit(["wait", "--deadline", "5s", containerId]), "wait"), /^\d+\n$/);
    assert.equal(outputOf(crikit(["rm", containerId]), "rm").trim(), containerId);
    assert.match(outputOf(crikit(["stopp", podSandboxId]), "stopp"), /^Stopped sandbox /);
    assert.match(outputOf(crikit(["rmp", podSandboxId]), "rmp"), /^Removed sandbox /);
    assert.equal(outputOf(crikit(["ps", "-aq"]), "ps") + outputOf(crikit(["pods", "-q"]), "pods"), "");
    assert.ok(!existsSync(join(subject.folder, "logs", "main.log")), "rm leaves the log file");
  });
};

const oneLine = (run: Run, pattern: RegExp): void => {
  assert.notEqual(run.status, 0);
  assert.match(run.stderr, /^crikit: [^\n]+\n$/);
  assert.match(run.stderr, pattern);
  assert.equal(run.stdout, "");
};

const checkBadInput = async (context: RingContext, served: ServedCrikit): Promise<void> => {
  const crikit = crikitOf(served.endpoint);
  const folder = context.scratch;
  writeFileSync(join(folder, "bad.yaml"), "timeout: 1\nruntime-endpiont: x\n");
  const other = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  });
  await new Promise<void>((settle) => other.listen(0, "127.0.0.1", settle));
  context.defer(() => other.close());
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const cases: readonly (readonly [string, () => Run, RegExp])[] = [
    [
      "a wrong endpoint",
      () => runCrikit(["-r", "unix:///no/such.sock", "ps"]),
      /\/no\/such\.sock: there is no such socket; start/,
    ],
    ["an unknown container id", () => crikit(["inspect", "nope"]), /container "nope" does not exist; "crikit ps -a"/],
    [
      "a malformed config",
      () => crikit(["--config", join(folder, "bad.yaml"), "ps"]),
      /bad\.yaml:2: unknown key "runtime-endpiont"/,
    ],
    ["an unknown command", () => crikit(["imgaes"]), /unknown command "imgaes"; did you mean "images"\?/],
    ["an unknown flag", () => crikit(["ps", "--lable", "x=y"]), /unknown flag "--lable" .* did you mean "--label"/],
    [
      "a socket that is served already",
      () => runCrikit(["serve", "--listen", served.endpoint]),
      /is in use: crikit-mock .* answers there/,
    ],
    [
      "a streaming port that is taken",
      () => runCrikit(["serve", "--listen", `unix://${folder}/taken.sock`, "--streaming-address", `127.0.0.1:${port}`]),
      /127\.0\.0\.1:\d+|port|in use/,
    ],
    [
      "an HTTP port that is taken",
      () => runCrikit(["serve", "--listen", `unix://${folder}/taken.sock`, "--http", `127.0.0.1:${port}`]),
      /\d+/,
    ],
    [
      "a socket in a folder that cannot be made",
      () => runCrikit(["serve", "--listen", "unix:///etc/passwd/x.sock"]),
      /cannot listen on \/etc\/passwd\/x\.sock/,
    ],
  ];
  for (const [name, run, pattern] of cases) await context.check(`bad input: ${name}`, () => oneLine(run(), pattern));
  await context.check("bad input: nothing is left of what could not be served", () =>
    assert.ok(!existsSync(join(folder, "taken.sock"))),
  );
  await context.check("bad input: a local port that is taken", () => {
    writeConfigs({
      name: "mock",
      endpoint: served.endpoint,
      folder: join(folder, "ports"),
      crictl: "",
      hostNetwork: false,
    });
    const podSandboxId = outputOf(crikit(["runp", join(folder, "ports", "pod.json")]), "runp").trim();
    oneLine(
      crikit(["port-forward", podSandboxId, `${port}:80`]),
      new RegExp(`local port ${port} is taken; choose another`),
    );
    outputOf(crikit(["rmp", "-f", podSandboxId]), "rmp");
  });
  await context.check("bad input: something that is not gRPC", async () => {
    // The server is of this very process: it must not be blocked while the command runs.
    const run = await runInBackground(["-r", `tcp://127.0.0.1:${port}`, "ps"]);
    oneLine(run, /does not speak gRPC/);
  });
};

/** Runs crikit without blocking; `act` is given the process once it has written to stdout. */
const runInBackground = async (
  args: readonly string[],
  act: (child: { kill(signal: NodeJS.Signals): boolean; closeStdout(): void }) => void = () => {},
): Promise<Run> => {
  const [command, rest] = crikitCommand(...args);
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  const control = { kill: (signal: NodeJS.Signals) => child.kill(signal), closeStdout: () => child.stdout.destroy() };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (stdout === "") setImmediate(() => act(control));
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const deadline = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const status = await new Promise<number | null>((settle) => child.once("close", settle));
  clearTimeout(deadline);
  return { status, stdout, stderr };
};

const checkSignals = async (context: RingContext, served: ServedCrikit): Promise<void> => {
  const watch = ["--runtime-endpoint", served.endpoint, "pods", "--watch", "--interval", "100ms"];
  await context.check("Ctrl-C ends a watch, with what was printed and no trace", async () => {
    const run = await runInBackground(watch, (child) => child.kill("SIGINT"));
    assert.deepEqual([run.status, run.stderr], [0, ""]);
  });
  await context.check("a reader that goes away ends the program quietly", async () => {
    const [command, rest] = crikitCommand("--runtime-endpoint", served.endpoint, "metricdescs");
    const quoted = [command, ...rest].map((word) => `'${word}'`).join(" ");
    const run = runProgram("bash", [
      "-c",
      `set -o pipefail; ${quoted} | head -n 1 > /dev/null; exit \${PIPESTATUS[0]}`,
    ]);
    assert.ok(run.status === 141 || run.status === 0, `exit code ${run.status}`);
    assert.equal(run.stderr, "");
  });
  await context.check("a server that was killed is replaced, one that is told to end leaves no socket", async () => {
    const socketPath = join(context.scratch, "killed.sock");
    const first = await startCrikit({ socketPath, args: ["serve"] });
    first.process.kill("SIGKILL");
    await new Promise((settle) => first.process.once("exit", settle));
    assert.ok(existsSync(socketPath));
    const second = runInBackground(["serve", "--listen", `unix://${socketPath}`], (child) => child.kill("SIGTERM"));
    const run = await second;
    assert.deepEqual([run.status, run.stderr], [0, ""]);
    assert.match(run.stdout, /^crikit: serving mock on unix:\/\//);
    assert.ok(!existsSync(socketPath), "the socket is left");
  });
};

const FAULTS = `calls:
  - { call: PullImage, error: { code: Unavailable, message: "RegistryUnavailable: a fault" } }
  - { call: ListImages, latencyMs: 700 }
  - { call: RuntimeConfig, hang: true }
  - { call: ImageFsInfo, latencyMs: 300, jitterMs: 300 }
  - { call: ListPodSandbox, nth: 2, error: { code: Unavailable, message: "the second one" } }
  - { call: ContainerStatus, rate: 0.5, error: { code: Internal, message: "half of them" } }
  - { call: GetContainerEvents, endAfterMessages: 0, error: { code: DataLoss, message: "the stream was cut" } }
sessions:
  - { session: exec, match: { command: "cut short" }, endAfterBytes: 10 }
  - { session: exec, match: { command: "comes late" }, delayMs: 600 }
  - { session: exec, match: { command: "wrong code" }, exitCode: 42 }
  - { session: exec, match: { command: "fails" }, error: "the session has a fault" }
`;

/** crictl talks to a runtime through our proxy and gets what it gets without it; faults are seen, and a recording answers again. */
const checkProxy = async (context: RingContext, subject: Subject): Promise<void> => {
  const [pod, container] = writeConfigs(subject);
  const direct = crictlOf(subject);
  const recordPath = join(subject.folder, "calls.jsonl");
  writeFileSync(join(subject.folder, "faults.yaml"), FAULTS);
  const proxyOf = async (
    name: string,
    args: readonly string[],
  ): Promise<[ServedCrikit, ReturnType<typeof crictlOf>]> => {
    const socketPath = join(subject.folder, `${name}.sock`);
    const served = await startCrikit({
      socketPath,
      args: ["proxy", "--to", subject.endpoint, ...args],
      listenFlag: "--from",
    });
    context.defer(() => served.stop());
    return [served, crictlOf({ ...subject, endpoint: served.endpoint })];
  };
  const check = (what: string, body: () => unknown) => context.check(`proxy to ${subject.name}: ${what}`, body);
  const podSandboxId = outputOf(direct(["runp", pod]), "runp").trim();
  const containerId = outputOf(direct(["create", podSandboxId, container, pod]), "create").trim();
  outputOf(direct(["start", containerId]), "start");
  context.defer(() => direct(["rmp", "-f", podSandboxId]));
  const [recorder, through] = await proxyOf("record", ["--record", recordPath]);
  const commands = [
    ["pods", "-o", "json"],
    ["ps", "-o", "json"],
    ["images", "-o", "json"],
    ["inspect", "-q", containerId],
    ["version"],
  ];
  for (const args of commands)
    await check(`crictl ${args.slice(0, 2).join(" ")} is the same with and without it`, () =>
      assert.equal(
        outputOf(through(args), "through").replace(/":\s+/g, '": '),
        outputOf(direct(args), "direct").replace(/":\s+/g, '": '),
      ),
    );
  await check("crictl exec has its streams and exit code", () => {
    const run = through(["exec", containerId, "sh", "-c", "echo $GREETING; exit 7"]);
    assert.equal(run.stdout, "hello\n");
    assert.match(run.stderr, /exit code 7/);
    assert.equal(outputOf(through(["exec", "-s", containerId, "echo", "sync"]), "exec -s").trim(), "sync");
    const input = "0123456789abcde\n".repeat(65_536);
    assert.equal(outputOf(through(["exec", "-i", containerId, "cat"], { input }), "exec -i"), input);
  });
  await check("an unknown id has the runtime's own error", () => {
    const errorOf = (run: Run): string => /desc = .*/.exec(run.stderr)?.[0] ?? run.stderr;
    assert.equal(errorOf(through(["inspect", "nope"])), errorOf(direct(["inspect", "nope"])));
  });
  assert.equal(await recorder.stop(), 0);
  const [, faulty] = await proxyOf("faulty", ["--faults", join(subject.folder, "faults.yaml")]);
  await check("each kind of fault is seen by crictl", () => {
    assert.match(faulty(["pull", BUSYBOX_IMAGE]).stderr, /RegistryUnavailable: a fault/);
    const takes = (args: readonly string[]): number => {
      const startedMs = performance.now();
      outputOf(faulty(args), args.join(" "));
      return performance.now() - startedMs;
    };
    assert.ok(takes(["images"]) >= 700, "no latency");
    assert.ok(takes(["imagefsinfo"]) >= 300, "no latency with jitter");
    const pods = [1, 2, 3].map(() => faulty(["pods"]));
    assert.deepEqual(
      pods.map((run) => run.stderr.includes("the second one")),
      [false, true, false],
    );
    const inspected = Array.from({ length: 12 }, () =>
      faulty(["inspect", "-q", containerId]).stderr.includes("half of them"),
    );
    assert.deepEqual([...new Set(inspected)].sort(), [false, true], "a rate of one half hit all or none of twelve");
    assert.match(faulty(["events"]).stderr, /the stream was cut/);
    assert.match(faulty(["--timeout", "1s", "runtime-config"]).stderr, /DeadlineExceeded/);
    assert.match(faulty(["exec", containerId, "echo", "wrong code"]).stderr, /exit code 42/);
    assert.match(faulty(["exec", containerId, "echo", "fails"]).stderr, /the session has a fault/);
    const cut = faulty(["exec", containerId, "sh", "-c", "yes cut short | head -c 8000000"]).stdout.length;
    assert.ok(cut >= 10 && cut < 8_000_000, `a session that ends after 10 bytes gave ${cut}`);
    assert.ok(takes(["exec", containerId, "echo", "comes late"]) >= 600, "the session was not delayed");
  });
  const replaySocket = join(subject.folder, "replay.sock");
  const replayed = await startCrikit({ socketPath: replaySocket, args: ["replay", "--lenient", recordPath] });
  context.defer(() => replayed.stop());
  const again = crictlOf({ ...subject, endpoint: replayed.endpoint });
  for (const args of commands)
    await check(`a recording gives crictl ${args.slice(0, 2).join(" ")} again`, () =>
      assert.equal(
        outputOf(again(args), "replayed").replace(/":\s+/g, '": '),
        outputOf(direct(args), "direct").replace(/":\s+/g, '": '),
      ),
    );
  await check("a recording has no password, and a line for each event", () => {
    const lines = readFileSync(recordPath, "utf8").trim().split("\n");
    assert.ok(lines.length > 20, `${lines.length} lines`);
    for (const line of lines) JSON.parse(line);
  });
};

export const ring: Ring = {
  name: "cli",
  summary:
    "crikit's commands as processes: against the mock and containerd beside crictl 1.36.0, every bad input, the proxy",
  run: async (context) => {
    const crictl = buildCrictl("1.36.0");
    const served = await startCrikit({ socketPath: join(context.scratch, "mock.sock"), args: ["serve"] });
    context.defer(() => served.stop());
    const mock = {
      name: "mock",
      endpoint: served.endpoint,
      folder: join(context.scratch, "mock"),
      crictl,
      hostNetwork: false,
    };
    await driveLife(context, mock);
    await checkBadInput(context, served);
    await checkSignals(context, served);
    await context.check("demo prints its steps and leaves nothing", () => {
      const text = outputOf(runCrikit(["demo"]), "demo");
      for (const step of ["serve", "pull", "run pod", "create", "start", "exec", "logs", "stop", "remove"])
        assert.match(text, new RegExp(`^${step} `, "m"));
      assert.match(text, /> hello newcomer, this is demo/);
      assert.match(text, /exit code 7/);
    });
    const containerd = await startContainerd(join(context.scratch, "containerd"));
    context.defer(containerd.stop);
    context.log(`containerd ${containerd.version}`);
    const real = {
      ...mock,
      name: "containerd",
      endpoint: containerd.endpoint,
      folder: join(context.scratch, "real"),
      hostNetwork: true,
    };
    await driveLife(context, real);
    await checkProxy(context, { ...real, folder: join(context.scratch, "proxy") });
  },
};
