/** One folder of protos and the folder that holds all that is generated from it. */
export interface Output {
  /** Below the root, inside `proto`: every `.proto` file in it is generated, in whatever version folder it lies. */
  readonly protos: string;
  /** Below the root. Holds generated files only: whatever else lies there is removed. */
  readonly generated: string;
}

/** What `npm run generate` generates. */
export const outputs: readonly Output[] = [
  { protos: "proto/runtime", generated: "packages/cri-api/src/gen" },
  { protos: "proto/grpc", generated: "packages/grpc/src/gen" },
];

/**
 * How ts-proto writes messages and services: docs/generate.md says why each. `enum` is not erasable syntax, so enums are literals; a client
 * is a service too, so unknown fields survive; CRI counts nanoseconds beyond 2^53, so 64-bit numbers are bigint.
 */
export const tsProtoOptions: readonly string[] = [
  "env=node",
  "esModuleInterop=true",
  "forceLong=bigint",
  "outputServices=generic-definitions",
  "outputJsonMethods=false",
  "useExactTypes=false",
  "exportCommonSymbols=false",
  "unrecognizedEnum=false",
  "enumsAsLiterals=true",
  "unknownFields=true",
];
