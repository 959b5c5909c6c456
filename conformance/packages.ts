import { spawnSync } from "node:child_process";

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: "utf8", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });

const isInstalled = (name: string): boolean =>
  run("dpkg-query", "-W", "-f", "$" + "{db:Status-Status}", name).stdout === "installed";

/**
 * Installs Debian packages that a ring needs, if they are missing. One installation at a time on this machine; throws with apt's own words
 * and what to do by hand where there is no apt, no root or no network.
 */
export const installDebianPackages = (...names: readonly string[]): void => {
  if (run("dpkg-query", "--version").status !== 0)
    throw new Error(
      `this ring needs ${names.join(", ")}, and this system has no dpkg to install them with: run it on Debian`,
    );
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const install = ["/tmp/crikit-apt.lock", "apt-get", "install", "-y", "-q", "--no-install-recommends", ...missing];
  if (run("flock", ...install).status === 0) return;
  run("flock", "/tmp/crikit-apt.lock", "apt-get", "update", "-q");
  const again = run("flock", ...install);
  if (again.status !== 0) {
    const words = `${again.stdout}${again.stderr}`.trim().split("\n").slice(-4).join("\n");
    throw new Error(`could not install ${missing.join(", ")}; as root: apt-get install ${missing.join(" ")}\n${words}`);
  }
};
