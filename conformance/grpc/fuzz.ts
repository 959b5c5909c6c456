import { join } from "node:path";
import type { RingContext } from "../ring.ts";
import { runBeside, tsCommand } from "./process.ts";

const CONNECTIONS = 100_000;
const QUICK_CONNECTIONS = 20_000;

/** Mutated connections against our server and client, in a process of its own. */
export const runFuzz = async (context: RingContext): Promise<void> => {
  const connections = context.quick ? QUICK_CONNECTIONS : CONNECTIONS;
  await context.check(`${connections} mutated connections: no crash, no leak, memory bounded`, async () => {
    const seed = Number(process.env.FUZZ_SEED ?? 1);
    const [command, ...args] = tsCommand(
      join(import.meta.dirname, "fuzz-program.ts"),
      String(seed),
      String(connections),
    );
    const run = await runBeside(command, ["--expose-gc", ...args], { signal: context.signal, timeoutMs: 1_200_000 });
    context.log(run.output.trim());
    if (run.status !== 0) throw new Error(`run it again with FUZZ_SEED=… : ${run.output.slice(-2000)}`);
  });
};
