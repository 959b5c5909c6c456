import { describe, expect, test } from "@jest/globals";
import { formatEndpoint, isLoopback, parseEndpoint } from "./endpoint.ts";
import { isCriError } from "./error.ts";

describe("an endpoint's text is taken apart and put together", () => {
  const forms = [
    ["unix:///run/x.sock", { kind: "unix", path: "/run/x.sock" }, "unix:///run/x.sock"],
    ["unix:/run/x.sock", { kind: "unix", path: "/run/x.sock" }, "unix:///run/x.sock"],
    ["unix:x.sock", { kind: "unix", path: "x.sock" }, "unix:x.sock"],
    ["/run/with space.sock", { kind: "unix", path: "/run/with space.sock" }, "unix:///run/with space.sock"],
    ["tcp://127.0.0.1:0", { kind: "tcp", host: "127.0.0.1", port: 0 }, "tcp://127.0.0.1:0"],
    ["tcp://:8080", { kind: "tcp", host: "127.0.0.1", port: 8080 }, "tcp://127.0.0.1:8080"],
    ["tcp://[::1]:8080", { kind: "tcp", host: "::1", port: 8080 }, "tcp://[::1]:8080"],
    ["tcp://node-1.example:65535", { kind: "tcp", host: "node-1.example", port: 65535 }, "tcp://node-1.example:65535"],
    ["npipe:////./pipe/crikit", { kind: "npipe", path: "\\\\.\\pipe\\crikit" }, "npipe:////./pipe/crikit"],
    ["npipe://./pipe/crikit", { kind: "npipe", path: "\\\\.\\pipe\\crikit" }, "npipe:////./pipe/crikit"],
    ["\\\\.\\pipe\\crikit", { kind: "npipe", path: "\\\\.\\pipe\\crikit" }, "npipe:////./pipe/crikit"],
    ["fd://", { kind: "fd", fd: 3 }, "fd://3"],
    ["fd://12", { kind: "fd", fd: 12 }, "fd://12"],
  ] as const;
  test.each(forms)("%s", (text, endpoint, usual) => {
    expect(parseEndpoint(text)).toEqual(endpoint);
    expect(formatEndpoint(endpoint)).toBe(usual);
    expect(parseEndpoint(usual)).toEqual(endpoint);
  });
});

describe("what is no endpoint is refused by name, with the forms that are", () => {
  const refused = [
    ["", "is empty"],
    ["run/x.sock", "of no known kind"],
    ["http://localhost:80", "of no known kind"],
    ["unix://run/x.sock", "did you mean unix:///run/x.sock"],
    ["unix:", "names no socket file"],
    ["unix:///", "names no socket file"],
    ["/run/", "names no socket file"],
    ["tcp://localhost", "not a host and a port"],
    ["tcp://localhost:70000", "the highest is 65535"],
    ["tcp://user@host:1", "not a host and a port"],
    ["npipe://pipe", "names no pipe"],
    ["fd://2", "standard input, output or error"],
    ["fd://x", "names no file descriptor"],
  ] as const;
  test.each(refused)("%j", (text, why) => {
    const parse = () => parseEndpoint(text);
    expect(parse).toThrow(why);
    expect(parse).toThrow(`endpoint "${text}"`);
    expect(parse).toThrow("tcp://host:port");
    try {
      parse();
    } catch (error) {
      expect(isCriError(error, "InvalidArgument")).toBe(true);
    }
  });
});

test("loopback is what only this machine reaches", () => {
  for (const host of ["localhost", "127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1"])
    expect(isLoopback(host)).toBe(true);
  for (const host of ["0.0.0.0", "::", "127.example", "10.0.0.1", "localhost.example"])
    expect(isLoopback(host)).toBe(false);
});
