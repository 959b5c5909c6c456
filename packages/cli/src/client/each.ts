import type { CommandContext } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Does the same with each of several things, a few at a time. A failure does not keep the others from their turn: it is said on stderr, and the
 * last word is how many there were. With one thing its error is the command's own.
 */
export const forEach = async (
  context: CommandContext,
  things: readonly string[],
  act: (thing: string) => Promise<void>,
  options: { readonly atOnce?: number } = {},
): Promise<void> => {
  const [only] = things;
  if (things.length === 1 && only !== undefined) return act(only);
  let failed = 0;
  const waiting = [...things].reverse();
  const worker = async (): Promise<void> => {
    for (let thing = waiting.pop(); thing !== undefined && !context.signal.aborted; thing = waiting.pop()) {
      try {
        await act(thing);
      } catch (error) {
        failed += 1;
        context.warn(errorText(error));
      }
    }
  };
  await Promise.all(Array.from({ length: options.atOnce ?? 1 }, worker));
  if (failed > 0) throw new CommandError(`${failed} of ${things.length} failed`);
};
