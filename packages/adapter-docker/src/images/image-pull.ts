import { CriError } from "@crikit/cri-api";
import { formatKubeletError, KUBELET_ERRORS } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { PullProgress } from "../engine/types.ts";
import { toCriError } from "../translate/cri-error.ts";
import type { RegistryAuth } from "./auth.ts";
import { toPullReference } from "./reference.ts";

/** How a pull is bounded. */
export interface PullBounds {
  readonly auth: RegistryAuth | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A pull that makes no progress for so long is given up; unpacking is not counted. 0 is never. */
  readonly progressMs: number;
}

const unpacking = new Set(["Extracting", "Verifying Checksum", "Pull complete"]);

/** Watches a pull's progress: any change counts, and nothing is expected while a layer is being unpacked. */
const createProgressWatch = (limitMs: number, onStalled: () => void) => {
  const last = new Map<string, string>();
  const busy = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(timer);
    if (limitMs > 0 && busy.size === 0) timer = setTimeout(onStalled, limitMs);
  };
  arm();
  return {
    see(line: PullProgress): void {
      const id = line.id ?? "";
      const text = `${line.status ?? ""} ${line.progressDetail?.current ?? ""}`;
      if (line.status === "Extracting") busy.add(id);
      else if (unpacking.has(line.status ?? "")) busy.delete(id);
      if (last.get(id) === text) return;
      last.set(id, text);
      arm();
    },
    stop: () => clearTimeout(timer),
  };
};

const codeOfText = (text: string): "PermissionDenied" | "NotFound" | "Unknown" => {
  if (/unauthorized|denied|authentication required/i.test(text)) return "PermissionDenied";
  return /not found|manifest unknown|no such image/i.test(text) ? "NotFound" : "Unknown";
};

/** What a registry's refusal means to a kubelet; its texts are all there is to go by inside a stream that has begun with 200. */
const toPullError = (image: string, error: unknown): unknown => {
  if (error instanceof CriError) return error;
  if (!(error instanceof EngineError) || error.status === 0) return toCriError(error, `pulling image "${image}"`);
  const text = `pulling image "${image}": ${error.message}`;
  if (/\b50[234]\b|connection refused|no such host|i\/o timeout|TLS handshake timeout/i.test(error.message))
    return new CriError("Unavailable", formatKubeletError(KUBELET_ERRORS.registryUnavailable, text), { cause: error });
  const code = codeOfText(error.message);
  return code === "Unknown"
    ? toCriError(error, `pulling image "${image}"`)
    : new CriError(code, text, { cause: error });
};

/** Pulls an image and returns the engine's id of it. Cancelling the signal cancels the pull in the engine. */
export const pullImage = async (engine: Engine, image: string, bounds: PullBounds): Promise<string> => {
  const reference = toPullReference(image);
  const stalled = new AbortController();
  const watch = createProgressWatch(bounds.progressMs, () =>
    stalled.abort(
      new CriError(
        "DeadlineExceeded",
        `pulling image "${image}" made no progress for ${bounds.progressMs / 1000} s and was given up`,
      ),
    ),
  );
  const signal = bounds.signal === undefined ? stalled.signal : AbortSignal.any([bounds.signal, stalled.signal]);
  try {
    const progress = await engine.pullImage({
      repository: reference.repository,
      tag: reference.tag,
      auth: bounds.auth,
      signal,
    });
    for await (const line of progress) {
      watch.see(line);
      const failure = line.errorDetail?.message ?? line.error;
      if (failure !== undefined) throw new EngineError(500, failure);
    }
    const inspect = await engine.inspectImage(reference.name, { signal });
    return inspect.Id;
  } catch (error) {
    if (stalled.signal.aborted) throw stalled.signal.reason;
    if (bounds.signal?.aborted === true)
      throw new CriError("Canceled", `pulling image "${image}" was cancelled`, { cause: error });
    throw toPullError(image, error);
  } finally {
    watch.stop();
  }
};
