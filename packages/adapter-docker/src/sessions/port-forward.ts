import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { CriError } from "@crikit/cri-api";

/** How a pod's port can be reached. */
export interface ForwardTarget {
  readonly podSandboxId: string;
  readonly port: number;
  /** Addresses to dial from here, the best one first: the pod's own, or loopback for a pod in the host's network. */
  readonly hosts: readonly string[];
  /** The sandbox container's process if its network namespace can be entered from here; else 0. */
  readonly pid: number;
}

const dialMs = 5_000;

const dial = (host: string, port: number, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true, signal });
    const timer = setTimeout(
      () => socket.destroy(new Error(`no answer from ${host}:${port} in ${dialMs / 1000} s`)),
      dialMs,
    );
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });

/** Node in the pod's network namespace: it dials loopback, IPv4 and IPv6, and moves bytes between the connection and its own pipes. */
const dialer = `
const net = require("node:net");
const port = Number(process.argv[1]);
const tryHost = (hosts) => {
  const [host, ...others] = hosts;
  const socket = net.connect({ host, port, allowHalfOpen: true });
  const refused = (error) => {
    if (others.length > 0) return tryHost(others);
    process.stderr.write(error.message + "\\n");
    process.exit(1);
  };
  socket.once("error", refused);
  socket.once("connect", () => {
    socket.off("error", refused);
    socket.on("error", () => process.exit(1));
    process.stderr.write("connected\\n");
    process.stdin.pipe(socket);
    socket.pipe(process.stdout);
  });
};
tryHost(["127.0.0.1", "::1"]);
`;

const dialInside = async (target: ForwardTarget, signal: AbortSignal): Promise<Duplex> => {
  const words = ["-t", String(target.pid), "-n", process.execPath, "-e", dialer, String(target.port)];
  const child = spawn("nsenter", words, {
    stdio: ["pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH },
    signal,
    killSignal: "SIGKILL",
  });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  const said = await Promise.race([
    once(child.stderr, "data").then(([chunk]) => String(chunk)),
    once(child, "exit").then(([code]) => `nsenter ended with ${code}`),
    once(child, "error").then(([error]) => String(error)),
  ]);
  if (!said.startsWith("connected")) {
    child.kill("SIGKILL");
    throw new Error(said.trim());
  }
  const duplex = Duplex.from({ writable: child.stdin, readable: child.stdout });
  duplex.once("close", () => child.kill("SIGKILL"));
  return duplex;
};

/**
 * Opens one connection to a port of a pod: at the pod's address first, which costs no process; a port that is bound to the pod's loopback only is
 * reached from inside its network namespace, where that can be entered.
 */
export const forwardPort = async (target: ForwardTarget, signal: AbortSignal): Promise<Duplex> => {
  const failures: string[] = [];
  const note = (error: unknown): void => void failures.push(error instanceof Error ? error.message : String(error));
  for (const host of target.hosts) {
    try {
      return await dial(host, target.port, signal);
    } catch (error) {
      signal.throwIfAborted();
      note(error);
    }
  }
  if (target.pid > 0) {
    try {
      return await dialInside(target, signal);
    } catch (error) {
      signal.throwIfAborted();
      note(error);
    }
  }
  if (failures.length === 0)
    failures.push("the engine is on another machine, whose pods' network is not reachable from here");
  throw new CriError(
    "Unavailable",
    `port ${target.port} of pod sandbox "${target.podSandboxId}" cannot be reached: ${failures.join("; ")}`,
  );
};
