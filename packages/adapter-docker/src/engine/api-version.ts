/** The oldest API of the engine that is spoken: Docker 20.10. */
export const OLDEST_API_VERSION = "1.41";
/** The newest API whose answers are known here; a newer engine is spoken to in this one. */
export const NEWEST_API_VERSION = "1.52";

const minorOf = (version: string): number => {
  const match = /^1\.(\d+)$/.exec(version);
  if (match === null) throw new Error(`the engine's API version ${JSON.stringify(version)} is not 1.N`);
  return Number(match[1]);
};

/** Whether `version` is at least `wanted`, both as `1.44`. */
export const isApiAtLeast = (version: string, wanted: string): boolean => minorOf(version) >= minorOf(wanted);

/** Picks the version both sides speak; throws one clear line where there is none. */
export const negotiateApiVersion = (engine: {
  readonly newest: string;
  readonly oldest?: string | undefined;
}): string => {
  if (!isApiAtLeast(engine.newest, OLDEST_API_VERSION))
    throw new Error(
      `the Docker Engine speaks API ${engine.newest}; ${OLDEST_API_VERSION} (Docker 20.10) or newer is needed`,
    );
  const picked = isApiAtLeast(engine.newest, NEWEST_API_VERSION) ? NEWEST_API_VERSION : engine.newest;
  if (engine.oldest !== undefined && engine.oldest !== "" && !isApiAtLeast(picked, engine.oldest))
    throw new Error(
      `the Docker Engine speaks no API older than ${engine.oldest}; ${NEWEST_API_VERSION} is the newest known here`,
    );
  return picked;
};
