export interface Tally {
  /** Signals, that is reports without polls; each once, however often it was resent. */
  sent: number
  acknowledged: number
  unacknowledged: number
  polls: number
  unacknowledgedPolls: number
  resends: number
  alarms: number
  fixes: number
  reports: number
}

export const newTally = (): Tally => ({
  sent: 0,
  acknowledged: 0,
  unacknowledged: 0,
  polls: 0,
  unacknowledgedPolls: 0,
  resends: 0,
  alarms: 0,
  fixes: 0,
  reports: 0,
})

export type SimulationReport = Readonly<Tally> & { readonly seconds: number }

/** A run is good when nothing it sent was left without its ACK. */
export const isGood = ({ unacknowledged, unacknowledgedPolls }: Readonly<Tally>): boolean =>
  unacknowledged + unacknowledgedPolls === 0

export function progressLine(tally: Readonly<Tally>, seconds: number): string {
  const waiting = tally.sent - tally.acknowledged - tally.unacknowledged
  const { sent, acknowledged, unacknowledged, resends, alarms, polls, fixes, reports } = tally
  return (
    `${Math.round(seconds)} s: ${sent} sent, ${acknowledged} acknowledged, ${waiting} waiting, ` +
    `${unacknowledged} given up, ${resends} resent; ${alarms} alarms, ${polls} polls; ${fixes} fixes, ${reports} crew reports`
  )
}
