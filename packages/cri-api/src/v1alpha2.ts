export * from "./gen/runtime/v1alpha2/api.ts";
