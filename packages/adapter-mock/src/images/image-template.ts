/** What an image contains and starts: the mock's stand-in for layers and a configuration. */
export interface ImageTemplate {
  /** Images of equal content are one image with several tags; default what the reference names, whatever the registry. */
  readonly content?: string | undefined;
  readonly entrypoint?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly workingDir?: string | undefined;
  /** As in an image's configuration: "1002", "www-data", "1003:staff". */
  readonly user?: string | undefined;
  /** Extra files by absolute path. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** Programs of the mock as executable files: a name (in /bin) or an absolute path with the program it runs. */
  readonly programs?: readonly string[] | Readonly<Record<string, string>> | undefined;
  /** Whether there is a shell and the tools of busybox. Default true. */
  readonly tools?: boolean | undefined;
  /** Executables that run with root's rights. */
  readonly setUid?: readonly string[] | undefined;
  /** Lines added to /etc/passwd and /etc/group. */
  readonly passwd?: readonly string[] | undefined;
  readonly group?: readonly string[] | undefined;
  /** As in an image's configuration: "SIGQUIT". */
  readonly stopSignal?: string | undefined;
  /** Default: some megabytes, by the reference. */
  readonly sizeBytes?: number | undefined;
  /** The kubelet must not remove it. Default false. */
  readonly pinned?: boolean | undefined;
}

/** Templates by what an image is called: a whole reference, a repository (`library/redis`) or its last name (`redis`). */
export type Catalogue = Readonly<Record<string, ImageTemplate>>;
