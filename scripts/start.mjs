// `npm start`: installs what is missing, builds, and runs the demo. Plain JavaScript, because on a fresh clone there is no tsx yet.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

const run = (command, args, options) => {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error !== undefined) {
    console.error(`crikit: cannot run ${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
};

/** Runs a step whose output only matters when it fails. */
const runQuietly = (title, command, args) => {
  process.stderr.write(`${title} … `);
  const started = Date.now();
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  if (result.status !== 0) {
    process.stderr.write(`failed\n${result.error?.message ?? ""}${result.stdout ?? ""}${result.stderr ?? ""}`);
    process.exit(result.status ?? 1);
  }
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
};

const isInstalled = () => {
  const installed = join(root, "node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
};

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `crikit needs Node 20.19 or newer; this is ${process.version}: install a newer one from your system or nodejs.org`,
  );
  process.exit(1);
}
if (!isInstalled()) runQuietly("installing packages (npm ci)", "npm", ["ci"]);
runQuietly("building", process.execPath, [
  join("node_modules", "nx", "dist", "bin", "nx.js"),
  "run",
  "@crikit/cli:build",
]);
run(process.execPath, [join("packages", "cli", "dist", "main.js"), "demo", ...process.argv.slice(2)]);
