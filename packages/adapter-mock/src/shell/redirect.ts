import { FsError } from "../filesystem/fs-error.ts";
import { createFileDescriptor, createPipe, type Descriptor, NULL_DESCRIPTOR } from "../process/descriptor.ts";
import type { Process } from "../process/process.ts";
import { type Expander, expandToText } from "./expand.ts";
import { type Descriptors, ShellError } from "./state.ts";
import type { Redirect } from "./syntax.ts";

/** The descriptors of one command, and how to let go of those that were opened for it. */
export interface Redirected {
  readonly fds: Descriptors;
  release(): void;
}

/** Opens a file of the container as a descriptor; devices that stand for a stream are that stream. */
export const openDescriptor = (
  process: Process,
  path: string,
  options: { readonly operator: Redirect["operator"]; readonly fds: Descriptors },
): Descriptor => {
  const stream = /^\/dev\/(?:std(in|out|err)|fd\/(\d+))$/.exec(path);
  if (stream !== null) {
    const fd = stream[2] === undefined ? ["in", "out", "err"].indexOf(stream[1] ?? "") : Number(stream[2]);
    const descriptor = options.fds[fd];
    if (descriptor === undefined) throw new FsError("ENOENT", path);
    return descriptor.retain();
  }
  const place = process.space.fs.resolve(path, process.cwd, { as: process.user });
  if (place.stat?.device === "null") return NULL_DESCRIPTOR;
  if (place.stat?.device === "tty") {
    const terminal = options.fds.find((descriptor) => descriptor?.terminal !== undefined);
    if (terminal === undefined) throw new FsError("ENOENT", path);
    return terminal;
  }
  switch (options.operator) {
    case "<":
      return createFileDescriptor(process.fs.open(path, { read: true }));
    case "<>":
      return createFileDescriptor(process.fs.open(path, { read: true, write: true, create: true }));
    case ">>":
      return createFileDescriptor(process.fs.open(path, { read: false, write: true, create: true, append: true }));
    default:
      return createFileDescriptor(process.fs.open(path, { read: false, write: true, create: true, truncate: true }));
  }
};

/** Feeds a here-document to a pipe; what does not fit waits for its reader. */
const hereDocument = (process: Process, text: string): Descriptor => {
  const { reader, writer } = createPipe();
  const bytes = new TextEncoder().encode(text);
  const feed = async (): Promise<void> => {
    for (let at = 0; at < bytes.byteLength; at += 16_384) {
      if (!writer.write(bytes.subarray(at, at + 16_384))) await process.until(writer.drained());
    }
  };
  // A reader that has gone, or the shell's own end, ends the feeding; there is nobody to tell.
  feed().then(
    () => writer.release(),
    () => writer.release(),
  );
  return reader;
};

/** Applies redirections to `fds`, from left to right. Throws an FsError or a ShellError. */
export const redirect = async (
  expander: Expander,
  redirects: readonly Redirect[],
  fds: Descriptors,
): Promise<Redirected> => {
  const next = [...fds];
  const opened: Descriptor[] = [];
  const release = (): void => {
    for (const descriptor of opened) descriptor.release();
  };
  try {
    for (const { fd, operator, target } of redirects) {
      const text = await expandToText(expander, target);
      if (operator === "<&" || operator === ">&") {
        if (text === "-") next[fd] = undefined;
        else if (!/^\d+$/.test(text) || next[Number(text)] === undefined)
          throw new ShellError(`${text}: bad file descriptor`, 1);
        else next[fd] = next[Number(text)];
        continue;
      }
      const { process } = expander.state;
      const descriptor =
        operator === "<<" ? hereDocument(process, text) : openDescriptor(process, text, { operator, fds: next });
      opened.push(descriptor);
      next[fd] = descriptor;
    }
  } catch (error) {
    release();
    throw error;
  }
  return { fds: next, release };
};
