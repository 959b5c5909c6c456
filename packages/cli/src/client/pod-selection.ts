import type { CriService, PodSandbox } from "@crikit/cri-api";
import { PodSandboxState } from "@crikit/cri-api";
import type { FlagValues } from "../arguments/flag.ts";
import { listPodSandboxes } from "./lists.ts";
import { POD, resolveIds } from "./resolve-ids.ts";
import { newestFirst, parseLabels, parsePattern, takeLatest } from "./selection.ts";

const STATES = { ready: PodSandboxState.SANDBOX_READY, notready: PodSandboxState.SANDBOX_NOTREADY } as const;
const stateNames = Object.keys(STATES) as readonly (keyof typeof STATES)[];

/** The flags that say which pods a command is for. */
export const POD_SELECTION = {
  name: { kind: "text", placeholder: "REGEXP", summary: "Only pods whose name matches" },
  namespace: { kind: "text", placeholder: "REGEXP", summary: "Only pods whose namespace matches" },
  state: {
    kind: "text",
    short: "s",
    choices: stateNames,
    completion: stateNames,
    summary: "Only pods of this state",
  },
  label: { kind: "list", placeholder: "KEY=VALUE", summary: "Only pods with this label; may be given several times" },
  latest: { kind: "switch", short: "l", summary: "Only the one created last" },
  last: { kind: "integer", short: "n", summary: "Only so many created last; 0 is all" },
} as const;

/** The values of {@link POD_SELECTION}, and an id. */
export interface PodChoice extends FlagValues<typeof POD_SELECTION> {
  readonly id?: string | undefined;
}

/** The pod sandboxes that the flags choose, the newest first. */
export const selectPodSandboxes = async (service: CriService, choice: PodChoice): Promise<readonly PodSandbox[]> => {
  const name = parsePattern(choice.name, "--name");
  const namespace = parsePattern(choice.namespace, "--namespace");
  const state = choice.state === undefined ? undefined : STATES[choice.state as keyof typeof STATES];
  const listed = await listPodSandboxes(service, {
    id: choice.id ?? "",
    labelSelector: parseLabels(choice.label, "--label"),
    ...(state !== undefined && { state: { state } }),
  });
  const kept = listed.filter(
    ({ metadata }) => name.test(metadata?.name ?? "") && namespace.test(metadata?.namespace ?? ""),
  );
  return takeLatest(newestFirst(kept), choice);
};

/** Whole ids of the pod sandboxes that were typed. */
export const resolvePodIds = (service: CriService, typed: readonly string[]): Promise<readonly string[]> =>
  resolveIds(typed, POD, async () => (await listPodSandboxes(service)).map(({ id }) => id));

/** The whole id of the one pod sandbox that was typed. */
export const resolvePodId = async (service: CriService, typed: string): Promise<string> =>
  (await resolvePodIds(service, [typed]))[0] ?? typed;
