import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { COMMANDS } from "./commands/table.ts";
import { runCrikit } from "./program.ts";
import { type MockCri, startMockCri } from "./testing/mock-cri.ts";
import { VERSION } from "./version.ts";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const collector = (into: Buffer[]): Writable =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      into.push(Buffer.from(chunk));
      done();
    },
  });

let cri: MockCri;
let folder = "";

const crikit = async (words: readonly string[], options: RunOptions = {}): Promise<Run> => {
  const out: Buffer[] = [];
  const problems: Buffer[] = [];
  const code = await runCrikit(words, {
    stdin: Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]),
    stdout: collector(out),
    stderr: collector(problems),
    env: { CONTAINER_RUNTIME_ENDPOINT: cri.endpoint, CRI_CONFIG_FILE: join(folder, "crictl.yaml"), ...options.env },
    signal: options.signal ?? new AbortController().signal,
    platform: "linux",
    uid: 0,
    nowMs: Date.now,
  });
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(problems).toString() };
};

const ok = async (words: readonly string[], options: RunOptions = {}): Promise<string> => {
  const run = await crikit(words, options);
  expect(run).toMatchObject({ code: 0 });
  return run.stdout;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-program-"));
  cri = await startMockCri({ seed: "program" });
  await writeFile(join(folder, "crictl.yaml"), "debug: false\n");
  const pod = (name: string) => ({
    metadata: { name, namespace: "default", uid: `uid-${name}` },
    log_directory: join(folder, "logs"),
    labels: { app: name, equals: "a=b" },
    linux: {},
  });
  await writeFile(join(folder, "web.json"), JSON.stringify(pod("web")));
  await writeFile(join(folder, "db.json"), JSON.stringify(pod("db")));
  await writeFile(
    join(folder, "main.yaml"),
    'metadata: {name: main}\nimage: {image: busybox}\nlog_path: main.log\nlinux: {}\nlabels: {app: web, equals: "a=b"}\n' +
      "envs: [{key: GREETING, value: hello}]\n" +
      'command: [sh, -c, "echo first; echo second >&2; while true; do sleep 1; done"]\n',
  );
});

afterAll(async () => {
  await cri.close();
  await rm(folder, { recursive: true });
});

describe("the life of a pod by its commands", () => {
  let podSandboxId = "";
  let containerId = "";

  test("pull, runp, create and start print what they made", async () => {
    expect(await ok(["pull", "busybox"])).toMatch(/^Image is up to date for sha256:[0-9a-f]{64}\n$/);
    podSandboxId = (await ok(["runp", join(folder, "web.json")])).trim();
    const created = await ok(["create", podSandboxId.slice(0, 8), join(folder, "main.yaml"), join(folder, "web.json")]);
    containerId = created.trim();
    expect(await ok(["start", containerId.slice(0, 6)])).toBe(`${containerId}\n`);
    await expect(cri.client.containerStatus(containerId)).resolves.toMatchObject({ status: { state: 1 } });
  });

  test("ps, pods and images list it as tables, ids, JSON, YAML, NDJSON and by a template", async () => {
    const [head = "", row = ""] = (await ok(["ps"])).split("\n");
    expect(head.split(/ {2,}/)).toEqual("CONTAINER,IMAGE,CREATED,STATE,NAME,ATTEMPT,POD ID,POD,NAMESPACE".split(","));
    expect(row).toContain(containerId.slice(0, 13));
    expect(await ok(["ps", "-q"])).toBe(`${containerId}\n`);
    expect(JSON.parse(await ok(["ps", "-o", "json"]))).toMatchObject({
      containers: [{ id: containerId, state: "CONTAINER_RUNNING", labels: { app: "web" } }],
    });
    expect(JSON.parse(await ok(["ps", "-o", "ndjson"]))).toMatchObject({ id: containerId });
    expect(await ok(["pods", "-o", "yaml"])).toContain(`- annotations: {}`);
    expect(await ok(["pods", "-o", "go-template", "--template", "{{range .items}}{{.metadata.name}}{{end}}"])).toBe(
      "web\n",
    );
    expect(await ok(["pods", "-o", "wide"])).toMatch(/IP +UID\n[\s\S]* 127\.\d+\.\d+\.\d+ +uid-web\n$/);
    expect(await ok(["images", "--digests", "--pinned"])).toMatch(/^IMAGE +TAG +DIGEST +IMAGE ID +SIZE +PINNED\n/);
    expect(await ok(["ps", "-v"])).toMatch(/^ID: .*\nPodID: .*\nNamespace: unknown\nName: main\n[\s\S]*\tapp -> web\n/);
  });

  test.each([
    [["--label", "equals=a=b"], 1],
    [["--label", "app=db"], 0],
    [["--name", "^ma"], 1],
    [["--name", "(?i)^MAIN$"], 1],
    [["--state", "exited"], 0],
    [["--image", "busybox:latest"], 1],
    [["--latest"], 1],
    [["--last", "5"], 1],
    [["--namespace", "kube"], 0],
  ])("ps %j lists %p", async (flags, count) => {
    const ids = (await ok(["ps", "-a", "-q", ...flags])).split("\n").filter((id) => id !== "");
    expect(ids).toHaveLength(count);
  });

  test("inspect, inspectp and inspecti print statuses with times for people", async () => {
    const { status, info } = JSON.parse(await ok(["inspect", containerId.slice(0, 5)]));
    expect(status).toMatchObject({ id: containerId, state: "CONTAINER_RUNNING", finishedAt: "0001-01-01T00:00:00Z" });
    expect(status.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+(\.\d+)?Z$/);
    expect(typeof info).toBe("object");
    expect(JSON.parse(await ok(["inspectp", "--name", "web", "-q"])).status.id).toBe(podSandboxId);
    expect(await ok(["inspecti", "busybox", "-o", "table"])).toMatch(/^ID: sha256:/);
    expect(await ok(["inspect", "--latest", "-o", "table", "-q"])).toContain("State: CONTAINER_RUNNING\n");
  });

  test("exec has the command's streams and exit code, streamed or by one call", async () => {
    const command = ["sh", "-c", "echo $GREETING; echo problem >&2; exit 7"];
    const wanted = { code: 7, stdout: "hello\n", stderr: "problem\n" };
    for (const transport of ["auto", "spdy", "websocket"])
      expect(await crikit(["exec", "-r", transport, containerId, ...command])).toEqual(wanted);
    expect(await crikit(["exec", "-s", containerId.slice(0, 7), ...command])).toEqual(wanted);
    expect(await ok(["exec", "-i", containerId, "cat"], { input: "typed\n" })).toBe("typed\n");
    expect(await ok(["exec", containerId, "echo", "-n", "--all"])).toBe("--all");
  });

  test("exec in all chosen containers says whose output it is", async () => {
    expect(await ok(["exec", "--label", "app=web", "echo", "hi"])).toBe(`${containerId}:\nhi\n`);
    const run = await crikit(["exec", "--latest", "-q", "-x", "sh", "-c", "exit 3"]);
    expect(run).toEqual({
      code: 3,
      stdout: "",
      stderr: `crikit: command in container "${containerId}" exited with 3\n`,
    });
    expect(await crikit(["exec", "--latest", "-q", "-e", "false"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("logs part the streams and take tail, since, timestamps", async () => {
    expect(await crikit(["logs", containerId])).toEqual({ code: 0, stdout: "first\n", stderr: "second\n" });
    expect(await crikit(["logs", "--tail", "1", containerId])).toMatchObject({ stdout: "", stderr: "second\n" });
    expect(await crikit(["logs", "--stream", "stdout", "-t", containerId])).toMatchObject({
      stdout: expect.stringMatching(/^\d{4}-\S+Z first\n$/),
      stderr: "",
    });
    expect(await crikit(["logs", "--since", "2100-01-01T00:00:00Z", containerId])).toMatchObject({
      stdout: "",
      stderr: "",
    });
  });

  test("stats, statsp, top and the rest of the figures", async () => {
    expect(await ok(["stats"])).toMatch(/^CONTAINER +NAME +CPU % +MEM +DISK +INODES +SWAP\n.* main +\d+\.\d\d /);
    expect(await ok(["statsp"])).toMatch(/^POD +POD ID +CPU % +MEM\nweb /);
    expect(await ok(["top", "--once", "-s", "1"])).toMatch(/^1 containers, CPU [\d.]+ %/);
    expect(JSON.parse(await ok(["metricdescs"])).descriptors.length).toBeGreaterThan(50);
    expect(JSON.parse(await ok(["metricsp"])).podMetrics).toHaveLength(1);
    expect(JSON.parse(await ok(["imagefsinfo"])).status.imageFilesystems).toHaveLength(1);
    expect(await ok(["runtime-config"])).toBe("cgroup driver:   SYSTEMD\n");
    expect(JSON.parse(await ok(["info"]))).toMatchObject({ status: { conditions: expect.any(Array) } });
    expect(await ok(["version"])).toMatch(/^Version: {2}\S+\nRuntimeName: {2}crikit-mock\n/);
  });

  test("update and updatep change limits, and say what they did", async () => {
    expect(await ok(["update", "--memory", "64Mi", containerId])).toBe(`${containerId}\n`);
    const { status } = await cri.client.containerStatus(containerId);
    expect(status?.resources?.linux?.memoryLimitInBytes).toBe(67_108_864n);
    expect(await ok(["updatep", "--memory", "1G", podSandboxId])).toBe(`${podSandboxId}\n`);
  });

  test("events come until as many as were asked for", async () => {
    const seen = ok(["events", "-o", "line", "--count", "1"]);
    const stop = async (): Promise<void> => {
      await new Promise((settle) => setTimeout(settle, 200));
      await ok(["stop", "-t", "2", containerId]);
    };
    const [line] = await Promise.all([seen, stop()]);
    expect(line).toContain(containerId.slice(0, 13));
  });

  test("wait prints the exit code; rm, stopp and rmp remove what there is", async () => {
    const code = (await ok(["wait", "--deadline", "5s", containerId])).trim();
    expect(Number(code)).toBeGreaterThan(0);
    expect(await crikit(["wait", "--exit-code", containerId])).toMatchObject({ code: Number(code) });
    expect(await ok(["rm", containerId])).toBe(`${containerId}\n`);
    expect(await ok(["rmp", "-f", podSandboxId])).toBe(
      `Stopped sandbox ${podSandboxId}\nRemoved sandbox ${podSandboxId}\n`,
    );
    expect(await ok(["rmi", "busybox"])).toBe("Deleted: docker.io/library/busybox:latest\n");
    expect(await ok(["ps", "-aq"])).toBe("");
  });

  test("run does it all at once, and removes the pod again if the container cannot be", async () => {
    const id = (await ok(["run", join(folder, "main.yaml"), join(folder, "db.json")])).trim();
    expect(await crikit(["rm", id])).toMatchObject({
      code: 1,
      stderr: `crikit: container "${id}" is running; stop it first ("crikit stop ${id.slice(0, 13)}") or use --force\n`,
    });
    expect(await ok(["rmp", "-a", "-f"])).toMatch(/^Stopped sandbox .*\nRemoved sandbox /);
    const { code, stderr } = await crikit(["run", "--no-pull", join(folder, "lacking.yaml"), join(folder, "db.json")]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `crikit: config ${join(folder, "lacking.yaml")} cannot be read: no such file\n`,
    });
    await writeFile(join(folder, "lacking.yaml"), "metadata: {name: x}\nimage: {image: not-here}\n");
    expect(await crikit(["run", "--no-pull", join(folder, "lacking.yaml"), join(folder, "db.json")])).toMatchObject({
      code: 1,
    });
    expect(await ok(["pods", "-q"])).toBe("");
  });
});

describe("what a person gets wrong is one line and an exit code", () => {
  let silent: Server;
  const silentPath = () => join(folder, "silent.sock");

  beforeAll(async () => {
    silent = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    });
    await new Promise<void>((settle) => silent.listen(silentPath(), settle));
    for (const name of ["web", "db"]) await ok(["runp", join(folder, `${name}.json`)]);
    await writeFile(join(folder, "bad-key.yaml"), "timeout: 1\nruntime-endpiont: x\n");
    await writeFile(join(folder, "bad-pod.yaml"), "metadata:\n  name: a\n  nmaespace: b\n");
    await writeFile(join(folder, "no-yaml.yaml"), "metadata: {name: [\n");
  });
  afterAll(() => new Promise<void>((settle) => silent.close(() => settle())));

  const inFolder = (text: string): string => text.replaceAll("FOLDER", folder);

  test.each<[string, number, string]>([
    ["pss", 2, 'unknown command "pss"; did you mean "ps"?; "crikit help" lists commands'],
    ["ps --al", 2, 'unknown flag "--al" for "crikit ps"; did you mean "--all"; "crikit ps --help" lists its flags'],
    ["ps extra", 2, 'ps takes no arguments, got 1; see "crikit ps --help"'],
    ["inspectp", 2, 'inspectp needs a pod id or a filter; "crikit pods" lists ids'],
    ["inspect nope", 1, 'container "nope" does not exist; "crikit ps -a" lists what there is'],
    ["exec nope ls", 1, 'container "nope" does not exist; "crikit ps -a" lists what there is'],
    ["exec -t -i x sh", 2, "--tty needs a terminal, and standard input is none; leave it out"],
    ["inspecti nope", 1, 'image "nope" does not exist; "crikit images" lists what there is'],
    ["rmi nope", 1, 'image "nope" does not exist; "crikit images" lists what there is'],
    [
      "-r unix:///no/such.sock ps",
      1,
      "cannot reach unix:///no/such.sock: there is no such socket; start the runtime, or name another endpoint",
    ],
    [
      "-r FOLDER/bad-key.yaml ps",
      1,
      "cannot reach unix://FOLDER/bad-key.yaml: it is not a socket; name another endpoint",
    ],
    [
      "--config FOLDER/bad-key.yaml ps",
      1,
      'config FOLDER/bad-key.yaml:2: unknown key "runtime-endpiont"; did you mean "runtime-endpoint"?',
    ],
    ["--config FOLDER/none.yaml ps", 1, "config FOLDER/none.yaml cannot be read: no such file"],
    [
      "runp FOLDER/bad-pod.yaml",
      1,
      'config FOLDER/bad-pod.yaml:3: PodSandboxMetadata at metadata.nmaespace: unknown key "nmaespace"',
    ],
    ["runp FOLDER/no-yaml.yaml", 1, "config FOLDER/no-yaml.yaml:"],
    ["serve --adapter foo", 2, '--adapter takes one of mock, docker, not "foo"'],
    ["serve --http-origin x", 2, "--http-origin goes with --http"],
    ["proxy --from unix:///a", 2, "proxy needs --from and --to"],
    ["replay FOLDER/none.jsonl", 1, "recording FOLDER/none.jsonl cannot be read: no such file"],
    ["replay FOLDER/web.json", 1, "FOLDER/web.json: recording, line 1: is not the first line of a recording"],
    ["logs --since soon x", 2, '--since takes 42m, 2024-01-31T08:00:00Z or seconds since 1970, not "soon"'],
    ["images -f size=1", 2, '--filter takes dangling=…, reference=…, before=…, since=…, not "size=1"'],
    ["ps --name [", 2, '--name takes a regular expression, not "["'],
    ["ps --label x", 2, '--label takes KEY=VALUE, not "x"'],
    ["info -o go-template", 2, "-o go-template needs --template"],
    ["config --get nope", 1, 'config: unknown key "nope"'],
    ["config timeout soon", 1, 'config: "timeout" takes a whole number of seconds, not "soon"'],
    ["completion tcsh", 2, 'completion knows bash, zsh, fish, not "tcsh"'],
    ["port-forward x 0", 2, '"0" is no port; write 8080:80, 80 or :80 for any free local port'],
    ["update x", 2, "nothing to change; give a limit, such as --memory 512Mi"],
  ])("%s", async (line, code, message) => {
    const run = await crikit(line.split(" ").map(inFolder));
    expect(run.stderr).toMatch(/^crikit: [^\n]*\n$/);
    expect(run.stderr).toContain(`crikit: ${inFolder(message)}`);
    expect(run.code).toBe(code);
    expect(run.stdout).toBe("");
  });

  test("a socket that is not gRPC", async () => {
    const run = await crikit(["-r", `unix://${silentPath()}`, "ps"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^crikit: cannot reach unix:.*silent\.sock: what listens there does not speak gRPC .*\n$/,
    );
  });

  test("an id that more than one begins with", async () => {
    const ids = (await ok(["pods", "-q"])).trim().split("\n");
    const [first = "", second = ""] = ids;
    let common = 0;
    while (first[common] === second[common]) common += 1;
    const run = await crikit(["stopp", first.slice(0, common + 1)]);
    expect(run.code).toBe(0);
    if (common > 0) expect((await crikit(["stopp", first.slice(0, common)])).stderr).toContain("is ambiguous");
  });

  test("a runtime that is listened for already", async () => {
    const run = await crikit(["serve", "--listen", cri.endpoint]);
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^crikit: .*cri\.sock is in use: crikit-mock .* answers there; stop it, or choose another path\n$/,
      ),
    });
  });

  test("nobody named a runtime and none answers", async () => {
    const run = await crikit(["ps"], { env: { CONTAINER_RUNTIME_ENDPOINT: "", XDG_RUNTIME_DIR: folder } });
    expect(run.stderr).toMatch(/^crikit: (no runtime answers at unix:|using unix:)/);
  });

  test("an interruption ends a watch with what there was, and a wait with 130", async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 300);
    expect(await crikit(["pods", "-q", "--watch", "--interval", "50ms"], { signal: abort.signal })).toMatchObject({
      code: 0,
    });
    const id = (await ok(["run", join(folder, "main.yaml"), join(folder, "web.json")]).catch(() => "")).trim();
    const other = new AbortController();
    setTimeout(() => other.abort(), 300);
    if (id !== "")
      expect(await crikit(["wait", id], { signal: other.signal })).toEqual({
        code: 130,
        stdout: "",
        stderr: "crikit: interrupted\n",
      });
  });
});

describe("help, completion and the version", () => {
  test("every command is a file with a name, a help and flags that do not collide", async () => {
    for (const entry of COMMANDS) {
      const { command } = await entry.load();
      expect(command.name).toBe(entry.name);
      const letters = Object.values(command.flags).flatMap(({ short }) => (short === undefined ? [] : [short]));
      expect(new Set(letters).size).toBe(letters.length);
      const help = await ok([entry.name, "--help"]);
      expect(help.startsWith(`${entry.summary}\n\nUsage: crikit [global flags] ${entry.name}`)).toBe(true);
      expect(await ok(["help", entry.name])).toBe(help);
      for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(240);
    }
  });

  test("help lists every command, and none is an error", async () => {
    const help = await ok(["help"]);
    for (const { name } of COMMANDS) expect(help).toMatch(new RegExp(`^ {2}${name}[, ]`, "m"));
    expect(await crikit([])).toMatchObject({ code: 2, stdout: "", stderr: help });
  });

  test.each([
    [["p"], ["ps", "pods", "pull", "proxy", "port-forward"]],
    [["ps", "--sta"], ["--state"]],
    [
      ["ps", "--state", ""],
      ["created", "running", "exited", "unknown"],
    ],
    [["ps", "--state=r"], ["--state=running"]],
    [["-r", "unix:///x", "ps", "-o", "y"], ["yaml"]],
    [["runp", ""], [":file"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["inspect", "--runtime-end"], ["--runtime-endpoint"]],
  ])("completes %j", async (words, wanted) => {
    const lines = (await ok(["__complete", "--", ...words])).trim().split("\n");
    expect(lines.map((line) => line.split("\t")[0]).sort()).toEqual([...wanted].sort());
  });

  test("completes ids and names of the runtime", async () => {
    const [id = ""] = (await ok(["pods", "-q"])).split("\n");
    expect(await ok(["__complete", "--", "inspectp", id.slice(0, 3)])).toContain(`${id.slice(0, 13)}\t`);
    expect(await ok(["__complete", "--", "-r", "unix:///no/such", "inspectp", ""])).toBe("");
  });

  test("the version is the package's", async () => {
    const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(VERSION).toBe(manifest.version);
    expect(await ok(["--version"])).toBe(`crikit version ${VERSION}\n`);
  });
});

test("config is read and changed by its command", async () => {
  const env = { CRI_CONFIG_FILE: join(folder, "changed.yaml") };
  await writeFile(env.CRI_CONFIG_FILE, "# kept\ntimeout: 3\n");
  await ok(["config", "--set", "debug=true,max-retries=2"], { env });
  await ok(["config", "timeout", "20"], { env });
  expect(readFileSync(env.CRI_CONFIG_FILE, "utf8")).toBe("# kept\ntimeout: 20\ndebug: true\nmax-retries: 2\n");
  expect(await ok(["config", "--get", "timeout"], { env })).toBe("20\n");
  expect(await ok(["config", "--list"], { env })).toMatch(/^KEY +VALUE\n[\s\S]*debug +true\n/);
});
