/** The label that says what a container of the engine is in CRI's terms: `podsandbox` or `container`. */
export const TYPE_LABEL = "io.kubernetes.docker.type";
/** The label that names the pod sandbox of a container. */
export const SANDBOX_LABEL = "io.kubernetes.sandbox.id";
/** The label with the absolute path of a container's log. */
export const LOG_PATH_LABEL = "io.kubernetes.container.logpath";
/** The kubelet's label with the container's name; a sandbox container has it as `POD` for cAdvisor. */
export const CONTAINER_NAME_LABEL = "io.kubernetes.container.name";
/** The label with what neither the engine nor the other labels can say, as JSON. */
export const FACTS_LABEL = "io.crikit.facts";
/** The label of a named instance; what lacks it belongs to the default instance. */
export const INSTANCE_LABEL = "io.crikit.instance";

const annotationPrefix = "annotation.";
const internal = new Set([TYPE_LABEL, SANDBOX_LABEL, LOG_PATH_LABEL, FACTS_LABEL, INSTANCE_LABEL]);

type Pairs = Readonly<Record<string, string>>;

/** Labels and annotations as CRI has them. */
export interface CriLabels {
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
}

/** What a container is labelled with in the engine. */
export interface EngineLabels extends CriLabels {
  readonly kind: "podsandbox" | "container";
  readonly instance: string;
  readonly podSandboxId?: string;
  readonly logPath?: string;
  /** Stored as JSON beside the rest. */
  readonly facts: object;
}

const samePairs = (one: Pairs, other: Pairs): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

const join = (given: EngineLabels, facts: object): Record<string, string> => ({
  ...given.labels,
  ...Object.fromEntries(Object.entries(given.annotations).map(([key, value]) => [`${annotationPrefix}${key}`, value])),
  [TYPE_LABEL]: given.kind,
  ...(given.kind === "podsandbox" ? { [CONTAINER_NAME_LABEL]: "POD" } : {}),
  ...(given.podSandboxId === undefined ? {} : { [SANDBOX_LABEL]: given.podSandboxId }),
  ...(given.logPath === undefined ? {} : { [LOG_PATH_LABEL]: given.logPath }),
  ...(given.instance === "" ? {} : { [INSTANCE_LABEL]: given.instance }),
  [FACTS_LABEL]: JSON.stringify(facts),
});

/** CRI's labels and annotations in the engine's one set of labels, as cri-dockerd lays them out. */
export const toEngineLabels = (given: EngineLabels): Record<string, string> => {
  const plain = join(given, given.facts);
  const back = splitLabels(plain);
  // Keys that mean something here cannot be told from the user's own: then the exact pairs are kept among the facts.
  if (samePairs(back.labels, given.labels) && samePairs(back.annotations, given.annotations)) return plain;
  return join(given, { ...given.facts, labels: given.labels, annotations: given.annotations });
};

const splitLabels = (engineLabels: Pairs): CriLabels => {
  const labels: Record<string, string> = {};
  const annotations: Record<string, string> = {};
  const isSandbox = engineLabels[TYPE_LABEL] === "podsandbox";
  for (const [key, value] of Object.entries(engineLabels)) {
    if (internal.has(key)) continue;
    if (isSandbox && key === CONTAINER_NAME_LABEL) continue;
    if (key.startsWith(annotationPrefix)) annotations[key.slice(annotationPrefix.length)] = value;
    else labels[key] = value;
  }
  return { labels, annotations };
};

const parseFacts = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the facts label holds, of the shape that was stored; `undefined` for a container that cri-dockerd or dockershim made. */
export const factsOf = <T extends object>(engineLabels: Pairs): Partial<T> | undefined => {
  const facts = parseFacts(engineLabels[FACTS_LABEL]);
  return typeof facts === "object" && facts !== null ? (facts as Partial<T>) : undefined;
};

/** CRI's labels and annotations out of the engine's labels. */
export const fromEngineLabels = (engineLabels: Pairs): CriLabels => {
  const exact = factsOf<CriLabels>(engineLabels);
  return exact?.labels !== undefined && exact.annotations !== undefined
    ? { labels: exact.labels, annotations: exact.annotations }
    : splitLabels(engineLabels);
};

/** Whether a container with these labels is this instance's: a named one sees its own, the default one all that have no name. */
export const isOfInstance = (engineLabels: Pairs, instance: string): boolean =>
  engineLabels[TYPE_LABEL] !== undefined && (engineLabels[INSTANCE_LABEL] ?? "") === instance;
