/**
 * A number per second from a start, counted by elapsed time, so that a late tick sends more and
 * none is lost.
 */
export interface Pace {
  /** Per second; may be a fraction. */
  readonly rate: number
  readonly since: number
  readonly issued: number
}

export const startPace = (rate: number, now: number): Pace => ({ rate, since: now, issued: 0 })

export function takeDue(pace: Pace, now: number): { readonly due: number; readonly pace: Pace } {
  const total = Math.floor((Math.max(0, now - pace.since) * pace.rate) / 1000)
  const due = Math.max(0, total - pace.issued)
  return { due, pace: due === 0 ? pace : { ...pace, issued: total } }
}
