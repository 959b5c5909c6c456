import { expect, test } from "@jest/globals";
import { type Tracer, trace } from "@opentelemetry/api";
import { drain, echoService } from "../../testing/echo-service.ts";
import { type AnyUnary, CRI_CALLS } from "./calls.ts";
import { type CallLogEntry, formatCallLogEntry, withLog } from "./with-log.ts";
import { createCriMetrics, withMetrics } from "./with-metrics.ts";
import { type TraceTracer, withTrace } from "./with-trace.ts";

const callAll = async (service: ReturnType<typeof echoService>["service"]): Promise<void> => {
  for (const { key } of CRI_CALLS) {
    await drain((service[key] as unknown as AnyUnary)({})).catch(() => undefined);
  }
};

test("metrics count every call, its errors by code, its latency and what is in flight", async () => {
  let now = 0;
  const metrics = createCriMetrics({ bucketsSeconds: [0.005, 1], nowMs: () => (now += 10) });
  const service = withMetrics(echoService(["StopContainer"]).service, metrics);
  await callAll(service);
  const open = service.getContainerEvents({})[Symbol.asyncIterator]();
  await open.next();
  const lines = metrics.text().split("\n");
  expect(lines.filter((line) => line.startsWith("crikit_cri_calls_total"))).toHaveLength(43);
  expect(lines).toEqual(
    expect.arrayContaining([
      'crikit_cri_calls_total{call="Version",code="OK"} 1',
      'crikit_cri_calls_total{call="StopContainer",code="NotFound"} 1',
      'crikit_cri_call_errors_total{call="StopContainer",code="NotFound"} 1',
      'crikit_cri_call_duration_seconds_bucket{call="Version",le="0.005"} 0',
      'crikit_cri_call_duration_seconds_bucket{call="Version",le="1"} 1',
      'crikit_cri_call_duration_seconds_bucket{call="Version",le="+Inf"} 1',
      'crikit_cri_call_duration_seconds_sum{call="Version"} 0.01',
      'crikit_cri_call_duration_seconds_count{call="Version"} 1',
      'crikit_cri_calls_in_flight{call="GetContainerEvents"} 1',
      'crikit_cri_calls_in_flight{call="Version"} 0',
      'crikit_cri_stream_messages_total{call="GetContainerEvents"} 4',
    ]),
  );
  await open.return?.();
  expect(metrics.text()).toContain('crikit_cri_calls_total{call="GetContainerEvents",code="Canceled"} 1');
  expect(metrics.text()).toContain('crikit_cri_calls_in_flight{call="GetContainerEvents"} 0');
});

test("Prometheus' text has help and type once for each family", async () => {
  const metrics = createCriMetrics({ prefix: "x" });
  await callAll(withMetrics(echoService().service, metrics));
  const types = metrics.text().match(/^# TYPE .*$/gm);
  expect(types).toEqual([
    "# TYPE x_calls_total counter",
    "# TYPE x_call_errors_total counter",
    "# TYPE x_call_duration_seconds histogram",
    "# TYPE x_calls_in_flight gauge",
    "# TYPE x_stream_messages_total counter",
  ]);
});

test("a log has a line for each call when it ends", async () => {
  const entries: CallLogEntry[] = [];
  let now = 0;
  const service = withLog(echoService(["StopContainer"]).service, (entry) => entries.push(entry), {
    nowMs: () => (now += 1),
  });
  await service.version({ version: "" });
  await service.stopContainer({ containerId: "3f2a", timeout: 0n }).catch(() => undefined);
  await drain(service.getContainerEvents({}));
  expect(entries.map(formatCallLogEntry)).toEqual([
    "Version OK 1.0 ms",
    'StopContainer "3f2a" NotFound 1.0 ms: no StopContainer',
    "GetContainerEvents OK 1.0 ms 3 messages",
  ]);
  await callAll(service);
  expect(entries).toHaveLength(3 + 43);
});

const recordingTracer = () => {
  const spans: string[] = [];
  const startSpan: TraceTracer["startSpan"] = (name, options) => {
    const parts = [name, String(options?.kind), String(options?.attributes?.["cri.target"] ?? "-")];
    return {
      setAttribute: (key, value) => parts.push(`${key}=${value}`),
      setStatus: ({ code }) => parts.push(`status=${code}`),
      recordException: ({ message }) => void parts.push(`exception=${message}`),
      end: () => void spans.push(parts.join(" ")),
    };
  };
  const tracer: TraceTracer = { startSpan, startActiveSpan: (name, options, body) => body(startSpan(name, options)) };
  return { tracer, spans };
};

test("each call has a span that ends, with its code", async () => {
  const { tracer, spans } = recordingTracer();
  const service = withTrace(echoService(["StopContainer"]).service, { tracer });
  await service.stopContainer({ containerId: "3f2a", timeout: 0n }).catch(() => undefined);
  await drain(service.streamImages({ filter: undefined }));
  expect(spans).toEqual([
    "runtime.v1.RuntimeService/StopContainer 1 3f2a rpc.grpc.status_code=5 status=2 exception=no StopContainer",
    "runtime.v1.ImageService/StreamImages 1 - rpc.grpc.status_code=0 cri.messages=3",
  ]);
  await callAll(service);
  expect(spans).toHaveLength(2 + 43);
});

test("a tracer of OpenTelemetry's API is taken as it is", async () => {
  const tracer: Tracer = trace.getTracer("test");
  const service = withTrace(echoService().service, { tracer, side: "client" });
  await expect(service.version({ version: "" })).resolves.toBeDefined();
});
