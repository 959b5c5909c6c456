export { type CriMessage, type CriMessageName, fromCriJson, type JsonObject, toCriJson } from "./cri-json.ts";
export { type CriVersion, loadCriDescriptorSet, loadCriRegistry, type RegistryOptions } from "./registry.ts";
