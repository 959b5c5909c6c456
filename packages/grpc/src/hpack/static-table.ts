/** RFC 7541 appendix A: the fields both sides know by number, name and value by turns, number 1 first. */
const LINES = `:authority
:method GET
:method POST
:path /
:path /index.html
:scheme http
:scheme https
:status 200
:status 204
:status 206
:status 304
:status 400
:status 404
:status 500
accept-charset
accept-encoding gzip, deflate
accept-language
accept-ranges
accept
access-control-allow-origin
age
allow
authorization
cache-control
content-disposition
content-encoding
content-language
content-length
content-location
content-range
content-type
cookie
date
etag
expect
expires
from
host
if-match
if-modified-since
if-none-match
if-range
if-unmodified-since
last-modified
link
location
max-forwards
proxy-authenticate
proxy-authorization
range
referer
refresh
retry-after
server
set-cookie
strict-transport-security
transfer-encoding
user-agent
vary
via
www-authenticate`;

const split = (line: string): readonly [name: string, value: string] => {
  const space = line.indexOf(" ");
  return space < 0 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
};

/** The static table; its index 0 is field number 1. */
export const STATIC_TABLE: readonly (readonly [name: string, value: string])[] = LINES.split("\n").map(split);

/** The first number of the dynamic table. */
export const FIRST_DYNAMIC = STATIC_TABLE.length + 1;

/** Name and value, joined by a NUL, to the number of the whole field. */
export const STATIC_FIELDS: ReadonlyMap<string, number> = new Map(
  STATIC_TABLE.map(([name, value], index) => [`${name}\0${value}`, index + 1]),
);

/** Name to the lowest number that has it. */
export const STATIC_NAMES: ReadonlyMap<string, number> = new Map(
  STATIC_TABLE.map(([name], index) => [name, index + 1] as const).reverse(),
);
