import assert from "node:assert/strict";
import { startContainerd } from "../containerd.ts";
import { runCrikit } from "../crikit.ts";
import type { Ring } from "../ring.ts";

export const ring: Ring = {
  name: "containerd",
  summary: "crikit's client commands against a real containerd (Debian's package)",
  run: async (context) => {
    const containerd = await startContainerd(context.scratch);
    context.defer(containerd.stop);
    context.log(`containerd ${containerd.version} on ${containerd.endpoint}`);
    const crikit = (...args: string[]): string => {
      const run = runCrikit(["--runtime-endpoint", containerd.endpoint, ...args]);
      assert.equal(run.status, 0, `crikit ${args.join(" ")} exited ${run.status}: ${run.stderr}`);
      return run.stdout;
    };
    await context.check("crikit version", () => assert.match(crikit("version"), /RuntimeName: +containerd/));
    await context.check("crikit info", () => {
      const { status } = JSON.parse(crikit("info"));
      const ready = status.conditions.find((condition: { type: string }) => condition.type === "RuntimeReady");
      assert.equal(ready.status, true);
    });
    await context.check("crikit images", () => assert.match(crikit("images"), /e2e-test-images\/busybox +1\.29-2/));
    await context.check("crikit pods", () => assert.match(crikit("pods"), /^POD ID +CREATED +STATE +NAME/));
    await context.check("crikit ps", () => assert.match(crikit("ps"), /^CONTAINER +IMAGE +CREATED +STATE +NAME/));
    await context.check("an id that containerd does not know", () => {
      const run = runCrikit(["--runtime-endpoint", containerd.endpoint, "inspect", "no-such-container"]);
      assert.notEqual(run.status, 0);
      assert.match(run.stderr, /no-such-container/);
      assert.equal(run.stderr.trim().split("\n").length, 1, run.stderr);
    });
  },
};
