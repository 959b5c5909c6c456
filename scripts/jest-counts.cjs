// A jest reporter that leaves a package's counts in its test-results/counts.json, where `npm test` adds them up.
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

module.exports = class JestCounts {
  constructor(config, options) {
    this.folder = join(config.rootDir, "test-results");
    this.name = options.name;
  }

  onRunComplete(_contexts, results) {
    mkdirSync(this.folder, { recursive: true });
    const broken = results.numRuntimeErrorTestSuites;
    const counts = {
      name: this.name,
      passed: results.numPassedTests,
      failed: results.numFailedTests + broken,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(join(this.folder, "counts.json"), `${JSON.stringify(counts)}\n`);
  }
};
