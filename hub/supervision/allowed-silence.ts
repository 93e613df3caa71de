/**
 * Messages that may be missing in a row before a panel counts as silent: three. One is lost on a
 * mobile network every day, two when a router restarts or a panel changes its cell; with polls
 * every 30 s that makes a minute and a half.
 */
const missedMessages = 3
/**
 * Longest waited beyond the interval itself, s. A panel that tests once a day is not given three
 * days: what came too late by ten minutes was not held up on its way.
 */
const longestSlack = 600

/**
 * Longest silence that is no trouble, s, of an account that is expected to say something every
 * `interval` s.
 */
export const allowedSilence = (interval: number): number =>
  interval + Math.min((missedMessages - 1) * interval, longestSlack)

/**
 * How long panels are given after the hub could not hear, s: to dial again, and to send what they
 * kept. It bounds what an outage adds for panels with long intervals; the others get their whole
 * allowed silence anew.
 */
export const patienceAfterOutage = 600

/** `91 s`, `12 min`, `25 h`: how long something lasted, for a line of text. */
export function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`
}
