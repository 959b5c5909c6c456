import { CriError } from "@crikit/cri-api";

/** Refuses what Docker cannot do: nothing that was asked for is left out in silence. */
export const cannot = (what: string, why: string): never => {
  throw new CriError("InvalidArgument", `${what} is not possible on Docker: ${why}`);
};
