import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";

/** A socket in front of an engine's that can be made to fail as engines do. */
export interface EngineProxy {
  readonly socket: string;
  /** Breaks the connections whose request was for this path. */
  cut(path: string): number;
  /** Nothing gets through any more, in neither direction; connections stay. */
  hang(): void;
  resume(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  asked: string;
}

/** Serves a proxy of an engine's socket. */
export const serveEngineProxy = async (engineSocket: string, socket: string): Promise<EngineProxy> => {
  await rm(socket, { force: true });
  const pairs = new Set<Pair>();
  let hanging = false;
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ path: engineSocket, allowHalfOpen: true });
    const pair: Pair = { near, far, asked: "" };
    pairs.add(pair);
    near.on("data", (chunk: Buffer) => {
      if (
        chunk
          .subarray(0, 8)
          .toString("latin1")
          .match(/^(GET|POST|DELETE|HEAD|PUT) /) !== null
      )
        pair.asked = chunk.subarray(0, 300).toString("latin1").split("\r\n")[0] ?? "";
    });
    near.pipe(far);
    far.pipe(near);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const one of [near, far]) one.on("error", end).on("close", end);
    if (hanging) for (const one of [near, far]) one.pause();
  });
  server.listen(socket);
  await once(server, "listening");
  return {
    socket,
    cut: (path) => {
      const found = [...pairs].filter((pair) => pair.asked.includes(path));
      for (const { near } of found) near.destroy();
      return found.length;
    },
    hang: () => {
      hanging = true;
      for (const { near, far } of pairs) for (const one of [near, far]) one.pause();
    },
    resume: () => {
      hanging = false;
      for (const { near, far } of pairs) for (const one of [near, far]) one.resume();
    },
    close: async () => {
      server.close();
      for (const { near } of pairs) near.destroy();
    },
  };
};
