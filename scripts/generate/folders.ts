import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "./render.ts";

/** How a file in place differs from the one generated afresh. */
export interface Difference {
  /** `changed`: other bytes; `missing`: not in place; `stray`: in place, but nothing generates it. */
  readonly kind: "changed" | "missing" | "stray";
  /** Relative to the folder. */
  readonly file: string;
}

/** Compares the folder in place with a fresh one, by name and byte. */
export const compareFolders = (fresh: string, inPlace: string): Difference[] => {
  const wanted = listFiles(fresh);
  const present = new Set(existsSync(inPlace) ? listFiles(inPlace) : []);
  const differences: Difference[] = [];
  for (const file of wanted) {
    if (!present.delete(file)) differences.push({ kind: "missing", file });
    else if (!readFileSync(join(fresh, file)).equals(readFileSync(join(inPlace, file))))
      differences.push({ kind: "changed", file });
  }
  for (const file of present) differences.push({ kind: "stray", file });
  return differences;
};

/** A fresh folder and where it belongs. */
export interface Swap {
  readonly fresh: string;
  readonly inPlace: string;
  /** Where the folder in place goes: a free name on the same file system. */
  readonly aside: string;
}

/**
 * Puts every fresh folder in its place by renaming, all in one turn of the event loop, so that no signal is served in between. If one
 * rename fails, those before it are undone and the error is thrown: the old output stands, whole.
 */
export const swapFolders = (swaps: readonly Swap[]): void => {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    undo.unshift(() => renameSync(to, from));
  };
  try {
    for (const { fresh, inPlace, aside } of swaps) {
      if (existsSync(inPlace)) move(inPlace, aside);
      else mkdirSync(dirname(inPlace), { recursive: true });
      move(fresh, inPlace);
    }
  } catch (error) {
    for (const step of undo) step();
    throw error;
  }
};
