import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { createStreamingServer } from "@crikit/streaming";
import { programsRuntime } from "./programs.ts";

// Our streaming server over programs instead of containers, the counterpart of clients/streaming/server: it prints the URL of its control
// server and serves until its stdin ends. GET / on the control server answers with the sessions open, the memory and the handles in use.

interface Asked {
  readonly kind: "exec" | "attach" | "portForward";
  readonly cmd?: readonly string[];
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly tty: boolean;
}

const streaming = createStreamingServer(programsRuntime);
await streaming.listen();

const mint = ({ kind, cmd = [], ...streams }: Asked): Promise<{ readonly url: string }> => {
  if (kind === "exec") return streaming.exec({ containerId: "c1", cmd: [...cmd], ...streams });
  if (kind === "attach") return streaming.attach({ containerId: "c1", ...streams });
  return streaming.portForward({ podSandboxId: "p1", port: [] });
};

const usage = (): string => {
  globalThis.gc?.();
  return JSON.stringify({
    sessions: [...streaming.sessions()].length,
    rssBytes: process.memoryUsage.rss(),
    heapBytes: process.memoryUsage().heapUsed,
    handles: process.getActiveResourcesInfo().filter((name) => name !== "Timeout").length,
    cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
  });
};

const control = createServer((request, response) => {
  const answer = async (): Promise<string> => {
    if (request.method === "GET") return usage();
    return (await mint((await json(request)) as Asked)).url;
  };
  answer().then(
    (text) => response.end(`${text}\n`),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
control.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(control.address() as AddressInfo).port}/`);
});
process.stdin.resume().once("end", () => process.exit(0));
