import type { Duplex } from "node:stream";
import { FsError } from "../filesystem/fs-error.ts";
import { Process } from "../process/process.ts";
import type { Program, ProgramContext } from "../process/program.ts";
import { complain, parseOptions, UsageError } from "./options.ts";

const spaceOf = (p: ProgramContext): Process["space"] => {
  if (!(p instanceof Process)) throw new Error("runs only as a process of the mock");
  return p.space;
};

const netstat: Program = async (p) => {
  await p.stdout.line("Active Internet connections (only servers)");
  await p.stdout.line("Proto Recv-Q Send-Q Local Address           Foreign Address         State");
  for (const address of await spaceOf(p).listeningPorts()) {
    await p.stdout.line(`tcp        0      0 ${address.padEnd(23)} 0.0.0.0:*               LISTEN`);
  }
};

const nslookup: Program = async (p) => {
  const [, name] = p.args;
  if (name === undefined) throw new UsageError("usage: nslookup HOST");
  const addresses = spaceOf(p).resolve(name);
  const server =
    /^nameserver\s+(\S+)/m.exec(p.fs.exists("/etc/resolv.conf") ? p.fs.readText("/etc/resolv.conf") : "")?.[1] ??
    "127.0.0.1";
  await p.stdout.write(`Server:\t\t${server}\nAddress:\t${server}:53\n\n`);
  if (addresses.length === 0) {
    await p.stdout.write(`** server can't find ${name}: NXDOMAIN\n\n`);
    return 1;
  }
  for (const address of addresses) await p.stdout.write(`Name:\t${name}\nAddress: ${address}\n`);
  return 0;
};

const ping: Program = async (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "q46n", withValue: "cwWiI" });
  const [host] = operands;
  if (host === undefined) throw new UsageError("usage: ping HOST");
  const space = spaceOf(p);
  await p.stdout.line(`PING ${host} (${space.resolve(host)[0] ?? host}): 56 data bytes`);
  if (!space.capabilities.has("NET_RAW")) {
    await complain(p, "permission denied (are you root?)");
    return 1;
  }
  if (space.resolve(host).length === 0) {
    await complain(p, `bad address '${host}'`);
    return 1;
  }
  const count = Number(values.get("c") ?? Number.POSITIVE_INFINITY);
  for (let sequence = 0; sequence < count; sequence++) {
    await p.stdout.line(`64 bytes from ${host}: seq=${sequence} ttl=64 time=0.050 ms`);
    if (sequence + 1 < count) await p.sleep(Number(values.get("i") ?? 1) * 1000);
  }
  await p.stdout.write(
    `\n--- ${host} ping statistics ---\n${count} packets transmitted, ${count} packets received, 0% packet loss\n`,
  );
  return 0;
};

/** Writes what comes from a connection until its end. */
const copyOut = async (p: ProgramContext, connection: Duplex): Promise<void> => {
  for await (const chunk of connection) await p.stdout.write(Uint8Array.from(Buffer.from(chunk)));
};

const connectTo = (p: ProgramContext, host: string, port: number): Duplex => {
  const connection = p.connect(host, port);
  p.signal.addEventListener("abort", () => connection.destroy(), { once: true });
  return connection;
};

const nc: Program = async (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "lvnz", withValue: "pwe" });
  if (flags.has("l")) {
    const port = Number(values.get("p") ?? operands.at(-1));
    const connection = await new Promise<Duplex>((resolve, reject) => {
      p.listen(port, resolve).catch(reject);
    });
    await Promise.all([copyOut(p, connection), copyIn(p, connection)]);
    return 0;
  }
  const [host = "127.0.0.1", port = "0"] = operands;
  const connection = connectTo(p, host, Number(port));
  if (flags.has("z")) {
    connection.destroy();
    return 0;
  }
  copyIn(p, connection).catch(() => connection.destroy());
  await copyOut(p, connection);
  return 0;
};

const copyIn = async (p: ProgramContext, connection: Duplex): Promise<void> => {
  for await (const chunk of p.stdin) {
    if (connection.destroyed) return;
    if (!connection.write(chunk))
      await new Promise((resolve) => connection.once("drain", resolve).once("close", resolve));
  }
  connection.end();
};

/** Fetches a URL of plain HTTP; the headers are left out. */
const fetchBody = async (p: ProgramContext, url: string): Promise<Uint8Array> => {
  const target = new URL(url.includes("://") ? url : `http://${url}`);
  const connection = connectTo(p, target.hostname, Number(target.port || 80));
  connection.end(
    `GET ${target.pathname}${target.search} HTTP/1.0\r\nHost: ${target.host}\r\nConnection: close\r\n\r\n`,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of connection) chunks.push(Buffer.from(chunk));
  const response = Buffer.concat(chunks);
  const end = response.indexOf("\r\n\r\n");
  const status = Number(response.subarray(0, 20).toString("latin1").split(" ")[1]);
  if (status >= 400) throw new UsageError(`server returned error: HTTP/1.1 ${status}`);
  return Uint8Array.from(end < 0 ? response : response.subarray(end + 4));
};

const wget: Program = async (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "qSc", withValue: "OTt" });
  const [url] = operands.filter((operand) => !operand.startsWith("--"));
  if (url === undefined) throw new UsageError("usage: wget URL");
  let body: Uint8Array;
  try {
    body = await fetchBody(p, url);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    await complain(p, `can't connect to remote host: ${error.reason}`);
    return 1;
  }
  const file = values.get("O") ?? url.split("/").at(-1) ?? "index.html";
  if (file === "-") await p.stdout.write(body);
  else p.fs.writeFile(file === "" ? "index.html" : file, body);
  if (!flags.has("q") && file !== "-") await p.stderr.line(`saving to '${file}'`);
  return 0;
};

const curl: Program = async (p) => {
  const { operands } = parseOptions(p.args, { flags: "sSfkLiIv", withValue: "omHXd" });
  const [url] = operands;
  if (url === undefined) throw new UsageError("try 'curl URL'");
  try {
    await p.stdout.write(await fetchBody(p, url));
    return 0;
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    await complain(p, `(7) Failed to connect: ${error.reason}`);
    return 7;
  }
};

/** Bridges need CAP_NET_ADMIN; the mock knows of them nothing else. */
const brctl: Program = async (p) => {
  if (spaceOf(p).capabilities.has("NET_ADMIN")) return 0;
  await complain(p, "bridge: Operation not permitted");
  return 1;
};

const ipcs: Program = (p) => p.stdout.write(spaceOf(p).sharedMemory());

const ip: Program = async (p) => {
  const { ips } = spaceOf(p).network;
  await p.stdout.line("1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo");
  await p.stdout.line(
    `2: eth0: <BROADCAST,MULTICAST,UP> mtu 1500${ips.map((address) => `\n    inet ${address}/16 scope global eth0`).join("")}`,
  );
};

/** Programs that use or show the network. */
export const NETWORK: Readonly<Record<string, Program>> = {
  netstat,
  nslookup,
  ping,
  nc,
  wget,
  curl,
  brctl,
  ipcs,
  ip,
  ifconfig: ip,
  ss: netstat,
};
