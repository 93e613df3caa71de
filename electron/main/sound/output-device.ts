/** Plays samples. The device requests them, because it alone knows how fast it plays. */
export interface OutputDevice {
  readonly name: string
  /**
   * Rejects with the reason when the device does not exist. `onGone` is called once if it later
   * ends by itself.
   */
  open(fill: Fill, onGone: (reason: string) => void): Promise<OutputStream>
}

/** Mono, 16 bits, at the rate of shared/sound/synthesis. */
export type Fill = (out: Int16Array) => void

export interface OutputStream {
  close(): Promise<void>
}
