/** Whether an error of the file system says that there is no such file. Errors of another realm (jest) are no `Error` of this one. */
export const isMissingFile = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
