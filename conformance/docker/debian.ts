import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, tryRun } from "./shell.ts";

const lock = "/tmp/crikit-apt.lock";
const policy = "/usr/sbin/policy-rc.d";

const apt = (words: readonly string[], cwd?: string): Promise<string> =>
  run("flock", [lock, "apt-get", ...words], { cwd, env: { DEBIAN_FRONTEND: "noninteractive" } });

/** Installs the Debian packages that are missing; none of their services is started. Needs root. */
export const installPackages = async (names: readonly string[]): Promise<void> => {
  const missing: string[] = [];
  for (const name of names) {
    const found = await tryRun("dpkg", ["-s", name]);
    if (!found.stdout.includes("\nStatus: install ok installed\n")) missing.push(name);
  }
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0)
    throw new Error(`packages are missing and only root can install them: ${missing.join(", ")}`);
  await apt(["update", "-q"]);
  const ours = !existsSync(policy);
  if (ours) await writeFile(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    await apt(["install", "-y", "-q", "--no-install-recommends", ...missing]);
  } finally {
    if (ours) await rm(policy, { force: true });
  }
};

const archiveUri = async (): Promise<string> => {
  const sources = await readFile("/etc/apt/sources.list.d/debian.sources", "utf8");
  const uri = /^URIs: *(\S+)/m.exec(sources)?.[1];
  if (uri === undefined) throw new Error("/etc/apt/sources.list.d/debian.sources names no archive");
  return uri;
};

/** Options that make apt read one suite of Debian's archive and keep its lists in `folder`. */
const suiteOptions = async (folder: string, kind: "deb" | "deb-src", suite: string): Promise<string[]> => {
  await mkdir(join(folder, "lists", "partial"), { recursive: true });
  await mkdir(join(folder, "cache", "archives", "partial"), { recursive: true });
  const key = "/usr/share/keyrings/debian-archive-keyring.gpg";
  await writeFile(join(folder, "sources.list"), `${kind} [signed-by=${key}] ${await archiveUri()} ${suite} main\n`);
  return [
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    "Dir::Etc::sourceparts=/dev/null",
    `Dir::State::lists=${folder}/lists`,
    `Dir::Cache=${folder}/cache`,
  ].flatMap((option) => ["-o", option]);
};

/** Fetches a source package of a suite into `folder` and unpacks its upstream tar; returns the folder of the sources. */
export const fetchSource = async (folder: string, suite: string, name: string): Promise<string> => {
  const options = await suiteOptions(folder, "deb-src", suite);
  await apt([...options, "update", "-q"]);
  await apt([...options, "source", "--download-only", name], folder);
  const tarball = (await readdir(folder)).find((file) => file.includes(".orig.tar."));
  if (tarball === undefined) throw new Error(`the source package ${name} of ${suite} has no upstream tar`);
  await run("tar", ["xf", tarball], { cwd: folder });
  const unpacked = (await readdir(folder, { withFileTypes: true })).find(
    (entry) => entry.isDirectory() && entry.name.startsWith(`${name}-`),
  );
  if (unpacked === undefined) throw new Error(`${tarball} holds no folder ${name}-…`);
  return join(folder, unpacked.name);
};

const programs = ["dockerd", "containerd", "containerd-shim-runc-v2", "docker-init", "docker-proxy", "docker", "ctr"];

/** Unpacks the engine of another suite into `folder` (nothing is installed) and returns the folder of its programs. */
export const unpackEngine = async (folder: string, suite: string): Promise<string> => {
  const bin = join(folder, "bin");
  if (existsSync(join(bin, "dockerd"))) return bin;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const options = await suiteOptions(partial, "deb", suite);
  await apt([...options, "update", "-q"]);
  await apt([...options, "download", "docker.io", "containerd", "runc", "tini"], partial);
  for (const file of await readdir(partial))
    if (file.endsWith(".deb")) await run("dpkg", ["-x", file, "root"], { cwd: partial });
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  await mkdir(`${bin}.partial`);
  for (const program of programs) {
    const found = ["sbin", "bin", "libexec/docker", "libexec"]
      .map((place) => join(folder, "root", "usr", place, program))
      .find((path) => existsSync(path));
    if (found !== undefined) await symlink(found, join(`${bin}.partial`, program));
  }
  await rename(`${bin}.partial`, bin);
  return bin;
};
