import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { installPackages, unpackEngine } from "./debian.ts";
import { tryRun } from "./shell.ts";

/** The engines of Debian's suites. */
export const ENGINE_SUITES = { "20.10": "bookworm", "26.1": "trixie", "28.5": "sid" } as const;

/** A release of the Docker Engine that the ring knows. */
export type EngineRelease = keyof typeof ENGINE_SUITES;

/** How an engine is started. */
export interface EngineOptions {
  readonly release: EngineRelease;
  /** Where engines of other suites are unpacked; a cache. */
  readonly cache: string;
  /** Its data, socket and log. */
  readonly state: string;
  /** The OCI runtime it uses; default the machine's runc. */
  readonly runtime?: string | undefined;
  readonly flags?: readonly string[] | undefined;
  readonly config?: object | undefined;
}

/** An engine of our own, apart from the machine's. */
export interface LabEngine {
  readonly release: EngineRelease;
  readonly socket: string;
  readonly state: string;
  readonly pid: number;
  /** The folder of its programs; undefined for the machine's own. */
  readonly bin: string | undefined;
  /** Ends it as an operator would; containers stay where live-restore is on. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<LabEngine>;
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const ping = request({ socketPath: socket, path: "/_ping", timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on("error", () => resolve(false));
    ping.on("timeout", () => ping.destroy());
    ping.end();
  });

/** An engine leaves the bridges of its networks on the machine when it ends: the adapter's is removed while it still answers. */
const removeNetwork = (socket: string): Promise<void> =>
  new Promise((resolve) => {
    const asked = request(
      { socketPath: socket, method: "DELETE", path: "/networks/crikit", timeout: 5_000 },
      (response) => {
        response.resume();
        response.on("end", resolve);
      },
    );
    asked.on("error", () => resolve());
    asked.on("timeout", () => asked.destroy());
    asked.end();
  });

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};

const programsOf = async (options: EngineOptions): Promise<string | undefined> => {
  await installPackages(["docker.io", "containerd", "runc", "iptables"]);
  if (options.release === "20.10") return undefined;
  return unpackEngine(join(options.cache, `engine-${options.release}`), ENGINE_SUITES[options.release]);
};

/** Starts an engine with its own data, containerd, network rules (none) and socket, and waits until it answers. */
export const startEngine = async (options: EngineOptions): Promise<LabEngine> => {
  const bin = await programsOf(options);
  const { state } = options;
  await mkdir(join(state, "bin"), { recursive: true });
  const runc = join(state, "bin", "runc");
  if (!existsSync(runc)) await symlink(options.runtime ?? "/usr/sbin/runc", runc);
  const config = join(state, "daemon.json");
  await writeFile(config, JSON.stringify(options.config ?? {}));
  const socket = join(state, "docker.sock");
  const log = openSync(join(state, "log"), "a");
  const path = [join(state, "bin"), ...(bin === undefined ? [] : [bin]), process.env.PATH ?? ""].join(delimiter);
  const child = spawn(
    bin === undefined ? "/usr/sbin/dockerd" : join(bin, "dockerd"),
    [
      ...["--config-file", config, "--data-root", join(state, "data"), "--exec-root", join(state, "exec")],
      ...["-p", join(state, "dockerd.pid"), "-H", `unix://${socket}`],
      ...["--bridge", "none", "--iptables=false", "--ip6tables=false"],
      ...(options.flags ?? []),
    ],
    { env: { ...process.env, PATH: path }, stdio: ["ignore", log, log], detached: true },
  );
  child.unref();
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null)
      throw new Error(`dockerd ${options.release} ended: ${(await readFile(join(state, "log"), "utf8")).slice(-2000)}`);
    if (existsSync(socket) && (await answers(socket))) break;
    if (tries === 299) throw new Error(`dockerd ${options.release} does not answer after 30 s: see ${state}/log`);
    await sleep(100);
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone(child);
  };
  return {
    release: options.release,
    socket,
    state,
    pid: child.pid ?? 0,
    bin,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await removeNetwork(socket);
      await end("SIGTERM");
    },
    kill: () => end("SIGKILL"),
    restart: async () => {
      await rm(join(state, "dockerd.pid"), { force: true });
      return startEngine(options);
    },
  };
};

/** Unmounts what an ended engine left below its folder, and ends the containerd and shims that outlived it. */
export const cleanEngine = async (state: string): Promise<void> => {
  const pidFile = join(state, "exec", "containerd", "containerd.pid");
  if (existsSync(pidFile)) {
    const pid = Number(await readFile(pidFile, "utf8"));
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes(state)) process.kill(pid, "SIGKILL");
  }
  const mounts = (await readFile("/proc/self/mounts", "utf8")).split("\n").map((line) => line.split(" ")[1] ?? "");
  for (const mount of mounts.filter((path) => path.startsWith(`${state}/`)).reverse())
    await tryRun("umount", ["-l", mount]);
};
