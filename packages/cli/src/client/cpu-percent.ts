/** What is needed of a sample of the CPU's use. */
interface CpuSample {
  readonly timestamp: bigint;
  readonly usageCoreNanoSeconds?: { readonly value: bigint } | undefined;
}

/** How much of one core was used between two samples, in percent; 0 where no new sample was taken. */
export const cpuPercent = (before: CpuSample | undefined, after: CpuSample | undefined): number => {
  const tookNanos = (after?.timestamp ?? 0n) - (before?.timestamp ?? 0n);
  const used = (after?.usageCoreNanoSeconds?.value ?? 0n) - (before?.usageCoreNanoSeconds?.value ?? 0n);
  return tookNanos <= 0n || used <= 0n ? 0 : (Number(used) / Number(tookNanos)) * 100;
};
