/**
 * When there are more alarms than this per officer in ten minutes, the queue is drawn dense: this
 * is where a flood begins.
 */
export const denseBeyond = 10

export interface Density {
  readonly storm: boolean
  /**
   * Whether the queue may become dense by itself. It may not after somebody left the dense view by
   * key, until that storm is over.
   */
  readonly armed: boolean
}

export const calm: Density = { storm: false, armed: true }

/**
 * The density after a look at the load. The queue becomes dense by itself, but only a key turns it
 * back.
 */
export function densityUnder(density: Density, alarmsPerOfficer: number): Density {
  const busy = alarmsPerOfficer > denseBeyond
  if (busy) return density.armed ? { storm: true, armed: false } : density
  return density.armed ? density : { ...density, armed: true }
}

export const densityTurned = ({ storm, armed }: Density): Density => ({ storm: !storm, armed })
