import { CriError } from "@crikit/cri-api";
import { isEngineError } from "../engine/engine-error.ts";
import type { ContainerCreate } from "../engine/types.ts";
import { asking } from "../translate/cri-error.ts";
import type { RuntimeParts } from "./parts.ts";

/** What is to be created under a name that nobody else may have. */
export interface NamedCreate {
  readonly name: string;
  /** For errors: `pod sandbox "ns/pod"`. */
  readonly what: string;
  readonly config: ContainerCreate;
  readonly signal: AbortSignal | undefined;
}

/**
 * Creates a container. A name in use means that the same thing was created before, by a call whose answer was lost: what does not run is removed and
 * made anew, what runs is left alone. The engine's status decides, not its text.
 */
export const createNamed = async (parts: RuntimeParts, create: NamedCreate): Promise<string> => {
  const { engine } = parts;
  const { name, what, config, signal } = create;
  const tryOnce = (): Promise<string> => engine.createContainer(name, config, { signal });
  return asking(what, async () => {
    try {
      return await tryOnce();
    } catch (error) {
      if (!isEngineError(error, 409)) throw error;
      const found = await engine.inspectContainer(name).catch((cause: unknown) => {
        if (isEngineError(cause, 404)) return undefined;
        throw cause;
      });
      if (found?.State?.Running === true)
        throw new CriError("AlreadyExists", `${what} exists and runs: "${found.Id}"`, { cause: error });
      if (found !== undefined) {
        await engine.removeContainer(found.Id, { force: true });
        parts.inventory.forget(found.Id);
      }
      return await tryOnce();
    }
  });
};
