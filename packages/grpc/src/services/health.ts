import { GrpcError, Status } from "../call/status.ts";
import {
  type HealthCheckRequest,
  type HealthCheckResponse,
  HealthDefinition,
  type HealthListResponse,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from "../gen/grpc/health/v1/health.ts";
import type { GrpcServer } from "../server/server.ts";
import type { ServerCall } from "../server/server-call.ts";

/** What the health service says of a service. */
export type HealthStatus = "SERVING" | "NOT_SERVING";

/** Sets what the health service answers. */
export interface Health {
  /** Sets the status of a service by its full name, or of the whole server by `""`; those who watch it hear of it. */
  set(service: string, status: HealthStatus): void;
}

/** gRPC's service does not say how many services one List may name; its specification lets a server refuse. */
const MAX_LISTED = 100;

class Statuses implements Health {
  readonly #statuses = new Map<string, HealthStatus>([["", "SERVING"]]);
  readonly #watchers = new Set<() => void>();

  set(service: string, status: HealthStatus): void {
    this.#statuses.set(service, status);
    for (const watcher of this.#watchers) watcher();
  }

  check({ service }: HealthCheckRequest): Promise<HealthCheckResponse> {
    const status = this.#statuses.get(service);
    if (status === undefined) return Promise.reject(new GrpcError(Status.NOT_FOUND, `unknown service ${service}`));
    return Promise.resolve({ status: ServingStatus[status] });
  }

  list(): Promise<HealthListResponse> {
    if (this.#statuses.size > MAX_LISTED)
      return Promise.reject(new GrpcError(Status.RESOURCE_EXHAUSTED, `more than ${MAX_LISTED} services`));
    const statuses = [...this.#statuses].map(([name, status]) => [name, { status: ServingStatus[status] }]);
    return Promise.resolve({ statuses: Object.fromEntries(statuses) });
  }

  async *watch({ service }: HealthCheckRequest, { signal }: ServerCall): AsyncGenerator<HealthCheckResponse> {
    let wake = (): void => {};
    const watcher = (): void => wake();
    this.#watchers.add(watcher);
    signal.addEventListener("abort", watcher, { once: true });
    try {
      let last: HealthStatus | "SERVICE_UNKNOWN" | undefined;
      while (!signal.aborted) {
        const status = this.#statuses.get(service) ?? "SERVICE_UNKNOWN";
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (status === last) await changed;
        else yield { status: ServingStatus[status] };
        last = status;
      }
    } finally {
      this.#watchers.delete(watcher);
    }
  }
}

/**
 * Adds gRPC's health service (`grpc.health.v1`) to a server. Every service that is registered by now, and the server itself, is SERVING
 * until it is set otherwise.
 */
export const addHealth = (server: GrpcServer): Health => {
  const statuses = new Statuses();
  for (const service of server.services) statuses.set(service, "SERVING");
  server.add(HealthDefinition, {
    check: (request) => statuses.check(request),
    list: () => statuses.list(),
    watch: (request, call) => statuses.watch(request, call),
  });
  return statuses;
};
