import { connect, createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture({ realSockets: true });
  fixture.runtime.program("greeter", async (p) => {
    await p.listen(8080, (connection) => connection.end(`hello from ${p.hostname}\n`));
    await p.forever();
  });
});

afterEach(() => fixture.runtime.close());

const greeter = { image: { image: "example.com/greeter:1" } };

const ask = (port: number, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    connect({ port, host })
      .on("data", (chunk) => {
        text += chunk.toString("utf8");
      })
      .on("end", () => resolve(text))
      .on("error", reject);
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });

test("a listener is reached by port-forward, from other pods by address and name, and at the pod's address from this host", async () => {
  const podSandboxId = await fixture.pod({
    hostname: "web",
    metadata: { name: "web", uid: "u", namespace: "default" },
  });
  await fixture.run(podSandboxId, greeter);
  const forwarded = await fixture.runtime.portForward(
    { podSandboxId, port: 8080 },
    { signal: new AbortController().signal },
  );
  expect(Buffer.concat(await forwarded.toArray()).toString()).toBe("hello from web\n");
  const other = await fixture.run(await fixture.pod());
  const { status } = await fixture.service.podSandboxStatus({ podSandboxId, verbose: false });
  const ip = status?.network?.ip ?? "";
  expect((await fixture.sh(other, `nc ${ip} 8080; nc web 8080; nc web.default 8080`)).stdout).toBe(
    "hello from web\n".repeat(3),
  );
  if (process.platform === "linux") expect(await ask(8080, ip)).toBe("hello from web\n");
  const refused = fixture.runtime.portForward({ podSandboxId, port: 1 }, { signal: new AbortController().signal });
  await expect(refused).rejects.toThrow("nothing listens there");
});

test("a host port is a port of this host, and is taken once", async () => {
  const hostPort = await freePort();
  const portMappings = [{ hostPort, containerPort: 8080, hostIp: "127.0.0.1" }];
  const podSandboxId = await fixture.pod({ hostname: "web", portMappings });
  await fixture.run(podSandboxId, greeter);
  expect(await ask(hostPort, "127.0.0.1")).toBe("hello from web\n");
  await expect(fixture.pod({ portMappings })).rejects.toThrow(`host port 127.0.0.1:${hostPort} cannot be listened on`);
  await fixture.service.stopPodSandbox({ podSandboxId });
  await expect(ask(hostPort, "127.0.0.1")).rejects.toThrow("ECONNREFUSED");
});

test("a pod knows its name servers, its hostname and its own address", async () => {
  const dnsConfig = { servers: ["10.10.10.10"], searches: ["google.com"], options: ["ndots:8"] };
  const podSandboxId = await fixture.pod({ hostname: "web", dnsConfig });
  const containerId = await fixture.run(podSandboxId);
  expect((await fixture.sh(containerId, "cat /etc/resolv.conf; hostname; cat /etc/hostname")).stdout).toBe(
    "search google.com\nnameserver 10.10.10.10\noptions ndots:8\nweb\nweb\n",
  );
  const { status } = await fixture.service.podSandboxStatus({ podSandboxId, verbose: false });
  expect((await fixture.sh(containerId, "grep web /etc/hosts")).stdout).toBe(`${status?.network?.ip}\tweb\n`);
});

test("addresses of pods that are stopped are used again, and an empty range is an error", async () => {
  const small = createFixture({ podCidr: "10.1.2.0/30" });
  const podSandboxId = await small.pod();
  await expect(small.pod()).rejects.toMatchObject({ code: "ResourceExhausted" });
  await small.service.removePodSandbox({ podSandboxId });
  await small.pod();
  await small.runtime.close();
});
