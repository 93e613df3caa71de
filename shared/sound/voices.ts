/**
 * What a desk can hear, the gravest first; only the first of several sounds. `escalation` is near
 * the top because it sounds once and then leaves the word to the alarm itself. The loss of the hub
 * comes before priority 2: while it lasts, no alarm arrives at all.
 */
export const voices = [
  'no-console',
  'escalation',
  'hold-up',
  'emergency',
  'fire',
  'priority-1',
  'no-hub',
  'priority-2',
  'flood',
  'priority-3',
  'overdue',
  'test',
] as const
export type Voice = (typeof voices)[number]

/** A tone that glides when `to` is given, a rest, or a soft click. Hz and ms. */
export type Part =
  | { readonly part: 'tone'; readonly hz: number; readonly to?: number; readonly ms: number }
  | { readonly part: 'rest'; readonly ms: number }
  | { readonly part: 'click' }

export interface Pattern {
  readonly parts: readonly Part[]
  /** ms from the end of one round to the start of the next; null sounds once. */
  readonly pause: number | null
}

const tone = (hz: number, ms: number, to?: number): Part =>
  to === undefined ? { part: 'tone', hz, ms } : { part: 'tone', hz, ms, to }
const rest = (ms: number): Part => ({ part: 'rest', ms })
const click: Part = { part: 'click' }

const times = (count: number, part: Part, between: number): Part[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? [part] : [rest(between), part])).flat()

const twoOf587 = times(2, tone(587, 150), 100)

export const clickLength = 40

export const lengthOf = (part: Part): number => (part.part === 'click' ? clickLength : part.ms)

/** A round with a fixed period of `every` ms from start to start. */
const every = (period: number, parts: readonly Part[]): Pattern => ({
  parts,
  pause: period - parts.reduce((all, part) => all + lengthOf(part), 0),
})

export const patterns: Readonly<Record<Voice, Pattern>> = {
  'no-console': { parts: [tone(330, 500), tone(220, 500)], pause: 2_000 },
  // The rest keeps it apart from the alarm that sounds next.
  escalation: { parts: [tone(523, 175), tone(659, 175), tone(784, 250), rest(300)], pause: null },
  'hold-up': { parts: [880, 1_175, 880, 1_175].map((hz) => tone(hz, 250)), pause: 1_000 },
  emergency: { parts: times(3, tone(600, 400, 1_200), 60), pause: 1_000 },
  fire: { parts: times(3, tone(660, 500), 200), pause: 1_500 },
  'priority-1': { parts: times(2, tone(784, 300), 150), pause: 2_000 },
  'no-hub': every(10_000, [tone(220, 1_000)]),
  'priority-2': every(8_000, twoOf587),
  flood: every(60_000, twoOf587),
  'priority-3': { parts: [tone(440, 150)], pause: null },
  overdue: every(60_000, times(2, click, 180)),
  test: { parts: [tone(988, 200)], pause: null },
}
