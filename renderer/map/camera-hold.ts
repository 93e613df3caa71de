/**
 * Whether the map may move by itself. Instants are ms of one monotonic clock, given by the caller.
 */
export interface CameraHold {
  /** The user touched the map: it stays where they put it. */
  gesture(at: number): void
  /** The user gives the map back ("follow again"). */
  release(): void
  allowsMove(at: number): boolean
  /** When the hold ends if no further gesture comes; `undefined` when the map is free. */
  heldUntil(): number | undefined
  /** Called when a hold begins, is prolonged or is released. Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/**
 * How long a gesture prevents automatic moves. A map that jumps to the next alarm while somebody
 * gives directions from a wall display costs more than one that stays put a minute too long.
 */
export const holdMs = 60_000

export function createCameraHold(duration = holdMs): CameraHold {
  let until: number | undefined
  const listeners = new Set<() => void>()
  const set = (value: number | undefined) => {
    until = value
    for (const listener of listeners) listener()
  }
  return {
    gesture: (at) => set(at + duration),
    release: () => set(undefined),
    allowsMove: (at) => until === undefined || at >= until,
    heldUntil: () => until,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
