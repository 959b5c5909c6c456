/// <reference types="node" preserve="true" />
export {
  type CriMatchers,
  criMatchers,
  type ExpectedContainer,
  type ExpectedPod,
  type MatcherResult,
} from "./matchers.ts";
export { type MockCri, type MockCriOptions, startMockCri } from "./mock-cri.ts";
