/** What {@link createCriService} can be told. */
export interface CriServiceOptions {
  /**
   * Gets the cause of each `Internal` error that the service makes of an error that is no `CriError`: its message is not sent to the client.
   * Default: nothing but the `cause` of the `CriError` keeps it.
   */
  readonly onInternalError?: (failure: { readonly call: string; readonly cause: unknown }) => void;
  /** How long an executed process may take to end once it has been told to, in milliseconds, before the call is answered without it. Default 2,000. */
  readonly execSyncEndMs?: number;
  /** Bytes that an ExecSync answer may have in all, stdout and stderr together. Default 16 MiB less 1 KiB: the largest message a client takes. */
  readonly execSyncMaxBytes?: number;
  /** Objects in one message of a streaming list. Default 500. */
  readonly listChunkCount?: number;
  /** Bytes in one message of a streaming list, by an estimate that is never too low; a single larger object goes alone. Default 2 MiB. */
  readonly listChunkBytes?: number;
}
