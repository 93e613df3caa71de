/** More alarms than this per officer in ten minutes draw the queue dense: where a flood begins. */
export const denseBeyond = 10

/** Whether the rows of the queue stand close, as in a storm. */
export interface Density {
  readonly storm: boolean
  /** Whether it may become dense by itself: not while the storm goes on that a key has left. */
  readonly armed: boolean
}

export const calm: Density = { storm: false, armed: true }

/** After a look at the load. It becomes dense by itself; back it goes by a key alone. */
export function densityUnder(density: Density, alarmsPerOfficer: number): Density {
  const busy = alarmsPerOfficer > denseBeyond
  if (busy) return density.armed ? { storm: true, armed: false } : density
  return density.armed ? density : { ...density, armed: true }
}

/** After the key. */
export const densityTurned = ({ storm, armed }: Density): Density => ({ storm: !storm, armed })
