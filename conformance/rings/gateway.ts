import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { connectCri, createCriClient } from "@crikit/cri-api/client";
import { runProgram, startCrikit } from "../crikit.ts";
import { buildGo } from "../go.ts";
import type { Ring } from "../ring.ts";

const TOKEN = "ring-token-of-no-value";
const IMAGE = "registry.k8s.io/e2e-test-images/busybox:1.29-2";
const root = join(import.meta.dirname, "..", "..");
const POD = {
  metadata: { name: "web", namespace: "default", uid: "u1", attempt: 0 },
  log_directory: "/tmp/crikit-gateway-ring",
};

/** A self-signed certificate for 127.0.0.1, by openssl. */
const makeCertificate = (folder: string): { readonly cert: string; readonly key: string } | undefined => {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=ring", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"];
  const run = spawnSync("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", cert]);
  return run.status === 0 ? { cert, key } : undefined;
};

export const ring: Ring = {
  name: "gateway",
  summary: "curl and grpcurl (grpc-go) against crikit serve --http: JSON, gRPC, TLS, the token, events",
  run: async (context) => {
    if (spawnSync("curl", ["--version"]).status !== 0) throw new Error("this ring needs curl on the PATH: install it");
    const grpcurl = buildGo({
      module: "grpc",
      package: "github.com/fullstorydev/grpcurl/cmd/grpcurl",
      output: "grpcurl",
    });
    const tokenFile = join(context.scratch, "token");
    writeFileSync(tokenFile, `${TOKEN}\n`);
    const serve = async (name: string, ...flags: string[]) => {
      const args = ["serve", "--adapter", "mock", "--http", "127.0.0.1:0", "--http-token-file", tokenFile, ...flags];
      const served = await startCrikit({ socketPath: join(context.scratch, `${name}.sock`), args });
      context.defer(() => served.stop());
      for (let tries = 0; tries < 100; tries += 1) {
        const url = /HTTP at (https?:\/\/[\d.:]+)/.exec(served.output())?.[1];
        if (url !== undefined) return { endpoint: served.endpoint, url };
        await sleep(50);
      }
      throw new Error(`crikit serve did not say where its gateway is:\n${served.output()}`);
    };
    const { endpoint, url } = await serve("plain");
    const curl = (call: string, body: unknown, flags: readonly string[] = [], token = TOKEN): string => {
      const headers = ["-H", `authorization: Bearer ${token}`, "-H", "content-type: application/json"];
      const all = ["-sS", "--max-time", "20", ...headers, "-d", JSON.stringify(body), ...flags];
      const run = runProgram("curl", [...all, call.startsWith("http") ? call : `${url}/${call}`]);
      assert.equal(run.status, 0, run.stderr);
      return run.stdout;
    };
    const json = (call: string, body: unknown, flags: readonly string[] = []) => JSON.parse(curl(call, body, flags));

    for (const protocol of ["--http1.1", "--http2-prior-knowledge"]) {
      await context.check(`curl ${protocol} Version`, () => {
        assert.equal(json("runtime.v1.RuntimeService/Version", {}, [protocol]).runtimeApiVersion, "v1");
      });
    }
    await context.check("curl with a wrong token gets 401 and no answer", () => {
      const text = curl("runtime.v1.RuntimeService/Version", {}, ["-w", "%{http_code}"], "wrong");
      assert.match(text, /authorization: Bearer TOKEN\n401$/);
    });
    await context.check("curl runs a pod, and reads its events as lines while they happen", async () => {
      const headers = ["-H", `authorization: Bearer ${TOKEN}`, "-H", "content-type: application/json"];
      const reader = spawn("curl", [
        "-sSN",
        ...headers,
        "-d",
        "{}",
        `${url}/runtime.v1.RuntimeService/GetContainerEvents`,
      ]);
      context.defer(() => reader.kill());
      const lines = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
      await sleep(500);
      json("runtime.v1.ImageService/PullImage", { image: { image: IMAGE } });
      const { podSandboxId } = json("runtime.v1.RuntimeService/RunPodSandbox", { config: POD });
      const config = {
        metadata: { name: "app" },
        image: { image: IMAGE },
        command: ["sleep", "60"],
        envs: [{ key: "GREETING", value: "grüß dich" }],
      };
      const { containerId } = json("runtime.v1.RuntimeService/CreateContainer", {
        podSandboxId,
        config,
        sandboxConfig: POD,
      });
      json("runtime.v1.RuntimeService/StartContainer", { containerId });
      const seen = new Set<string>();
      while (!seen.has(`${containerId} CONTAINER_STARTED_EVENT`)) {
        const { value } = await lines.next();
        const event = JSON.parse(value);
        seen.add(`${event.containerId} ${event.containerEventType}`);
      }
      reader.kill();
    });
    await context.check(
      "what curl wrote as text in JSON is what the socket has, and the container says it",
      async () => {
        await using service = connectCri(endpoint);
        const client = createCriClient(service);
        for await (const { id } of client.listContainers({ name: "app" })) {
          const { stdout } = await client.execSync({
            containerId: id,
            cmd: ["sh", "-c", "echo $GREETING"],
            timeout: 5n,
          });
          assert.equal(Buffer.from(stdout).toString(), "grüß dich\n");
          return;
        }
        assert.fail("there is no container app");
      },
    );
    await context.check("curl is told of a container that is not there by gRPC's word and HTTP's number", () => {
      const text = curl("runtime.v1.RuntimeService/StartContainer", { containerId: "none" }, ["-w", "%{http_code}"]);
      assert.match(text, /^\{"code":"not_found","message":".*none.*"\}404$/);
    });

    const address = url.replace("http://", "");
    const proto = ["-import-path", join(root, "proto"), "-proto", "runtime/v1/api.proto"];
    const go = (...args: string[]) => runProgram(grpcurl, ["-max-time", "20", ...args]);
    const auth = ["-H", `authorization: Bearer ${TOKEN}`];
    await context.check("grpcurl Version over the gateway's HTTP/2", () => {
      const run = go("-plaintext", ...auth, ...proto, address, "runtime.v1.RuntimeService/Version");
      assert.equal(JSON.parse(run.stdout).runtimeApiVersion, "v1", run.stderr);
    });
    await context.check("grpcurl ListContainers over the gateway's HTTP/2", () => {
      const run = go("-plaintext", ...auth, ...proto, address, "runtime.v1.RuntimeService/ListContainers");
      assert.equal(JSON.parse(run.stdout).containers[0].state, "CONTAINER_RUNNING", run.stderr);
    });
    await context.check("grpcurl without the token is Unauthenticated", () => {
      const run = go("-plaintext", ...proto, address, "runtime.v1.RuntimeService/Version");
      assert.match(run.stderr, /Unauthenticated/);
    });
    await context.check("grpcurl finds the CRI on the socket by reflection and calls it", () => {
      const socket = ["-plaintext", "-unix", endpoint.replace("unix://", "")];
      const list = go(...socket, "list")
        .stdout.trim()
        .split("\n");
      for (const service of ["runtime.v1.ImageService", "runtime.v1alpha2.RuntimeService", "grpc.health.v1.Health"])
        assert.ok(list.includes(service), `${service} is not in ${list}`);
      const run = go(...socket, "runtime.v1alpha2.RuntimeService/ListContainers");
      assert.equal(JSON.parse(run.stdout).containers.length, 1, run.stderr);
    });

    const certificate = makeCertificate(context.scratch);
    if (certificate === undefined) {
      context.skip("TLS", "there is no openssl to make a certificate");
      return;
    }
    const secure = await serve("tls", "--http-cert", certificate.cert, "--http-key", certificate.key);
    for (const protocol of ["--http1.1", "--http2"]) {
      await context.check(`curl ${protocol} over TLS`, () => {
        const answer = json(`${secure.url}/runtime.v1.RuntimeService/Version`, {}, [
          protocol,
          "--cacert",
          certificate.cert,
        ]);
        assert.equal(answer.runtimeApiVersion, "v1");
      });
    }
    await context.check("grpcurl over TLS", () => {
      const place = secure.url.replace("https://", "");
      const run = go("-cacert", certificate.cert, ...auth, ...proto, place, "runtime.v1.RuntimeService/Version");
      assert.equal(JSON.parse(run.stdout).runtimeApiVersion, "v1", run.stderr);
    });
  },
};
