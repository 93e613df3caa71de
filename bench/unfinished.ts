/** A benchmark that failed, with what it had measured until then. */
export class Unfinished extends Error {
  constructor(
    readonly figures: Readonly<Record<string, unknown>>,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
