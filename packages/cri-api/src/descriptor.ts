export {
  type CriMessage,
  type CriMessageName,
  fromCriJson,
  type JsonObject,
  toCriJson,
} from "./descriptor/cri-json.ts";
export { type CriVersion, loadCriDescriptorSet, loadCriRegistry, type RegistryOptions } from "./descriptor/registry.ts";
