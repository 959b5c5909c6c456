import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeBusyboxArchive } from "./image-archive.ts";
import { installDebianPackages } from "./packages.ts";

/** The image that every containerd of ours holds: a busybox with the usual applets. */
export const BUSYBOX_IMAGE = "registry.k8s.io/e2e-test-images/busybox:1.29-2";
const PAUSE_IMAGE = "registry.k8s.io/pause:3.6";

/** A containerd of a ring's own, apart from any that the machine runs. */
export interface Containerd {
  /** `unix:///…`, for `--runtime-endpoint`. */
  readonly endpoint: string;
  readonly socketPath: string;
  readonly version: string;
  /** Ends it by its process id and removes what its pods left. */
  stop(): Promise<void>;
}

const configOf = (folder: string, socketPath: string): string => `version = 2
root = "${folder}/root"
state = "${folder}/state"
[grpc]
  address = "${socketPath}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE_IMAGE}"
  stream_server_address = "127.0.0.1"
  stream_server_port = "0"
  restrict_oom_score_adj = true
  enable_unprivileged_ports = false
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "native"
  [plugins."io.containerd.grpc.v1.cri".cni]
    conf_dir = "${folder}/cni"
[plugins."io.containerd.internal.v1.opt"]
  path = "${folder}/opt"
`;

/**
 * Starts Debian's containerd (installed if missing) with its own root, state and socket in `folder`, and puts {@link BUSYBOX_IMAGE} and a pause
 * image into it. It has no CNI configuration: pods need the host's network (`namespace_options.network: NODE`).
 */
export const startContainerd = async (
  folder: string,
  options: {
    /** The folder of `containerd`, its shim and `ctr`. Default: Debian's package. */
    readonly programs?: string;
  } = {},
): Promise<Containerd> => {
  installDebianPackages("containerd", "runc", "busybox-static");
  const programs = options.programs ?? "/usr/bin";
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH ?? ""}` };
  for (const name of ["cni", "opt", "images"]) mkdirSync(join(folder, name), { recursive: true });
  const version =
    spawnSync(join(programs, "containerd"), ["--version"], { encoding: "utf8" }).stdout.split(" ")[2] ?? "";
  const socketPath = join(folder, "containerd.sock");
  const configPath = join(folder, "config.toml");
  const logPath = join(folder, "containerd.log");
  writeFileSync(configPath, configOf(folder, socketPath));
  const log = openSync(logPath, "a");
  const child = spawn(join(programs, "containerd"), ["--config", configPath], {
    stdio: ["ignore", log, log],
    detached: true,
    env,
  });
  closeSync(log);
  const ctr = (...args: string[]) =>
    spawnSync(join(programs, "ctr"), ["-a", socketPath, "-n", "k8s.io", ...args], { encoding: "utf8", env });
  const stop = async (): Promise<void> => {
    for (const id of ctr("tasks", "ls", "-q").stdout?.split("\n") ?? []) if (id !== "") ctr("tasks", "rm", "-f", id);
    child.kill("SIGTERM");
    for (let tries = 0; child.exitCode === null && child.signalCode === null && tries < 100; tries += 1)
      await sleep(50);
    for (const line of readFileSync("/proc/mounts", "utf8").split("\n").reverse()) {
      const path = line.split(" ")[1] ?? "";
      if (path.startsWith(`${folder}/`)) spawnSync("umount", ["-l", path]);
    }
  };
  for (let tries = 0; !existsSync(socketPath) || ctr("version").status !== 0; tries += 1) {
    if (child.exitCode !== null || tries > 200) {
      await stop();
      throw new Error(
        `containerd did not answer on ${socketPath}; the end of its log:\n${readFileSync(logPath, "utf8").slice(-1500)}`,
      );
    }
    await sleep(100);
  }
  for (const [tag, command] of [
    [BUSYBOX_IMAGE, ["sh"]],
    [PAUSE_IMAGE, ["sh", "-c", "trap 'exit 0' TERM INT; while :; do sleep 3600 & wait; done"]],
  ] as const) {
    const archive = writeBusyboxArchive({
      folder: join(folder, "images"),
      busybox: "/bin/busybox",
      tags: [tag],
      command,
    });
    // From 2.0 on ctr leaves imports to the daemon, unless told otherwise, and that one knows its own snapshotter alone.
    const local = version.startsWith("1.") ? [] : ["--local"];
    const run = ctr("images", "import", ...local, "--snapshotter", "native", archive);
    if (run.status !== 0) {
      await stop();
      throw new Error(`ctr images import of ${tag} failed: ${run.stderr}`);
    }
  }
  return { endpoint: `unix://${socketPath}`, socketPath, version, stop };
};
