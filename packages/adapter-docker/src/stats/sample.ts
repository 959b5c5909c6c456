/** Stall times of one resource, as the kernel counts them; averages in percent. */
export interface Pressure {
  readonly some: PressureLine;
  readonly full: PressureLine;
}

/** One line of a pressure file. */
export interface PressureLine {
  readonly totalMicros: bigint;
  readonly avg10: number;
  readonly avg60: number;
  readonly avg300: number;
}

/** What one block device has moved. */
export interface DeviceIo {
  readonly major: number;
  readonly minor: number;
  readonly readBytes: bigint;
  readonly writeBytes: bigint;
  readonly reads: bigint;
  readonly writes: bigint;
}

/** What one interface has moved. */
export interface InterfaceIo {
  readonly name: string;
  readonly rxBytes: bigint;
  readonly rxPackets: bigint;
  readonly rxErrors: bigint;
  readonly rxDropped: bigint;
  readonly txBytes: bigint;
  readonly txPackets: bigint;
  readonly txErrors: bigint;
  readonly txDropped: bigint;
}

/** What one container uses at one moment; what the machine does not tell is `undefined`. */
export interface Sample {
  readonly timeNanos: bigint;
  readonly cpu: {
    readonly totalNanos: bigint;
    readonly userNanos: bigint | undefined;
    readonly systemNanos: bigint | undefined;
    readonly periods: bigint | undefined;
    readonly throttledPeriods: bigint | undefined;
    readonly throttledNanos: bigint | undefined;
    readonly pressure: Pressure | undefined;
  };
  readonly memory: {
    readonly usageBytes: bigint;
    /** Usage less what the kernel can drop at once: `inactive_file`. */
    readonly workingSetBytes: bigint;
    readonly rssBytes: bigint | undefined;
    readonly cacheBytes: bigint | undefined;
    readonly mappedFileBytes: bigint | undefined;
    readonly kernelBytes: bigint | undefined;
    readonly swapBytes: bigint | undefined;
    readonly maxUsageBytes: bigint | undefined;
    readonly failures: bigint | undefined;
    readonly limitBytes: bigint | undefined;
    readonly pageFaults: bigint | undefined;
    readonly majorPageFaults: bigint | undefined;
    readonly oomEvents: bigint | undefined;
    readonly pressure: Pressure | undefined;
  };
  readonly io: { readonly devices: readonly DeviceIo[]; readonly pressure: Pressure | undefined };
  readonly processes: { readonly count: bigint | undefined; readonly limit: bigint | undefined };
  /** Of the container's own network namespace; a pod's are its sandbox container's. */
  readonly interfaces: readonly InterfaceIo[];
}
