import { dirname } from "node:path";
import { runGenerate } from "./generate/command.ts";

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const interruption = new AbortController();
let interrupted: number | undefined;
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    interrupted = exitCodes[signal];
    interruption.abort(new Error(`generate: stopped by ${signal}, nothing was changed`));
  });

const code = await runGenerate(process.argv.slice(2), {
  root: dirname(import.meta.dirname),
  signal: interruption.signal,
  lines: { out: (line) => console.log(line), error: (line) => console.error(line) },
});
process.exitCode = interrupted ?? code;
