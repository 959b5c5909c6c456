import { type Call, CriError } from "@crikit/cri-api";
import { isEngineError } from "../engine/engine-error.ts";
import { asking } from "../translate/cri-error.ts";
import type { RuntimeParts } from "./parts.ts";

/** Removes images one call after another for each: two calls for one image do not get in each other's way. */
export const createImageRemover = (parts: RuntimeParts) => {
  const running = new Map<string, Promise<void>>();

  const removeRef = async (ref: string, call: Call | undefined): Promise<void> => {
    try {
      await parts.engine.removeImage(ref, { signal: call?.signal });
    } catch (error) {
      if (!isEngineError(error, 404)) throw error;
    }
  };

  const removeAll = async (id: string, call: Call | undefined): Promise<void> => {
    const image = await parts.images.find(id);
    if (image === undefined) return;
    try {
      // All names go, as CRI 1.36 has it; the last one takes the image along, an image without names goes by its id.
      for (const ref of [...image.repoTags, ...image.repoDigests]) await removeRef(ref, call);
      await removeRef(id, call);
    } finally {
      parts.images.touch();
    }
  };

  return async (name: string, call?: Call): Promise<void> => {
    const image = await parts.images.find(name);
    if (image === undefined) throw new CriError("NotFound", `image "${name}" does not exist`);
    const before = running.get(image.id) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => asking(`image "${name}"`, () => removeAll(image.id, call)));
    running.set(image.id, mine);
    try {
      await mine;
    } finally {
      if (running.get(image.id) === mine) running.delete(image.id);
    }
  };
};
