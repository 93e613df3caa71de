/** Where samples go. A device draws them: it alone knows how fast it plays. */
export interface OutputDevice {
  /** For people and for the log. */
  readonly name: string
  /**
   * Rejects with the reason when there is no such device. `onGone` is called once if it ends by
   * itself afterwards.
   */
  open(fill: Fill, onGone: (reason: string) => void): Promise<OutputStream>
}

/** Mono, 16 bits, at the rate of shared/sound/synthesis. */
export type Fill = (out: Int16Array) => void

export interface OutputStream {
  close(): Promise<void>
}
