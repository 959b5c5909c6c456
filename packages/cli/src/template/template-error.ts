/** A template that cannot be read or carried out; one line. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}
