import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const tryTake = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, "wx");
    await file.writeFile(`${process.pid}\n`);
    await file.close();
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    return false;
  }
};

/** Waits until no other process holds `path`: two labs on one machine would take each other's port and names away. Returns what gives it back. */
export const takeLock = async (path: string, log: (line: string) => void): Promise<() => Promise<void>> => {
  for (let said = false; !(await tryTake(path)); ) {
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (holder > 0 && !isAlive(holder)) {
      await rm(path, { force: true });
      continue;
    }
    if (!said) log(`waiting for the lab of process ${holder} to end`);
    said = true;
    await sleep(500);
  }
  return () => rm(path, { force: true });
};
