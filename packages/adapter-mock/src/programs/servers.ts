import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { Process } from "../process/process.ts";
import type { Program, ProgramContext } from "../process/program.ts";

/** Sends connections that are accepted one by one to an HTTP server that has no socket of its own. */
const createHttpEntry = (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): ((connection: Duplex) => void) => {
  const server = createServer(answer);
  return (connection) => {
    server.emit("connection", connection);
  };
};

const page = (title: string): string =>
  `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`;

const readPage = (p: ProgramContext, root: string, path: string): Uint8Array | undefined => {
  const file = `${root}${path.endsWith("/") ? `${path}index.html` : path}`;
  return p.fs.stat(file)?.kind === "file" ? p.fs.readFile(file) : undefined;
};

/** Serves files of the container over HTTP until it is told to stop. */
const serveFiles = async (
  p: ProgramContext,
  options: { readonly port: number; readonly root: string; readonly title: string },
): Promise<void> => {
  const accept = createHttpEntry((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    const body = readPage(p, options.root, path) ?? (path === "/" ? page(options.title) : undefined);
    const status = body === undefined ? 404 : 200;
    p.useCpu(0.2);
    p.stdout
      .line(`127.0.0.1 - - "${request.method} ${path} HTTP/${request.httpVersion}" ${status}`)
      .catch(() => undefined);
    response.writeHead(status, { "content-type": "text/html", server: options.title });
    response.end(request.method === "HEAD" ? undefined : (body ?? page("404 Not Found")));
  });
  await p.listen(options.port, accept);
};

/** The port that the configuration file says, as `listen 12003;` or `Listen 8080`. */
const configuredPort = (p: ProgramContext, file: string): number | undefined => {
  if (!p.fs.exists(file)) return undefined;
  const port = /^\s*listen\s+(?:\S*:)?(\d+)/im.exec(p.fs.readText(file))?.[1];
  return port === undefined ? undefined : Number(port);
};

const nginx: Program = async (p) => {
  const port = configuredPort(p, "/etc/nginx/conf.d/default.conf") ?? 80;
  await serveFiles(p, { port, root: "/usr/share/nginx/html", title: "Welcome to nginx!" });
  p.onSignal("QUIT", () => {
    if (p instanceof Process) p.end(0);
  });
  if (p instanceof Process) {
    p.args = ["nginx: master process nginx -g daemon off;"];
    p.fork((worker) => worker.forever(), { fds: p.fds, env: p.env, cwd: p.cwd, args: ["nginx: worker process"] });
  }
  p.fs.mkdir("/var/run", { recursive: true });
  p.fs.writeFile("/var/run/nginx.pid", `${p.pid}\n`);
  await p.forever();
};

const httpd: Program = async (p) => {
  const port = configuredPort(p, "/usr/local/apache2/conf/httpd.conf") ?? 80;
  await p.stderr.line("AH00094: Command line: 'httpd -D FOREGROUND'");
  await serveFiles(p, { port, root: "/usr/local/apache2/htdocs", title: "It works!" });
  await p.forever();
};

/** A small Redis: strings, PING, INCR and DEL over the real protocol. */
const redis: Program = async (p) => {
  const values = new Map<string, string>();
  const bulk = (text: string | undefined): string =>
    text === undefined ? "$-1\r\n" : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
  const answer = ([name = "", key = "", value = ""]: readonly string[]): string => {
    p.useCpu(0.05);
    switch (name.toUpperCase()) {
      case "PING":
        return key === "" ? "+PONG\r\n" : bulk(key);
      case "SET":
        values.set(key, value);
        return "+OK\r\n";
      case "GET":
        return bulk(values.get(key));
      case "DEL":
        return `:${values.delete(key) ? 1 : 0}\r\n`;
      case "INCR":
        values.set(key, String(Number(values.get(key) ?? 0) + 1));
        return `:${values.get(key)}\r\n`;
      case "DBSIZE":
        return `:${values.size}\r\n`;
      default:
        return `-ERR unknown command '${name}'\r\n`;
    }
  };
  await p.listen(6379, (connection) => {
    let rest = "";
    connection.on("data", (chunk: Buffer) => {
      rest += chunk.toString("utf8");
      for (;;) {
        const request = takeRequest(rest);
        if (request === undefined) return;
        rest = rest.slice(request.length);
        connection.write(answer(request.words));
      }
    });
    connection.on("end", () => connection.end());
  });
  await p.stdout.line("* Ready to accept connections tcp");
  await p.forever();
};

/** One request of the Redis protocol at the start of `text`, inline or as an array; `undefined` if it is not whole yet. */
const takeRequest = (text: string): { readonly words: readonly string[]; readonly length: number } | undefined => {
  const end = text.indexOf("\n");
  if (end < 0) return undefined;
  if (!text.startsWith("*")) return { words: text.slice(0, end).trim().split(/\s+/), length: end + 1 };
  const count = Number(text.slice(1, end));
  const words: string[] = [];
  let at = end + 1;
  for (let index = 0; index < count; index++) {
    const lineEnd = text.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number(text.slice(at + 1, lineEnd));
    if (text.length < lineEnd + 2 + size + 2) return undefined;
    words.push(text.slice(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return { words, length: at };
};

/** Does nothing until it is killed. There are thousands of it: it has nothing to clean up, so it does not wait through its process. */
const pause: Program = () => new Promise(() => undefined);

/** Prints the user it has rights of: a set-uid program shows whether it may raise them. */
const nonewprivs: Program = (p) => p.stdout.line(`Effective uid: ${p.user.uid}`);

/** Sends back what it gets, on the port of its argument. */
const echoServer: Program = async (p) => {
  const { port } = await p.listen(Number(p.args[1] ?? 7), (connection) => {
    connection.pipe(connection);
  });
  await p.stdout.line(`listening on ${port}`);
  await p.forever();
};

/** Programs that serve, or wait. */
export const SERVERS: Readonly<Record<string, Program>> = {
  nginx,
  httpd,
  "httpd-foreground": httpd,
  "redis-server": redis,
  pause,
  nnp: nonewprivs,
  "echo-server": echoServer,
};
