import { expect, test } from "@jest/globals";
import { executeTemplate } from "./execute.ts";
import type { Value } from "./values.ts";

const data: Value = {
  status: { state: "RUNNING", attempt: 2, size: "1234567890123", labels: { b: "2", a: "1" }, empty: "", none: null },
  mounts: [
    { host: "/a", ro: true },
    { host: "/b", ro: false },
  ],
  tags: ["x", "y"],
  "io.k8s/name": "pod",
};

const run = (template: string): string => executeTemplate(template, data);

// Each right side is what Go 1.26's text/template prints for crictl's function map.
test.each([
  ["{{.status.state}}", "RUNNING"],
  ["a {{ .status.attempt }} b", "a 2 b"],
  ["{{.status.labels}} {{.tags}} {{.status.none}}", "map[a:1 b:2] [x y] <no value>"],
  ['{{index . "io.k8s/name"}}', "pod"],
  ['{{index .tags 1}} {{index .status.labels "a"}}', "y 1"],
  ["{{range .mounts}}{{.host}}={{.ro}};{{end}}", "/a=true;/b=false;"],
  ["{{range $i, $m := .mounts}}{{$i}}:{{$m.host}} {{end}}", "0:/a 1:/b "],
  ["{{range $k, $v := .status.labels}}{{$k}}={{$v}},{{end}}", "a=1,b=2,"],
  ["{{range .none2}}{{else}}{{end}}", null],
  ["{{range .status.empty}}x{{else}}nothing{{end}}", null],
  ['{{if .status.empty}}a{{else if eq .status.state "RUNNING"}}b{{else}}c{{end}}', "b"],
  ["{{with .status}}{{.state}}/{{$.tags}}{{end}}", "RUNNING/[x y]"],
  ["{{with .status.empty}}x{{else}}y{{end}}", "y"],
  ["{{ .tags | len }} {{len .status.state}}", "2 7"],
  ['{{.status.state | lower | title}} {{upper "x"}}', "Running X"],
  ["{{json .tags}}", '["x","y"]\n'],
  ['{{printf "%-5s|%5d|%q|%v" "a" 42 "b" .tags}}', 'a    |   42|"b"|[x y]'],
  ['{{printf "%05.2f %x %t %%" 3.14159 255 true}}', "03.14 ff true %"],
  ['{{print "a" 1 2 "b"}}', "a1 2b"],
  ["{{println .tags 1}}", "[x y] 1\n"],
  ['{{and .status.state .tags}} {{or .status.empty "z"}} {{not .tags}}', "[x y] z false"],
  ["{{and false (index .tags 9)}}", "false"],
  ['{{eq 1 2 1}} {{ne 1 2}} {{lt 1 2}} {{ge "b" "a"}}', "true true true true"],
  ["{{$x := 1}}{{range .tags}}{{$x = .}}{{end}}{{$x}}", "y"],
  ["{{(index .mounts 0).host}}", "/a"],
  ["a {{- 1 -}} b", "a1b"],
  ["x {{/* a {{comment}} */}}y", "x y"],
  ['{{range .tags}}{{if eq . "y"}}{{break}}{{end}}{{.}}{{end}}', "x"],
  ['{{range .tags}}{{if eq . "x"}}{{continue}}{{end}}{{.}}{{end}}', "y"],
  ['{{define "t"}}<{{.}}>{{end}}{{template "t" .status.state}}{{block "u" 1}}[{{.}}]{{end}}', "<RUNNING>[1]"],
  ["{{range 3}}{{.}}{{end}}", "012"],
  ["{{slice .status.state 1 3}} {{slice .tags 1}}", "UN [y]"],
  ['{{html "<a>"}} {{urlquery "a b&c"}} {{`raw \\n`}}', "&lt;a&gt; a+b%26c raw \\n"],
  ['{{"}}"}}', "}}"],
])("%j", (template, wanted) => {
  if (wanted === null) expect(() => run(template)).toThrow();
  else expect(run(template)).toBe(wanted);
});

test.each([
  ["{{.status.nope}}", 'template: there is no key "nope"; here are attempt, empty, labels, none, size, state'],
  ["{{.tags.x}}", "template: field .x of [x y], which is no map"],
  ["{{.status", "template: {{.status… has no end"],
  ["{{if .tags}}x", "template: an {{end}} is missing in {{if .tags}}"],
  ["{{end}}", "template: {{end}} without a beginning"],
  ["{{nope .tags}}", 'template: there is no function "nope"'],
  ["{{index .tags 5}}", "template: index 5 is out of range (length 2)"],
  ["{{$y}}", "template: variable $y is not declared"],
  ['{{template "t"}}', 'template: "t" is not defined'],
  ['{{define "t"}}{{template "t"}}{{end}}{{template "t"}}', 'template: "t" calls itself more than 100 times'],
  ["{{break}}", "template: break outside of range in {{break}}"],
  ["{{.status ; 1}}", 'template: unexpected ";" in {{.status ; 1}}'],
  ["{{lt .tags 1}}", "template: lt cannot compare [x y] with 1"],
  ["{{1 2}}", "template: a value that is no function takes no arguments"],
])("refuses %j in one line", (template, message) => {
  expect(() => run(template)).toThrow(message);
});

test("numbers that JSON carries as text compare with numbers", () => {
  expect(run("{{gt .status.size 1000}} {{eq .status.size 1234567890123}}")).toBe("true true");
});
