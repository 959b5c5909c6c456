import type { CriCode } from "@crikit/cri-api";

/** When a rule applies among the calls, or sessions, that it names. */
export interface FaultSelection {
  /** Applies to this share of them, 0..1, drawn at random. Default 1. */
  readonly rate?: number | undefined;
  /** Applies to the n-th of them alone, counted from 1. */
  readonly nth?: number | undefined;
  /** Applies to every n-th of them. */
  readonly every?: number | undefined;
  /** Applies so many times at most. */
  readonly times?: number | undefined;
}

/** What goes wrong in one kind of call. */
export interface CallFaultRule extends FaultSelection {
  /** The call's name in the proto; `*` stands for any characters: `ListContainers`, `List*`, `*`. */
  readonly call: string;
  /** Only calls whose request has these texts in these fields: `{ containerId: "3f2a", "image.image": "busybox" }`. */
  readonly match?: { readonly [field: string]: string } | undefined;
  /** The call fails. Together with `endAfterMessages` the stream ends with it. */
  readonly error?: { readonly code: CriCode; readonly message?: string | undefined } | undefined;
  /** Whether the runtime is asked before the call fails or waits: `after` loses an answer to what has been done. Default `before`. */
  readonly when?: "before" | "after" | undefined;
  /** Milliseconds that the call waits. */
  readonly latencyMs?: number | undefined;
  /** Up to so many milliseconds more, drawn at random. */
  readonly jitterMs?: number | undefined;
  /** A server stream ends after so many messages, with `error` if there is one. */
  readonly endAfterMessages?: number | undefined;
  /** The call is never answered: it ends by its caller's signal or deadline alone. */
  readonly hang?: boolean | undefined;
}

/** What goes wrong in one kind of streaming session. */
export interface SessionFaultRule extends FaultSelection {
  readonly session: "exec" | "attach" | "portForward" | "*";
  /** As for calls: `containerId`, `podSandboxId`, or `command` (the words joined by blanks, of which the text is a part). */
  readonly match?: { readonly [field: string]: string } | undefined;
  /** Delays the start of the session, in milliseconds. */
  readonly delayMs?: number | undefined;
  /** Drops the connection after this many payload bytes to the client. */
  readonly endAfterBytes?: number | undefined;
  /** Reports this exit code instead of the process'. */
  readonly exitCode?: number | undefined;
  /** Fails the session with this text instead of starting it. */
  readonly error?: string | undefined;
}

/** The rules of one file. */
export interface FaultRules {
  /** Decides what is drawn at random. Default 1. */
  readonly seed?: number | undefined;
  readonly calls: readonly CallFaultRule[];
  readonly sessions: readonly SessionFaultRule[];
}
