/** The id or name of what a call is about: `container_id`, `pod_sandbox_id`, an image's or a pod sandbox' name; empty for the rest. */
export const targetOf = (request: object): string => {
  const { containerId, podSandboxId, image, config } = request as {
    readonly containerId?: unknown;
    readonly podSandboxId?: unknown;
    readonly image?: { readonly image?: unknown };
    readonly config?: { readonly metadata?: { readonly name?: unknown } };
  };
  const target = containerId ?? image?.image ?? config?.metadata?.name ?? podSandboxId;
  return typeof target === "string" ? target : "";
};
