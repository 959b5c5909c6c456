import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { defaultConfigPath, parseConfig, readConfigFile, writeConfigFile } from "./config-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-config-"));
});
afterAll(() => rm(folder, { recursive: true }));

const SAMPLE = `# the node's runtime
runtime-endpoint: unix:///run/containerd/containerd.sock
image-endpoint: "unix:///run/images.sock" # split
timeout: 10
debug: false
`;

test("crictl's keys are read, simple files without a YAML parser and others with one", async () => {
  const wanted = {
    "runtime-endpoint": "unix:///run/containerd/containerd.sock",
    "image-endpoint": "unix:///run/images.sock",
    timeout: 10,
    debug: false,
  };
  expect(await parseConfig(SAMPLE, "x")).toEqual(wanted);
  expect(await parseConfig(`---\n{ ${SAMPLE.replace(/ *#.*/g, "").trim().split("\n").join(", ")} }`, "x")).toEqual(
    wanted,
  );
  expect(await parseConfig("", "x")).toEqual({});
  expect(await parseConfig("runtime-endpoint:\n", "x")).toEqual({});
});

test.each([
  [
    "timeout: 10\nruntime-endpiont: unix:///a\n",
    'config f:2: unknown key "runtime-endpiont"; did you mean "runtime-endpoint"?',
  ],
  ["xyzzy: 1\n", 'config f:1: unknown key "xyzzy"; keys are runtime-endpoint, image-endpoint, timeout'],
  ["# c\n\ntimeout: soon\n", 'config f:3: "timeout" takes a whole number of seconds, not "soon"'],
  ["debug: 'perhaps'\n", 'config f:1: "debug" takes true or false, not "perhaps"'],
  ["timeout: [1, 2]\n", 'config f:1: "timeout" takes one value, not a list or a map'],
  ["- a\n- b\n", 'config f:1: is no list of "key: value" lines'],
  ["just text", 'config f:1: is no list of "key: value" lines'],
  ["debug: true\ntimeout: 'unterminated\n", "config f:3: is not YAML: Missing closing 'quote"],
  ["debug: true\ndebug: false\n", "config f:2: is not YAML: Map keys must be unique"],
])("refuses %j with file and line", async (text, message) => {
  await expect(parseConfig(text, "f")).rejects.toThrow(message);
});

test("a file that is not there is empty, or an error where it was asked for", async () => {
  const path = join(folder, "none.yaml");
  expect(await readConfigFile(path, { mustExist: false })).toMatchObject({ exists: false, values: {} });
  await expect(readConfigFile(path, { mustExist: true })).rejects.toThrow(
    `config ${path} cannot be read: no such file`,
  );
});

test("setting keys keeps comments and order and makes the file private", async () => {
  const path = join(folder, "crictl.yaml");
  await writeFile(path, SAMPLE, { mode: 0o644 });
  const file = await readConfigFile(path, { mustExist: true });
  await writeConfigFile(
    file,
    new Map<"timeout" | "max-retries", number>([
      ["timeout", 20],
      ["max-retries", 3],
    ]),
  );
  expect(await readFile(path, "utf8")).toBe(`${SAMPLE.replace("10", "20")}max-retries: 3\n`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("a new file is made with its folder", async () => {
  const path = join(folder, "deep", "crictl.yaml");
  await writeConfigFile(await readConfigFile(path, { mustExist: false }), new Map([["debug", true]]));
  expect(await readFile(path, "utf8")).toBe("debug: true\n");
});

test("a file that cannot be written is named", async () => {
  const path = join(folder, "crictl.yaml", "below", "f.yaml");
  const file = { path, exists: false, values: {}, text: "" };
  await expect(writeConfigFile(file, new Map([["debug", true]]))).rejects.toThrow(`config ${path} cannot be written: `);
});

test("the default path is the system's", () => {
  expect(defaultConfigPath("linux", {})).toBe("/etc/crictl.yaml");
  expect(defaultConfigPath("freebsd", {})).toBe("/usr/local/etc/crictl.yaml");
  expect(defaultConfigPath("win32", { USERPROFILE: "C:\\Users\\x" })).toBe("C:\\Users\\x\\.crictl\\crictl.yaml");
});
