import { type Call, CriError, type CriService } from "@crikit/cri-api";
import { type CriCall, createCalls } from "./calls.ts";
import { canonicalText } from "./canonical.ts";
import { type RecordedCall, type Recording, redact } from "./recording.ts";
import { type Sleep, sleep as sleepByTimers } from "./sleep.ts";

/** What {@link replay} can be told. */
export interface ReplayOptions {
  /**
   * `strict`: the calls of each name must come with the recorded requests, in the recorded order, and as many as recorded; anything else is
   * `FailedPrecondition`. `lenient`: the best fit is answered: the same request not answered yet, the same request again, another request of
   * the same call. Default `strict`.
   */
  readonly mode?: "strict" | "lenient";
  /** 1 answers as slowly as was recorded, 2 twice as fast; 0 at once. Default 0. */
  readonly speed?: number;
  /** How waits are waited. Default: the process' timers. */
  readonly sleep?: Sleep;
}

interface Track {
  readonly recorded: RecordedCall;
  readonly request: string;
  isUsed: boolean;
}

type Choose = (call: CriCall, request: object) => RecordedCall;

const tracksOf = (recording: Recording): ReadonlyMap<CriCall, readonly Track[]> => {
  const tracks = new Map<CriCall, Track[]>();
  for (const recorded of recording.calls) {
    const ofCall = tracks.get(recorded.call) ?? [];
    tracks.set(recorded.call, ofCall);
    ofCall.push({ recorded, request: canonicalText(recorded.request), isUsed: false });
  }
  return tracks;
};

const chooseStrict = (tracks: ReadonlyMap<CriCall, readonly Track[]>): Choose => {
  const used = new Map<CriCall, number>();
  return (call, request) => {
    const index = used.get(call) ?? 0;
    const track = tracks.get(call)?.[index];
    if (track === undefined) {
      throw new CriError("FailedPrecondition", `the recording has ${index} calls of ${call.name}, this is one more`);
    }
    const asked = canonicalText(redact(request));
    if (asked !== track.request) {
      throw new CriError(
        "FailedPrecondition",
        `call ${index + 1} of ${call.name} is not the recorded one: it asks ${asked}, recorded is ${track.request}`,
      );
    }
    used.set(call, index + 1);
    return track.recorded;
  };
};

const chooseLenient =
  (tracks: ReadonlyMap<CriCall, readonly Track[]>): Choose =>
  (call, request) => {
    const ofCall = tracks.get(call) ?? [];
    const asked = canonicalText(redact(request));
    const same = ofCall.filter((track) => track.request === asked);
    const fit =
      same.find((track) => !track.isUsed) ?? same.at(-1) ?? ofCall.find((track) => !track.isUsed) ?? ofCall.at(-1);
    if (fit === undefined) throw new CriError("Unimplemented", `the recording has no call of ${call.name}`);
    fit.isUsed = true;
    return fit.recorded;
  };

/**
 * A service that answers what was recorded, byte for byte. A call that had not ended when the recording did is open until its caller ends it.
 * URLs of sessions are answered as recorded; nothing serves them.
 */
export const replay = (recording: Recording, options: ReplayOptions = {}): CriService => {
  const tracks = tracksOf(recording);
  const choose = options.mode === "lenient" ? chooseLenient(tracks) : chooseStrict(tracks);
  const sleep = options.sleep ?? sleepByTimers;
  const speed = options.speed ?? 0;

  const wait = async (fromMs: number, toMs: number, context: Call | undefined): Promise<void> => {
    if (speed > 0 && toMs > fromMs) await sleep((toMs - fromMs) / speed, context?.signal);
  };

  async function* play(call: CriCall, request: object, context: Call | undefined): AsyncGenerator<object, void> {
    const recorded = choose(call, request);
    let atMs = recorded.startedAtMs;
    for (const response of recorded.responses) {
      await wait(atMs, response.atMs, context);
      atMs = response.atMs;
      yield call.responseType.decode(response.bytes) as object;
    }
    if (recorded.end === undefined) return sleep(Number.POSITIVE_INFINITY, context?.signal);
    await wait(atMs, recorded.end.atMs, context);
    if (recorded.end.code !== "OK") throw new CriError(recorded.end.code, recorded.end.message);
  }

  return createCalls({
    stream: (call) => (request, context) => play(call, request, context),
    unary: (call) => async (request, context) => {
      for await (const response of play(call, request, context)) return response;
      throw new CriError("Internal", `the recording has no answer to ${call.name}`);
    },
  });
};
