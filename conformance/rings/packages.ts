import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Run, runProgram } from "../crikit.ts";
import type { Ring } from "../ring.ts";

const root = join(import.meta.dirname, "..", "..");

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
}

interface Packed {
  readonly manifest: Manifest;
  readonly tarball: string;
}

const succeed = (run: Run, what: string): string => {
  assert.equal(run.status, 0, `${what} exited ${run.status}:\n${run.stdout}${run.stderr}`);
  return run.stdout;
};

const npm = (args: readonly string[], cwd: string): string =>
  succeed(runProgram("npm", args, { cwd, timeoutMs: 300_000 }), `npm ${args.join(" ")}`);

const node = (args: readonly string[], cwd: string): string =>
  succeed(runProgram(process.execPath, args, { cwd, timeoutMs: 120_000 }), `node ${args.join(" ")}`);

const packAll = (folder: string): Packed[] =>
  readdirSync(join(root, "packages")).flatMap((name) => {
    const path = join(root, "packages", name);
    if (!existsSync(join(path, "package.json"))) return [];
    const manifest: Manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], path));
    return [{ manifest, tarball: join(folder, packed.filename) }];
  });

const entriesOf = ({ name, exports }: Manifest): string[] =>
  Object.keys(exports)
    .filter((path) => path !== "./package.json")
    .map((path) => name + path.slice(1));

export const ring: Ring = {
  name: "packages",
  summary: "npm pack of each package, installed together in an empty project: import, require, tsc, publint, attw",
  run: async (context) => {
    const tarballs = join(context.scratch, "tarballs");
    const project = join(context.scratch, "project");
    for (const folder of [tarballs, project]) mkdirSync(folder);
    node([join(root, "node_modules/nx/dist/bin/nx.js"), "run-many", "-t", "build"], root);
    const packed = packAll(tarballs);
    const entries = packed.flatMap(({ manifest }) => entriesOf(manifest));
    writeFileSync(join(project, "package.json"), '{ "name": "empty", "private": true }\n');
    npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packed.map(({ tarball }) => tarball)], project);

    for (const entry of entries) {
      const own = JSON.stringify(entry);
      await context.check(`import ${entry}`, () =>
        node(
          [
            "--input-type=module",
            "-e",
            `const m = await import(${own}); if (Object.keys(m).length === 0) throw new Error("empty")`,
          ],
          project,
        ),
      );
      await context.check(`require ${entry}`, () =>
        node(["-e", `if (Object.keys(require(${own})).length === 0) throw new Error("empty")`], project),
      );
    }
    const program = entries
      .map((entry, index) => `import * as m${index} from "${entry}";\nexport const k${index}: object = m${index};`)
      .join("\n");
    writeFileSync(join(project, "all.mts"), `${program}\n`);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ] as const) {
      const flags = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "false",
        "--target",
        "es2023",
        "--lib",
        "es2023,esnext.disposable",
      ];
      await context.check(`tsc with moduleResolution ${resolution}`, () =>
        node([tsc, ...flags, "--module", module, "--moduleResolution", resolution, "all.mts"], project),
      );
      await context.check(`tsc with moduleResolution ${resolution} finds a wrong use`, () => {
        writeFileSync(
          join(project, "wrong.mts"),
          'import { CriError } from "@crikit/cri-api";\nnew CriError("NoSuchCode", "x");\n',
        );
        const run = runProgram(
          process.execPath,
          [tsc, ...flags, "--module", module, "--moduleResolution", resolution, "wrong.mts"],
          {
            cwd: project,
          },
        );
        assert.match(run.stdout, /NoSuchCode/);
      });
    }
    for (const { manifest, tarball } of packed) {
      await context.check(`publint ${manifest.name}`, () =>
        node([join(root, "node_modules/publint/src/cli.js"), tarball, "--strict"], root),
      );
      await context.check(`attw ${manifest.name}`, () =>
        node(
          [
            join(root, "node_modules/@arethetypeswrong/cli/dist/index.js"),
            "--profile",
            "esm-only",
            "--no-emoji",
            tarball,
          ],
          root,
        ),
      );
      for (const bin of Object.keys(manifest.bin ?? {}))
        await context.check(`the installed ${bin} runs`, () =>
          succeed(runProgram(join(project, "node_modules/.bin", bin), ["--version"], { cwd: project }), bin),
        );
    }
  },
};
