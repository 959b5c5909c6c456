import { expect, test } from "@jest/globals";
import { encodePortPrefix, parseForwardStream, parsePortQuery } from "./protocol.ts";

test.each([
  [{}, '"port" header is required'],
  [{ port: "" }, '"port" header is required'],
  [{ port: "abc" }, 'unable to parse "abc" as a port'],
  [{ port: "-1" }, 'unable to parse "-1" as a port'],
  [{ port: "65536" }, 'unable to parse "65536" as a port'],
  [{ port: "0" }, 'port "0" must be > 0'],
  [{ port: "80" }, '"streamType" header is required'],
  [{ port: "80", streamtype: "foo" }, 'invalid stream type "foo"'],
])("a stream with %p is refused in upstream's words", (headers, message) => {
  expect(parseForwardStream(1, headers)).toBe(message);
});

test("a request id is the header's, else the error stream's id", () => {
  expect(parseForwardStream(9, { port: "80", streamtype: "data", requestid: "r" })).toEqual({
    type: "data",
    port: 80,
    requestId: "r",
  });
  expect(parseForwardStream(1, { port: "80", streamtype: "error" })).toMatchObject({ requestId: "1" });
  expect(parseForwardStream(3, { port: "80", streamtype: "data" })).toMatchObject({ requestId: "1" });
});

test.each([
  ["", 'query parameter "port" is required'],
  ["port=", 'query parameter "port" cannot be empty'],
  ["port=abc", 'unable to parse "abc" as a port'],
  ["port=-1", 'unable to parse "-1" as a port'],
  ["port=80,", 'unable to parse "80," as a port'],
  ["port=0", 'port "0" must be > 0'],
  ["port=80", [80]],
  ["port=80,90,100", [80, 90, 100]],
  ["port=80,90&port=100", [80, 90, 100]],
])("the query %p gives %p", (query, ports) => {
  expect(parsePortQuery(new URLSearchParams(query))).toEqual(ports);
});

test("a channel begins with its port in little endian", () => {
  expect(encodePortPrefix(8080)).toEqual(Buffer.of(0x90, 0x1f));
});
