import { dirname, join, normalize } from "node:path/posix";

/** What each package may import of the others: DESIGN's order. A package that is not named may import none and be imported by none. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  grpc: [],
  "cri-api": ["grpc"],
  "cri-runtime": ["cri-api"],
  gateway: ["cri-api"],
  streaming: ["cri-api", "cri-runtime"],
  "adapter-mock": ["cri-api", "cri-runtime"],
  "adapter-docker": ["cri-api", "cri-runtime"],
  "kube-front": ["cri-api", "cri-runtime", "streaming"],
  cli: ["grpc", "cri-api", "cri-runtime", "gateway", "streaming", "adapter-mock", "adapter-docker", "kube-front"],
};

/** Modules of Node that a package must not know, because its layer knows no such thing. */
export const FORBIDDEN_MODULES: Readonly<Record<string, readonly string[]>> = {
  grpc: ["node:http2"],
  "cri-runtime": ["node:http", "node:http2", "node:https", "node:net", "dockerode", "ws"],
  "adapter-mock": ["dockerode", "ws"],
  streaming: ["dockerode"],
};

/** One source file: its path from the repository's root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\n]+)["']/g;

/** Every module specifier that a source imports or exports from, static or dynamic. Comments are taken out first. */
export const importsOf = (text: string): string[] => {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? "");
};

const packageOf = (path: string): string => path.split("/")[1] ?? "";

const folderOf = (path: string): string => {
  const parts = path.split("/").slice(3);
  return parts.length > 1 ? (parts[0] ?? "") : "";
};

const checkPackageImport = (file: SourceFile, specifier: string, declared: ReadonlySet<string>): string[] => {
  const from = packageOf(file.path);
  const forbidden = FORBIDDEN_MODULES[from] ?? [];
  if (forbidden.includes(specifier)) return [`${file.path} imports ${specifier}, which ${from} must not know`];
  if (!specifier.startsWith("@crikit/")) return [];
  const to = specifier.split("/")[1] ?? "";
  if (to === from) return [`${file.path} imports its own package by name (${specifier}): import the file`];
  if (!(LAYERS[from] ?? []).includes(to)) return [`${file.path} imports ${specifier}: ${from} may not know ${to}`];
  return declared.has(`@crikit/${to}`)
    ? []
    : [`${file.path} imports ${specifier}, which its package.json does not declare`];
};

/** Finds a cycle among the folders of one package and gives it as a path, or undefined. */
const findCycle = (edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined => {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== undefined) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
};

/**
 * Names each import against the order of packages, each one that package.json does not declare, each file in a folder that imports from `src/`
 * itself, and each cycle of folders. `declared` gives a package's dependencies by its folder's name. Tests are held to none of it.
 */
export const findLayerFaults = (
  files: readonly SourceFile[],
  declared: (packageFolder: string) => ReadonlySet<string>,
): string[] => {
  const faults: string[] = [];
  const edges = new Map<string, Map<string, Set<string>>>();
  for (const file of files) {
    if (file.path.endsWith(".test.ts")) continue;
    const name = packageOf(file.path);
    const source = `packages/${name}/src`;
    const folders = edges.get(name) ?? new Map<string, Set<string>>();
    edges.set(name, folders);
    for (const specifier of importsOf(file.text)) {
      if (!specifier.startsWith(".")) {
        faults.push(...checkPackageImport(file, specifier, declared(name)));
        continue;
      }
      const target = normalize(join(dirname(file.path), specifier));
      if (!target.startsWith(`${source}/`)) faults.push(`${file.path} imports ${specifier}, outside its package's src`);
      const from = folderOf(file.path);
      const to = folderOf(target);
      if (from === "" || from === to) continue;
      if (to === "") faults.push(`${file.path} imports ${specifier} from src/ itself: a folder must not`);
      else folders.set(from, (folders.get(from) ?? new Set()).add(to));
    }
  }
  for (const [name, folders] of edges) {
    const cycle = findCycle(folders);
    if (cycle !== undefined) faults.push(`packages/${name}/src has a cycle of folders: ${cycle.join(" -> ")}`);
  }
  return faults;
};
