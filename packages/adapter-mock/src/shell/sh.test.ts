import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;
let containerId: string;

beforeAll(async () => {
  fixture = createFixture();
  containerId = await fixture.run(await fixture.pod({ hostname: "pod-host" }));
});

afterAll(() => fixture.runtime.close());

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are parameters of a shell
test.each([
  ["echo hi | cat", "hi\n"],
  ["for i in 1 2 3; do echo $i; done | wc -l", "3\n"],
  ["yes | head -2", "y\ny\n"],
  ["while true; do echo x; done | head -3", "x\nx\nx\n"],
  ["false; echo $?", "1\n"],
  ["x=$(false); echo $?", "1\n"],
  ["x=5; echo $((x*2 + 1)) ${x:-y} ${z:-def} ${#x}", "11 5 def 1\n"],
  ["p=/a/b.tar.gz; echo ${p%.*} ${p%%.*} ${p#*/} ${p##*/}", "/a/b.tar /a/b a/b.tar.gz b.tar.gz\n"],
  ["if [ -f /etc/passwd ] && ! [ -d /nonexistent ]; then echo yes; else echo no; fi", "yes\n"],
  ["echo a > /tmp/f; echo b >> /tmp/f; cat < /tmp/f; wc -c < /tmp/f", "a\nb\n4\n"],
  ['seq 1 3 | while read x; do echo "got $x"; done', "got 1\ngot 2\ngot 3\n"],
  ["cat <<E\nhello $HOSTNAME\nE", "hello pod-host\n"],
  ["cat <<'E'\n$HOSTNAME\nE", "$HOSTNAME\n"],
  ["f() { echo f$1; return 3; }; f 1; echo $?", "f1\n3\n"],
  ["case abc in x|a*) echo match;; *) echo none;; esac", "match\n"],
  ["a='1 2'; for i in $a; do echo $i; done; for i in \"$a\"; do echo $i; done", "1\n2\n1 2\n"],
  ['set -- a \'b c\'; echo $#; for i in "$@"; do echo "<$i>"; done; shift; echo $1', "2\n<a>\n<b c>\nb c\n"],
  ["cd /etc && echo p*; echo *.nothing", "passwd\n*.nothing\n"],
  ["(cd /tmp; pwd); pwd", "/tmp\n/\n"],
  ["trap 'echo bye' EXIT; echo x", "x\nbye\n"],
  ["sleep 0.01 & wait $!; echo done $?", "done 0\n"],
  ["set -e; false; echo not reached", ""],
  ["echo out; echo err >&2; exit 0 2>/dev/null", "out\n"],
  ["echo 'single $HOME' \"double $HOME\" back\\ slash", "single $HOME double /root back slash\n"],
  ["echo $(echo a; echo b) \"$(printf 'c\\nd')\"", "a b c\nd\n"],
  ["i=0; until [ $i -ge 3 ]; do i=$((i+1)); [ $i -eq 2 ] && continue; echo $i; done", "1\n3\n"],
  ["sh -c 'kill -9 $$'; echo $?", "137\n"],
  ["true && false || echo or", "or\n"],
  ['x=1 env | grep ^x=; echo "[$x]"', "x=1\n[]\n"],
  ["cat /dev/zero | head -c 5 | wc -c", "5\n"],
  ["echo abc | sed 's/b/[&]/' | tr a-c A-C", "A[B]C\n"],
])("%s", async (script, stdout) => {
  expect((await fixture.sh(containerId, script)).stdout).toBe(stdout);
});

test.each([
  ["nosuch", 127, "sh: nosuch: not found\n"],
  ["/etc/passwd", 126, "sh: /etc/passwd: Permission denied\n"],
  ["cat /nonexistent", 1, "cat: /nonexistent: No such file or directory\n"],
  ["if true; then", 2, "sh: syntax error: unexpected end of file\n"],
  ["echo 'open", 2, "sh: syntax error: unterminated quote\n"],
  [": ${x:?is needed}", 2, "sh: x: is needed\n"],
  ["exit 7", 7, ""],
])("%s fails as a shell does", async (script, exitCode, stderr) => {
  expect(await fixture.sh(containerId, script)).toEqual({ stdout: "", stderr, exitCode });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the rest is TypeScript again

test("a shell that reads commands from its input leaves the rest of the input to them", async () => {
  const { stdout } = await fixture.sh(containerId, "printf 'read x\\nvalue\\necho got $x\\ncat\\nrest\\n' | sh");
  expect(stdout).toBe("got value\nrest\n");
});
