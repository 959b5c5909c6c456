import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** What to build with Go. */
export interface GoBuild {
  /** The folder under `conformance/clients/` whose go.mod and go.sum decide the versions. */
  readonly module: string;
  /** The package to build: an import path, or `./folder` inside the module. */
  readonly package: string;
  /** The binary's name. */
  readonly output: string;
  /** Builds the package's tests (`go test -c`). */
  readonly test?: boolean;
  /** Linker flags, as for `-ldflags`. */
  readonly ldflags?: string;
}

/** A ring's peer needs a program that this machine lacks; the message says which and what to install. */
export class MissingProgramError extends Error {}

/** The version of Go on this machine; an error that says what to install where there is none. */
export const goVersion = (): string => {
  const run = spawnSync("go", ["version"], { encoding: "utf8" });
  if (run.error !== undefined || run.status !== 0)
    throw new MissingProgramError(
      "this ring builds Go programs and there is no `go` on the PATH: install Go 1.26 or newer and run it again",
    );
  return run.stdout.trim();
};

/**
 * Builds a Go program of `conformance/clients/` and returns its path. The binary stays in `.cache/go/`, named after a hash of go.mod, go.sum,
 * the module's own sources and the build's settings, so that only a change builds it again.
 */
export const buildGo = (build: GoBuild): string => {
  const version = goVersion();
  const folder = join(root, "conformance", "clients", build.module);
  const hash = createHash("sha256").update(version).update(JSON.stringify(build));
  const own = build.package.startsWith("./")
    ? spawnSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.go"], { cwd: folder, encoding: "utf8" })
        .stdout
    : "";
  for (const file of [
    "go.mod",
    "go.sum",
    ...own
      .split("\n")
      .filter((line) => line !== "")
      .sort(),
  ]) {
    if (existsSync(join(folder, file))) hash.update(readFileSync(join(folder, file)));
  }
  const output = join(root, ".cache", "go", `${build.output}-${hash.digest("hex").slice(0, 12)}`);
  if (existsSync(output)) return output;
  mkdirSync(join(root, ".cache", "go"), { recursive: true });
  const partial = `${output}.partial-${process.pid}`;
  const flags = build.ldflags === undefined ? [] : ["-ldflags", build.ldflags];
  const command = build.test === true ? ["test", "-c"] : ["build"];
  const run = spawnSync("go", [...command, "-mod=readonly", "-trimpath", ...flags, "-o", partial, build.package], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOTOOLCHAIN: "local" },
  });
  if (run.status !== 0) throw new Error(`go ${command.join(" ")} ${build.package} in ${folder} failed:\n${run.stderr}`);
  renameSync(partial, output);
  return output;
};
