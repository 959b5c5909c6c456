const scales: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};
const largestBurst = 2 ** 31 - 1;

/** Bits a second of a Kubernetes quantity: `10M`, `1Gi`. */
export const parseBitRate = (text: string): number => {
  const match = /^(\d+(?:\.\d+)?)(k|M|G|T|Ki|Mi|Gi|Ti|)$/.exec(text.trim());
  if (match === null) throw new Error(`bandwidth ${JSON.stringify(text)} is no quantity such as 10M`);
  return Math.floor(Number(match[1]) * (scales[match[2] ?? ""] ?? 1));
};

/** The bandwidth capability of a pod's annotations; `undefined` if it asks for no limit. */
export const bandwidthOf = (annotations: Readonly<Record<string, string>>): Record<string, number> | undefined => {
  const ingress = annotations["kubernetes.io/ingress-bandwidth"];
  const egress = annotations["kubernetes.io/egress-bandwidth"];
  if (ingress === undefined && egress === undefined) return undefined;
  return {
    ...(ingress === undefined ? {} : { ingressRate: parseBitRate(ingress), ingressBurst: largestBurst }),
    ...(egress === undefined ? {} : { egressRate: parseBitRate(egress), egressBurst: largestBurst }),
  };
};
