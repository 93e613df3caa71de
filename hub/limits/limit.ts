/**
 * Why something is held back. It is judged before anything is done with what asks, never thrown,
 * and what is refused costs its sender nothing of its share.
 */
export interface HeldBack<Why extends string = string> {
  /** For figures. */
  readonly why: Why
  /** Milliseconds until asking again may help; 0 when something else than time has to pass. */
  readonly wait: number
}

/** Every limit: null lets through. Allocates only for what is refused. */
export interface Limit<Asked extends readonly unknown[], Why extends string = string> {
  admit(...asked: Asked): HeldBack<Why> | null
}
