export interface Display {
  readonly virtual: boolean
  /** To be merged into a program's environment. */
  readonly env: Record<string, string>
  /** Ends the virtual display; nothing to do for a real one. */
  stop(): Promise<void>
}
/**
 * A display: the one there is, or a virtual one. Rejects with a sentence when neither is to be had.
 */
export function ensureDisplay(): Promise<Display>
