import { type AuthConfig, CriError } from "@crikit/cri-api";
import { formatKubeletError, type ImageReference, KUBELET_ERRORS } from "@crikit/cri-runtime";

/** How a registry behaves for the references that its name or pattern matches. */
export interface RegistryRule {
  /** A domain (`registry.example.com`), a repository (`registry.example.com/team/app`) or a pattern with `*`. */
  readonly match: string;
  /** How long a pull takes, in milliseconds. Default 0. */
  readonly latencyMs?: number | undefined;
  /** Who may pull; default everybody. */
  readonly auth?: { readonly username: string; readonly password: string } | { readonly token: string } | undefined;
  /** What a pull fails with: the registry is down, the image is not there, its signature is refused, or it never ends. */
  readonly failure?: "unavailable" | "missing" | "signature" | "hang" | undefined;
  /** Pulls that fail before the first that succeeds; default all of them. */
  readonly failures?: number | undefined;
}

/** What someone who watches a pull is told. */
export interface PullProgress {
  readonly image: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

const toPattern = (match: string): RegExp =>
  new RegExp(`^${match.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}(?:$|[/:@])`);

/** The first rule that matches, for `example.com/team/app:1`. */
export const findRule = (rules: readonly RegistryRule[], reference: string): RegistryRule | undefined =>
  rules.find(
    (rule) =>
      toPattern(rule.match).test(reference) ||
      (rule.match.endsWith("*") && toPattern(rule.match.slice(0, -1)).test(reference)),
  );

const credentialsOf = (
  auth: AuthConfig | undefined,
): { readonly username: string; readonly password: string; readonly token: string } => {
  const [username = "", ...password] = Buffer.from(auth?.auth ?? "", "base64")
    .toString("utf8")
    .split(":");
  return {
    username: auth?.username || username,
    password: auth?.password || password.join(":"),
    token: auth?.registryToken || auth?.identityToken || "",
  };
};

const isAdmitted = (rule: RegistryRule, auth: AuthConfig | undefined): boolean => {
  if (rule.auth === undefined) return true;
  const given = credentialsOf(auth);
  if ("token" in rule.auth) return given.token === rule.auth.token;
  return given.username === rule.auth.username && given.password === rule.auth.password;
};

/** Throws what the rule has a pull of `image` fail with. */
export const checkRule = (
  rule: RegistryRule,
  image: { readonly name: string; readonly reference: ImageReference; readonly pulls: number },
  auth: AuthConfig | undefined,
): void => {
  if (!isAdmitted(rule, auth)) {
    throw new CriError(
      "PermissionDenied",
      `image "${image.name}": registry "${image.reference.domain}" refuses these credentials`,
    );
  }
  if (rule.failures !== undefined && image.pulls > rule.failures) return;
  switch (rule.failure) {
    case "unavailable":
      throw new CriError(
        "Unavailable",
        formatKubeletError(
          KUBELET_ERRORS.registryUnavailable,
          `registry "${image.reference.domain}" does not answer for image "${image.name}"`,
        ),
      );
    case "missing":
      throw new CriError("NotFound", `image "${image.name}" is not in registry "${image.reference.domain}"`);
    case "signature":
      throw new CriError(
        "FailedPrecondition",
        formatKubeletError(KUBELET_ERRORS.signatureValidationFailed, `image "${image.name}" has no valid signature`),
      );
    default:
  }
};
