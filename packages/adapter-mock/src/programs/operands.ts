import { FsError } from "../filesystem/fs-error.ts";
import type { ProgramContext } from "../process/program.ts";
import { complain, UsageError } from "./options.ts";

/** The last name of a path. */
export const baseName = (path: string): string => path.replace(/\/+$/, "").split("/").at(-1) || "/";

/** Does `each` for every operand, reports the ones that fail and goes on. */
export const forEachOperand = async (
  p: ProgramContext,
  operands: readonly string[],
  each: (path: string) => void | Promise<void>,
): Promise<number> => {
  if (operands.length === 0) throw new UsageError("missing operand");
  let status = 0;
  for (const operand of operands) {
    try {
      await each(operand);
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      await complain(p, error.message);
      status = 1;
    }
  }
  return status;
};
