import { jestConfig } from "../jest.base.js";

export default { ...jestConfig("scripts"), testMatch: ["<rootDir>/**/*.test.ts"] };
