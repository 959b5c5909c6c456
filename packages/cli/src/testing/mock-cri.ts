import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMockRuntime, type MockRuntime, type MockRuntimeOptions } from "@crikit/adapter-mock";
import type { CriService } from "@crikit/cri-api";
import { type CriClient, type CriConnection, connectCri, createCriClient } from "@crikit/cri-api/client";
import { serveRuntime } from "../serve/serve-runtime.ts";

/** What {@link startMockCri} can be told: all that the mock can, and where to listen. */
export interface MockCriOptions extends MockRuntimeOptions {
  /** Default: a socket in a new temporary folder, removed with it. */
  readonly endpoint?: string | undefined;
  /** Stands between the clients and the mock: `(service) => withFaults(service, rules)`. */
  readonly wrap?: ((service: CriService) => CriService) | undefined;
}

/** A CRI runtime on a socket of its own, for a test. */
export interface MockCri extends AsyncDisposable {
  /** `unix:///…`, for the program under test. */
  readonly endpoint: string;
  /** The runtime itself: programs, injected errors, the calls that came. */
  readonly mock: MockRuntime;
  /** A connection over the socket. */
  readonly service: CriConnection;
  /** The same for people. */
  readonly client: CriClient;
  /** A folder for logs and files, removed at the end. */
  readonly folder: string;
  /** Ends everything and removes the socket. */
  close(): Promise<void>;
}

/**
 * Starts a CRI runtime in memory, served on a socket, for a test of anything that speaks CRI: no Docker, no root, no fixed port.
 *
 * @example
 * await using cri = await startMockCri({ seed: "1" });
 * await runMyAgent(cri.endpoint);
 */
export const startMockCri = async (options: MockCriOptions = {}): Promise<MockCri> => {
  const { endpoint: wanted, wrap, ...mockOptions } = options;
  const folder = await mkdtemp(join(tmpdir(), "crikit-mock-"));
  const own =
    process.platform === "win32" ? `npipe:////./pipe/crikit-${randomUUID()}` : `unix://${join(folder, "cri.sock")}`;
  const mock = createMockRuntime(mockOptions);
  try {
    const served = await serveRuntime(
      { runtime: mock, close: () => mock.close() },
      {
        addresses: [wanted ?? own],
        socket: {},
        streaming: {},
        wrap,
        onInternalError: ({ cause }) => console.error(cause),
      },
    );
    const [endpoint = own] = served.addresses;
    const service = connectCri(endpoint);
    let closed: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await service[Symbol.asyncDispose]();
      await served.close({ drainMs: 0 });
      await rm(folder, { recursive: true, force: true });
    };
    const closeOnce = (): Promise<void> => {
      closed ??= close();
      return closed;
    };
    const client = createCriClient(service);
    return { endpoint, mock, service, client, folder, close: closeOnce, [Symbol.asyncDispose]: closeOnce };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};
