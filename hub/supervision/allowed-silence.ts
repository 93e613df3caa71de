/**
 * A panel counts as silent when three messages in a row are missing. A mobile network loses one
 * every day, and two when a router restarts or a panel changes its cell. With polls every 30 s that
 * makes a minute and a half.
 */
const missedMessages = 3
/**
 * Longest wait beyond the interval itself, s. A panel that tests once a day does not get three
 * days: a message ten minutes late was not merely delayed on its way.
 */
const longestSlack = 600

/** Longest silence that is no trouble, s, for an account expected to report every `interval` s. */
export const allowedSilence = (interval: number): number =>
  interval + Math.min((missedMessages - 1) * interval, longestSlack)

/**
 * Time that panels get after the hub could not hear, s: to dial again, and to send what they kept.
 * It limits what an outage adds for panels with long intervals; the others get their whole allowed
 * silence again.
 */
export const patienceAfterOutage = 600

/** `91 s`, `12 min`, `25 h`: a duration for a line of text. */
export function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`
}
