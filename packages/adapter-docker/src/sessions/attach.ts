import type { AttachSession, SessionCall, SessionStreams } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import { asking } from "../translate/cri-error.ts";
import { pumpInput, pumpOutput, pumpSizes } from "./pump-streams.ts";

/** Connects to a container's first process until it has ended or the signal has fired; the container's own terminal decides about the streams. */
export const attachToContainer = async (
  engine: Engine,
  session: AttachSession & { readonly hasTerminal: boolean },
  streams: SessionStreams,
  call: SessionCall,
): Promise<void> => {
  const { containerId, hasTerminal } = session;
  const stream = await asking(`attach to container "${containerId}"`, () =>
    engine.attachContainer(containerId, {
      stdin: streams.stdin !== undefined,
      stdout: streams.stdout !== undefined,
      stderr: streams.stderr !== undefined,
      signal: call.signal,
    }),
  );
  try {
    const ended = pumpOutput(stream, streams, hasTerminal);
    if (streams.stdin !== undefined) void pumpInput(streams.stdin, stream, ended);
    if (streams.resize !== undefined)
      void pumpSizes(streams.resize, (size) => engine.resizeContainer(containerId, size), ended);
    await ended;
    call.signal.throwIfAborted();
  } finally {
    stream.destroy();
  }
};
