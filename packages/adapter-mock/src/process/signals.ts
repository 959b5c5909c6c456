/** Linux' signals by name, without SIG. */
export const SIGNALS = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  PWR: 30,
  SYS: 31,
} as const;

const ALIASES: Readonly<Record<string, number>> = { CLD: SIGNALS.CHLD, IOT: SIGNALS.ABRT, POLL: SIGNALS.IO };

/** Real-time signals, as glibc numbers them. */
const RTMIN = 34;
const RTMAX = 64;

/** Signals that a process survives when it does nothing about them. */
const IGNORED_BY_DEFAULT: ReadonlySet<number> = new Set([SIGNALS.CHLD, SIGNALS.CONT, SIGNALS.URG, SIGNALS.WINCH]);

/** Signals that would stop a process; the mock's processes are not stopped. */
const STOPPING: ReadonlySet<number> = new Set([SIGNALS.STOP, SIGNALS.TSTP, SIGNALS.TTIN, SIGNALS.TTOU]);

/** Whether a signal nobody handles ends the process. */
export const isFatal = (signal: number): boolean => !IGNORED_BY_DEFAULT.has(signal) && !STOPPING.has(signal);

const parseRealTime = (name: string): number | undefined => {
  const match = /^RT(MIN|MAX)(?:(?:\+|PLUS|-|MINUS)(\d+))?$/.exec(name);
  if (match === null) return undefined;
  const offset = Number(match[2] ?? 0);
  return match[1] === "MIN" ? RTMIN + offset : RTMAX - offset;
};

/** The number of "TERM", "SIGTERM", "15", "SIGRTMIN+3" or "SIGRTMINPLUS3"; `undefined` if it is none. */
export const parseSignal = (text: string): number | undefined => {
  if (/^\d+$/.test(text)) return Number(text) <= RTMAX ? Number(text) : undefined;
  const name = text.toUpperCase().replace(/^SIG/, "");
  for (const [known, number] of Object.entries(SIGNALS)) if (known === name) return number;
  return ALIASES[name] ?? parseRealTime(name);
};

/** "TERM" of 15; the number itself where there is no name. */
export const formatSignal = (signal: number): string =>
  Object.entries(SIGNALS).find(([, number]) => number === signal)?.[0] ?? String(signal);
