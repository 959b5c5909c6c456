import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const APPLETS =
  "sh cat ls echo env sleep date id true false head tail wc yes seq printf hostname pwd kill ps dd md5sum nc httpd test mkdir rm stty tee";

const writeRootfs = (folder: string, busybox: string): void => {
  for (const name of ["bin", "etc", "tmp", "root", "proc", "sys", "dev", "www"])
    mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(busybox, join(folder, "bin/busybox"));
  chmodSync(join(folder, "bin/busybox"), 0o755);
  for (const applet of APPLETS.split(" ")) symlinkSync("busybox", join(folder, "bin", applet));
  writeFileSync(join(folder, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  writeFileSync(join(folder, "etc/group"), "root:x:0:\n");
};

/**
 * Makes an image archive (as `docker save` writes) of a busybox with the usual applets, under the names given, and returns its path.
 * `command` is the image's default command.
 */
export const writeBusyboxArchive = (options: {
  readonly folder: string;
  readonly busybox: string;
  readonly tags: readonly string[];
  readonly command: readonly string[];
}): string => {
  const work = join(
    options.folder,
    `image-${createHash("sha256").update(options.tags.join()).digest("hex").slice(0, 8)}`,
  );
  const rootfs = join(work, "rootfs");
  writeRootfs(rootfs, options.busybox);
  const tar = (output: string, folder: string, ...entries: string[]): void => {
    const run = spawnSync(
      "tar",
      ["-C", folder, "--numeric-owner", "--owner=0", "--group=0", "-cf", output, ...entries],
      { encoding: "utf8" },
    );
    if (run.status !== 0) throw new Error(`tar failed: ${run.stderr}`);
  };
  tar(join(work, "layer.tar"), rootfs, ".");
  const layer = createHash("sha256")
    .update(readFileSync(join(work, "layer.tar")))
    .digest("hex");
  const config = {
    architecture: process.arch === "x64" ? "amd64" : process.arch,
    os: "linux",
    config: { Cmd: options.command, Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"] },
    rootfs: { type: "layers", diff_ids: [`sha256:${layer}`] },
  };
  writeFileSync(join(work, "config.json"), JSON.stringify(config));
  writeFileSync(
    join(work, "manifest.json"),
    JSON.stringify([{ Config: "config.json", RepoTags: options.tags, Layers: ["layer.tar"] }]),
  );
  const archive = `${work}.tar`;
  tar(archive, work, "manifest.json", "config.json", "layer.tar");
  rmSync(work, { recursive: true });
  return archive;
};
