import { jestConfig } from "../jest.base.js";

// The scripts, and the parts of conformance and bench that judge: what they say must itself be tested.
export default {
  ...jestConfig("scripts"),
  roots: ["<rootDir>", "<rootDir>/../conformance", "<rootDir>/../bench"],
  testMatch: ["**/*.test.ts"],
};
