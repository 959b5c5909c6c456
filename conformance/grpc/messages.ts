/** The messages of connectconformance as its protos have them, as far as the programs under test read and write them. */

export interface AnyMessage {
  typeUrl: string;
  value: Uint8Array;
}

export interface ProtoHeader {
  name: string;
  value: string[];
}

export interface ProtoError {
  code: number;
  message?: string | undefined;
  details: AnyMessage[];
}

export interface UnaryResponseDefinition {
  responseHeaders: ProtoHeader[];
  responseData?: Uint8Array | undefined;
  error?: ProtoError | undefined;
  responseTrailers: ProtoHeader[];
  responseDelayMs: number;
}

export interface StreamResponseDefinition {
  responseHeaders: ProtoHeader[];
  responseData: Uint8Array[];
  responseDelayMs: number;
  error: ProtoError | undefined;
  responseTrailers: ProtoHeader[];
}

/** UnaryRequest, IdempotentUnaryRequest and ClientStreamRequest. */
export interface UnaryRequest {
  responseDefinition: UnaryResponseDefinition | undefined;
  requestData: Uint8Array;
}

/** ServerStreamRequest and BidiStreamRequest. */
export interface StreamRequest {
  responseDefinition: StreamResponseDefinition | undefined;
  fullDuplex?: boolean;
  requestData: Uint8Array;
}

export interface RequestInfo {
  requestHeaders: ProtoHeader[];
  timeoutMs?: bigint | undefined;
  requests: AnyMessage[];
  connectGetInfo: undefined;
}

export interface Payload {
  data: Uint8Array;
  requestInfo: RequestInfo | undefined;
}

export interface TlsCreds {
  cert: Uint8Array;
  key: Uint8Array;
}

export interface ServerCompatRequest {
  useTls: boolean;
  clientTlsCert: Uint8Array;
  messageReceiveLimit: number;
  serverCreds: TlsCreds | undefined;
}

export interface ServerCompatResponse {
  host: string;
  port: number;
  pemCert: Uint8Array;
}

export interface ClientCompatRequest {
  testName: string;
  compression: number;
  host: string;
  port: number;
  serverTlsCert: Uint8Array;
  clientTlsCreds: TlsCreds | undefined;
  messageReceiveLimit: number;
  method?: string | undefined;
  streamType: number;
  requestHeaders: ProtoHeader[];
  requestMessages: AnyMessage[];
  timeoutMs?: number | undefined;
  requestDelayMs: number;
  cancel:
    | {
        beforeCloseSend?: object | undefined;
        afterCloseSendMs?: number | undefined;
        afterNumResponses?: number | undefined;
      }
    | undefined;
}

export interface ClientResponseResult {
  responseHeaders: ProtoHeader[];
  payloads: Payload[];
  error: ProtoError | undefined;
  responseTrailers: ProtoHeader[];
  numUnsentRequests: number;
  feedback: string[];
}

export interface ClientCompatResponse {
  testName: string;
  response?: ClientResponseResult | undefined;
  error?: { message: string } | undefined;
}
