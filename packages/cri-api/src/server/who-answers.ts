import { connectCri } from "../client/connect.ts";
import { type Endpoint, formatEndpoint } from "../cri/endpoint.ts";

const PATIENCE_MS = 1000;

/** Says in a few words who answers at an endpoint that is in use: a runtime by name and version, or nobody who speaks CRI. */
export const whoAnswers = async (endpoint: Endpoint): Promise<string> => {
  await using runtime = connectCri(formatEndpoint(endpoint), { checkAnswers: false, timeoutMs: PATIENCE_MS });
  try {
    const { runtimeName, runtimeVersion } = await runtime.version({ version: "" });
    return `${runtimeName || "a runtime without a name"} ${runtimeVersion} answers there`;
  } catch {
    return "something that is not a CRI runtime answers there";
  }
};
