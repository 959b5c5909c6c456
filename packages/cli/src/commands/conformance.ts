import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ConformanceResult,
  createJunitFormat,
  createTableFormat,
  createTapFormat,
  formatSummary,
  judge,
} from "@crikit/cri-runtime/conformance";
import { connectRuntime } from "../client/connection.ts";
import { parsePattern } from "../client/selection.ts";
import { defineCommand } from "../context/command.ts";

const formats = { table: createTableFormat, tap: createTapFormat, junit: createJunitFormat } as const;
const formatNames = Object.keys(formats) as readonly (keyof typeof formats)[];

export const command = defineCommand({
  name: "conformance",
  usage: "[flags]",
  description:
    "Holds a runtime to what every CRI runtime has to do. It makes pods and containers of its own and removes them: not for a node that works. Exits with 1 if a case fails.",
  examples: [
    "crikit conformance --runtime-endpoint unix:///run/crikit.sock",
    "crikit conformance -o junit > report.xml",
    "crikit conformance --only 'exec sync' -o tap",
  ],
  flags: {
    output: {
      kind: "text",
      short: "o",
      choices: formatNames,
      completion: formatNames,
      standard: "table",
      summary: "How results are printed",
    },
    only: { kind: "text", placeholder: "REGEXP", summary: 'Only cases whose "area: name" matches' },
    image: {
      kind: "text",
      standard: "registry.k8s.io/e2e-test-images/busybox:1.29-2",
      summary: "An image with a shell that the runtime has or can pull",
    },
    "removable-image": {
      kind: "text",
      placeholder: "IMAGE",
      summary: "An image that may be removed and pulled again; without it that is not tested",
    },
    "shared-folder": {
      kind: "text",
      placeholder: "FOLDER",
      completion: "file",
      standard: 'a temporary folder; "none" for a runtime on another host',
      summary: "A folder that the runtime sees under the same path, for logs and mounts",
    },
    "host-network": { kind: "switch", summary: "The runtime has no network of its own for pods" },
    "runtime-handler": { kind: "text", placeholder: "NAME", summary: "The runtime handler of the pods" },
    "cgroup-parent": { kind: "text", placeholder: "CGROUP", summary: "The parent of the pods' cgroups" },
    "case-timeout": { kind: "duration", standard: "60s", summary: "How long one case may take" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const only = flags.only === undefined ? undefined : parsePattern(flags.only, "--only");
    await using runtime = await connectRuntime(context);
    await runtime.service.version({ version: "v1" });
    const folder = await mkdtemp(join(tmpdir(), "crikit-conformance-"));
    const shared = flags["shared-folder"] ?? folder;
    const format = formats[(flags.output ?? "table") as keyof typeof formats]();
    const results: ConformanceResult[] = [];
    try {
      await context.print(format.begin());
      const cases = judge({
        connect: () => runtime.service,
        assert,
        only,
        image: flags.image,
        removableImage: flags["removable-image"],
        sharedFolder: shared === "none" ? undefined : shared,
        network: flags["host-network"] ? "NODE" : "POD",
        runtimeHandler: flags["runtime-handler"],
        cgroupParent: flags["cgroup-parent"],
        caseTimeoutMs: flags["case-timeout"],
        signal: context.signal,
      });
      for await (const result of cases) {
        results.push(result);
        await context.print(format.result(result));
      }
      await context.print(format.end(results));
      if (flags.output === "junit" || flags.output === "tap") context.warn(formatSummary(results));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return results.some(({ outcome }) => outcome === "failed") || results.length === 0 ? 1 : 0;
  },
});
