import { fileURLToPath } from "node:url";

// The jest configuration every package shares: ESM through swc, packages of this repository read from src.
const swc = {
  jsc: { parser: { syntax: "typescript", explicitResourceManagement: true }, target: "es2022" },
  module: { type: "es6" },
  sourceMaps: "inline",
};

/** @param {string} name the package's folder name */
export const jestConfig = (name) => ({
  displayName: name,
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["@crikit/source", "node", "node-addons"] },
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", swc] },
  testMatch: ["<rootDir>/src/**/*.test.ts"],
  testTimeout: 30_000,
  reporters: ["default", [fileURLToPath(new URL("scripts/jest-counts.cjs", import.meta.url)), { name }]],
});
