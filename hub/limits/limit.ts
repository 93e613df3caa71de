/**
 * Why something is held back. The decision comes before any work for the request and is never
 * thrown. What a limit refuses uses up none of the share it counts; where limits are chained, those
 * asked before it have already counted.
 */
export interface HeldBack<Why extends string = string> {
  /** A label for metrics. */
  readonly why: Why
  /** Milliseconds until a retry may help; 0 when time alone does not help. */
  readonly wait: number
}

/** The shape of every limit. Null lets through. Only a refusal allocates. */
export interface Limit<Asked extends readonly unknown[], Why extends string = string> {
  admit(...asked: Asked): HeldBack<Why> | null
}
