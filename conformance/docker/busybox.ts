import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fetchSource, installPackages } from "./debian.ts";
import { run } from "./shell.ts";

/** Builds a static busybox with all its applets from Debian's source (Debian's own binary lacks pgrep and ipcs); `output` is kept as a cache. */
export const buildBusybox = async (output: string): Promise<string> => {
  if (existsSync(output)) return output;
  await installPackages(["gcc", "make", "libc6-dev", "bzip2", "dpkg-dev"]);
  const folder = `${output}.build`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const source = await fetchSource(folder, "bookworm", "busybox");
  await run("make", ["defconfig"], { cwd: source });
  const config = `${source}/.config`;
  const text = await readFile(config, "utf8");
  // tc needs headers that newer kernels dropped.
  await writeFile(
    config,
    text.replace("# CONFIG_STATIC is not set", "CONFIG_STATIC=y").replace("CONFIG_TC=y", "# CONFIG_TC is not set"),
  );
  await run("nice", ["make", "-j2", "busybox"], { cwd: source });
  await mkdir(dirname(output), { recursive: true });
  await copyFile(`${source}/busybox`, output);
  await rm(folder, { recursive: true, force: true });
  return output;
};
