import { FsError } from "../filesystem/fs-error.ts";
import { Process } from "../process/process.ts";
import type { Program, ProgramContext } from "../process/program.ts";
import { formatSignal, parseSignal, SIGNALS } from "../process/signals.ts";
import { nameOf } from "./files.ts";
import { complain, parseOptions, UsageError } from "./options.ts";

const visible = (p: ProgramContext): ReturnType<Process["space"]["visible"]> =>
  p instanceof Process ? p.space.visible() : [];

/** What a process is called: the last part of its first argument. */
const commandName = (args: readonly string[]): string => (args[0] ?? "").split("/").at(-1)?.replace(/:$/, "") ?? "";

const printEnvironment = async (p: ProgramContext): Promise<void> => {
  for (const [name, value] of p.env) await p.stdout.line(`${name}=${value}`);
};

const env: Program = async (p) => {
  const args = p.args.slice(1);
  while (args[0] !== undefined && (args[0].startsWith("-") || args[0].includes("="))) {
    const arg = args.shift() ?? "";
    if (arg === "-i" || arg === "-") p.env.clear();
    else if (arg === "-u") p.env.delete(args.shift() ?? "");
    else p.env.set(arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1));
  }
  if (args.length === 0) {
    await printEnvironment(p);
    return 0;
  }
  try {
    return await p.spawn(args).wait();
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    await complain(p, `can't execute '${args[0]}': ${error.reason}`);
    return error.code === "ENOENT" ? 127 : 126;
  }
};

const printenv: Program = async (p) => {
  const names = p.args.slice(1);
  if (names.length === 0) await printEnvironment(p);
  let missing = false;
  for (const name of names) {
    const value = p.env.get(name);
    if (value === undefined) missing = true;
    else await p.stdout.line(value);
  }
  return missing ? 1 : 0;
};

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const dateField = (date: Date, nanos: bigint, letter: string): string => {
  const two = (value: number): string => String(value).padStart(2, "0");
  switch (letter) {
    case "Y":
      return String(date.getUTCFullYear());
    case "m":
      return two(date.getUTCMonth() + 1);
    case "d":
      return two(date.getUTCDate());
    case "H":
      return two(date.getUTCHours());
    case "M":
      return two(date.getUTCMinutes());
    case "S":
      return two(date.getUTCSeconds());
    case "s":
      return String(nanos / 1_000_000_000n);
    case "N":
      return String(nanos % 1_000_000_000n).padStart(9, "0");
    case "F":
      return date.toISOString().slice(0, 10);
    case "T":
      return date.toISOString().slice(11, 19);
    case "a":
      return DAYS[date.getUTCDay()] ?? "";
    case "b":
      return MONTHS[date.getUTCMonth()] ?? "";
    case "e":
      return String(date.getUTCDate()).padStart(2);
    case "Z":
      return "UTC";
    case "z":
      return "+0000";
    default:
      return letter === "%" ? "%" : `%${letter}`;
  }
};

const date: Program = async (p) => {
  const nanos = p.nowNanos();
  const now = new Date(Number(nanos / 1_000_000n));
  const iso = p.args.includes("-Iseconds") ? "+%FT%T+00:00" : p.args.includes("-I") ? "+%F" : undefined;
  const format = p.args.find((arg) => arg.startsWith("+")) ?? iso ?? "+%a %b %e %T UTC %Y";
  await p.stdout.line(format.slice(1).replace(/%(.)/g, (_all, letter) => dateField(now, nanos, String(letter))));
};

const id: Program = async (p) => {
  const { flags } = parseOptions(p.args, { flags: "ugnGr" });
  const { uid, gid, groups } = p.user;
  const all = [gid, ...groups.filter((group) => group !== gid)];
  const user = nameOf(p, "/etc/passwd", uid);
  const groupName = (group: number): string => nameOf(p, "/etc/group", group);
  const named = flags.has("n");
  if (flags.has("u")) return await p.stdout.line(named ? user : String(uid));
  if (flags.has("g")) return await p.stdout.line(named ? groupName(gid) : String(gid));
  if (flags.has("G"))
    return await p.stdout.line(all.map((group) => (named ? groupName(group) : String(group))).join(" "));
  const show = (value: number, name: string): string => (name === String(value) ? name : `${value}(${name})`);
  await p.stdout.line(
    `uid=${show(uid, user)} gid=${show(gid, groupName(gid))} groups=${all.map((group) => show(group, groupName(group))).join(",")}`,
  );
};

const whoami: Program = async (p) => {
  const name = nameOf(p, "/etc/passwd", p.user.uid);
  if (name !== String(p.user.uid)) return await p.stdout.line(name);
  await complain(p, `unknown uid ${p.user.uid}`);
  return 1;
};

const hostname: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "fsidI" });
  const [wanted] = operands;
  if (wanted === undefined || !(p instanceof Process)) {
    const ips = p instanceof Process ? p.space.network.ips : [];
    return await p.stdout.line(flags.has("i") || flags.has("I") ? ips.join(" ") : p.hostname);
  }
  try {
    p.checkCall("sethostname", wanted, "SYS_ADMIN");
  } catch {
    await complain(p, "sethostname: Operation not permitted");
    return 1;
  }
  p.space.hostname = wanted;
  return 0;
};

const pwd: Program = (p) => p.stdout.line(p.cwd);

const kill: Program = async (p) => {
  const args = p.args.slice(1);
  let signal: number = SIGNALS.TERM;
  if (args[0] === "-l") {
    await p.stdout.line(Object.keys(SIGNALS).join(" "));
    return 0;
  }
  if (args[0]?.startsWith("-") === true) {
    const option = args.shift() ?? "";
    const name = option === "-s" ? (args.shift() ?? "") : option.slice(1);
    const parsed = parseSignal(name);
    if (parsed === undefined) throw new UsageError(`bad signal name '${name}'`);
    signal = parsed;
  }
  if (args.length === 0) throw new UsageError("you need to specify whom to kill");
  let status = 0;
  for (const pid of args) {
    const target = visible(p).find((each) => String(each.pid) === pid);
    const allowed = p.user.uid === 0 || target?.process.uid === p.user.uid;
    if (target !== undefined && allowed) target.process.kill(signal);
    else {
      await complain(
        p,
        `can't kill pid ${pid}: ${target === undefined ? "No such process" : "Operation not permitted"}`,
      );
      status = 1;
    }
  }
  return status;
};

const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

const ps: Program = async (p) => {
  await p.stdout.line("PID   USER     TIME  COMMAND");
  for (const { pid, process } of visible(p)) {
    const user = nameOf(p, "/etc/passwd", process.uid);
    const time = clockTime(process.cpuNanos / 1e9);
    await p.stdout.line(`${String(pid).padStart(5)} ${user.padEnd(8)} ${time.padStart(5)} ${process.args.join(" ")}`);
  }
};

const matching = (
  p: ProgramContext,
  pattern: string,
  options: { readonly full: boolean; readonly exact: boolean },
): number[] => {
  const regExp = new RegExp(options.exact ? `^(?:${pattern})$` : pattern);
  return visible(p)
    .filter(
      ({ pid, process }) =>
        pid !== p.pid && regExp.test(options.full ? process.args.join(" ") : commandName(process.args)),
    )
    .map(({ pid }) => pid);
};

const pgrep: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "flaxnov" });
  const pids = matching(p, operands[0] ?? "", { full: flags.has("f"), exact: flags.has("x") });
  for (const pid of pids) await p.stdout.line(String(pid));
  return pids.length === 0 ? 1 : 0;
};

const pkill: Program = (p) => {
  const signal = p.args.find((arg) => arg.startsWith("-") && parseSignal(arg.slice(1)) !== undefined);
  const operands = p.args.slice(1).filter((arg) => !arg.startsWith("-"));
  const pids = matching(p, operands[0] ?? "", { full: p.args.includes("-f"), exact: p.args.includes("-x") });
  for (const each of visible(p)) {
    if (pids.includes(each.pid)) each.process.kill(parseSignal(signal?.slice(1) ?? "TERM") ?? SIGNALS.TERM);
  }
  return pids.length === 0 ? 1 : 0;
};

const pidof: Program = async (p) => {
  const names = p.args.slice(1);
  const pids = visible(p)
    .filter(
      ({ process }) =>
        names.includes(commandName(process.args)) ||
        names.includes(commandName([process.args[0]?.split(" ")[0] ?? ""])),
    )
    .map(({ pid }) => pid);
  if (pids.length === 0) return 1;
  await p.stdout.line(pids.reverse().join(" "));
  return 0;
};

const uname: Program = async (p) => {
  const { flags } = parseOptions(p.args, { flags: "asnrvmpio" });
  const fields: readonly (readonly [string, string])[] = [
    ["s", "Linux"],
    ["n", p.hostname],
    ["r", "6.1.0-crikit"],
    ["v", "#1 SMP"],
    ["m", "x86_64"],
    ["o", "GNU/Linux"],
  ];
  const wanted = fields.filter(
    ([letter]) => flags.has("a") || flags.has(letter) || (flags.size === 0 && letter === "s"),
  );
  await p.stdout.line(wanted.map(([, value]) => value).join(" "));
};

const uptime: Program = async (p) => {
  const started = visible(p).reduce(
    (least, { process }) => (process.startedNanos < least ? process.startedNanos : least),
    p.nowNanos(),
  );
  const minutes = Number((p.nowNanos() - started) / 60_000_000_000n);
  await p.stdout.line(` up ${minutes} min,  load average: 0.00, 0.00, 0.00`);
};

/** Seconds between two pictures of `top`. */
const TOP_SECONDS = 5;

const top: Program = async (p) => {
  const { flags, values } = parseOptions(p.args, { flags: "bH", withValue: "nd" });
  const pictures = Number(values.get("n") ?? Number.POSITIVE_INFINITY);
  for (let picture = 0; picture < pictures; picture++) {
    if (picture > 0) await p.sleep(Number(values.get("d") ?? TOP_SECONDS) * 1000);
    // Without a terminal and -b the real one complains after a picture; this one waits, for that is what it is used for in pods.
    if (picture > 0 && p.tty === undefined && !flags.has("b")) await p.forever();
    await p.stdout.line("  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND");
    for (const { pid, process } of visible(p)) {
      const user = nameOf(p, "/etc/passwd", process.uid).padEnd(8);
      const memory = `${Math.round(process.memoryBytes / 1024)}`.padStart(6);
      await p.stdout.line(
        `${String(pid).padStart(5)} ${String(process.parentPid).padStart(5)} ${user} S   ${memory}   0%   0   0% ${process.args.join(" ")}`,
      );
    }
  }
};

const nproc: Program = (p) => p.stdout.line("2");

const free: Program = async (p) => {
  const used = visible(p).reduce((sum, { process }) => sum + process.memoryBytes, 0);
  const total = 8 * 1024 ** 2;
  await p.stdout.line("              total        used        free      shared  buff/cache   available");
  await p.stdout.line(
    `Mem:        ${total}  ${Math.round(used / 1024)}  ${total - Math.round(used / 1024)}  0  0  ${total - Math.round(used / 1024)}`,
  );
};

/** `stress-mem BYTES`, `stress-cpu MS`: work for tests that look at stats and limits. */
const stressMemory: Program = async (p) => {
  p.allocate(Number(p.args[1] ?? 0));
  await p.forever();
};

const stressCpu: Program = async (p) => {
  const perTurnMs = 100;
  const load = Math.min(Number(p.args[1] ?? 100), 100) / 100;
  for (;;) {
    p.useCpu(perTurnMs * load);
    await p.sleep(perTurnMs);
  }
};

const timeout: Program = async (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "", withValue: "sk", stopAtOperand: true });
  const [seconds = "0", ...command] = operands;
  const child = p.spawn(command);
  const ended = await Promise.race([child.wait(), p.sleep(Number.parseFloat(seconds) * 1000).then(() => undefined)]);
  if (ended !== undefined) return ended;
  child.kill(values.get("s") ?? "TERM");
  await child.wait();
  return 143;
};

const nohup: Program = (p) => {
  p.onSignal("HUP", "ignore");
  return p.spawn(p.args.slice(1)).wait();
};

const stty: Program = async (p) => {
  if (p.tty === undefined) {
    await complain(p, "standard input: Not a tty");
    return 1;
  }
  if (p.args[1] === "size") await p.stdout.line(`${p.tty.height} ${p.tty.width}`);
  if (p.args.includes("raw") || p.args.includes("-icanon")) p.tty.setRaw(true);
  if (p.args.includes("sane") || p.args.includes("-raw") || p.args.includes("cooked")) p.tty.setRaw(false);
  return 0;
};

const tty: Program = async (p) => {
  await p.stdout.line(p.tty === undefined ? "not a tty" : "/dev/pts/0");
  return p.tty === undefined ? 1 : 0;
};

const trapSignals: Program = async (p) => {
  for (const name of p.args.slice(1)) p.onSignal(name, () => void p.stdout.line(formatSignal(parseSignal(name) ?? 0)));
  await p.forever();
};

/** Programs about the system and its processes. */
export const SYSTEM: Readonly<Record<string, Program>> = {
  env,
  printenv,
  date,
  id,
  whoami,
  hostname,
  pwd,
  kill,
  ps,
  pgrep,
  pkill,
  pidof,
  uname,
  uptime,
  top,
  nproc,
  free,
  timeout,
  nohup,
  stty,
  tty,
  true: () => 0,
  false: () => 1,
  sync: () => 0,
  clear: (p) => p.stdout.write("\x1b[H\x1b[J"),
  "stress-mem": stressMemory,
  "stress-cpu": stressCpu,
  "show-signals": trapSignals,
};
