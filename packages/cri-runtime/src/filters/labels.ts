/** Labels or annotations as CRI has them. */
export type Labels = { readonly [key: string]: string };

/** Whether `labels` has every pair of `selector`; an empty selector is matched by everything. */
export const matchesLabelSelector = (labels: Labels, selector: Labels): boolean => {
  for (const key in selector) {
    if (!Object.hasOwn(labels, key) || labels[key] !== selector[key]) return false;
  }
  return true;
};

const hasSelector = (selector: Labels): boolean => {
  for (const _ in selector) return true;
  return false;
};

/** Whether a filter asks for nothing: no id, no state, no pod sandbox, no labels. */
export const isEmptyFilter = (
  filter:
    | {
        readonly id: string;
        readonly state?: unknown;
        readonly podSandboxId?: string;
        readonly labelSelector: Labels;
      }
    | undefined,
): boolean =>
  filter === undefined ||
  (filter.id === "" &&
    filter.state === undefined &&
    (filter.podSandboxId ?? "") === "" &&
    !hasSelector(filter.labelSelector));
