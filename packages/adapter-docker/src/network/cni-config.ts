import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One plugin's part of a network, as its file has it. */
export interface CniPlugin {
  readonly type: string;
  readonly capabilities?: Readonly<Record<string, boolean>>;
  readonly [key: string]: unknown;
}

/** A network: a chain of plugins. */
export interface CniNetwork {
  readonly name: string;
  readonly cniVersion: string;
  readonly disableCheck: boolean;
  readonly plugins: readonly CniPlugin[];
}

interface RawNetwork {
  readonly name?: string;
  readonly cniVersion?: string;
  readonly disableCheck?: boolean;
  readonly plugins?: readonly CniPlugin[];
  readonly type?: string;
}

/** Reads a network of its file's text: a list of plugins, or one alone. Throws for what is neither. */
export const parseCniNetwork = (text: string): CniNetwork => {
  const raw: RawNetwork = JSON.parse(text);
  const { name = "", cniVersion = "0.2.0", disableCheck = false } = raw;
  const plugins = raw.plugins ?? (raw.type === undefined ? [] : [{ ...raw, type: raw.type }]);
  if (name === "") throw new Error("it has no name");
  if (plugins.length === 0 || plugins.some((plugin) => typeof plugin.type !== "string"))
    throw new Error("it names no plugin");
  return { name, cniVersion, disableCheck, plugins };
};

/** Finds the network to use: the first file by name that holds one. `problem` says what is wrong where there is none. */
export const findCniNetwork = async (
  folder: string,
): Promise<{ readonly network?: CniNetwork; readonly problem: string }> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /\.(conflist|conf|json)$/.test(file)).sort();
  const problems: string[] = [];
  for (const file of files) {
    try {
      return { network: parseCniNetwork(await readFile(join(folder, file), "utf8")), problem: "" };
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const what = problems.length === 0 ? "it has no .conflist, .conf or .json" : problems.join("; ");
  return { problem: `no CNI network in ${folder} (${what}): install a network add-on, or serve with --network bridge` };
};

/** Whether a version such as `1.1.0` is at least another. */
export const isCniAtLeast = (version: string, wanted: string): boolean => {
  const [one, other] = [version, wanted].map((text) => text.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (one?.[index] ?? 0) - (other?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};
