import type { AlarmKind } from '../codes/kinds'
import type { ExtendedField } from '../dc09/frame'
import { minute, second } from '../lang/instant'
import type { Site } from '../sites/site'
import { between, chance, pick, type Random, weighted } from './random'
import { kindOfZone } from './zones'

export type DemoToken = 'SIA-DCS' | 'ADM-CID'

export interface DemoMessage {
  readonly token: DemoToken | 'NULL'
  readonly data: string
  readonly extended: readonly ExtendedField[]
}

/** Something that happens at a site, with the messages for its beginning and its end. */
export interface DemoAlarm {
  readonly kind: AlarmKind
  readonly raised: DemoMessage
  readonly restored: DemoMessage
  readonly lasts: number
}

interface Cause {
  readonly kind: AlarmKind
  readonly share: number
  /** Where it can happen: at a zone that reports it, at any zone, or at the panel itself. */
  readonly at: 'own-zone' | 'any-zone' | 'panel'
  readonly sia: readonly [raised: string, restored: string]
  readonly cid: readonly string[]
  /** Shortest and longest, ms. */
  readonly lasts: readonly [number, number]
}

// The mix is ours: mostly doors and mains power, now and then a life in danger, as on a lively
// evening.
const causes: readonly Cause[] = [
  {
    kind: 'burglary',
    share: 42,
    at: 'own-zone',
    sia: ['BA', 'BR'],
    cid: ['130', '131', '134'],
    lasts: [20 * second, 2 * minute],
  },
  {
    kind: 'hold-up',
    share: 10,
    at: 'own-zone',
    sia: ['HA', 'HR'],
    cid: ['122'],
    lasts: [2 * minute, 6 * minute],
  },
  {
    kind: 'panic',
    share: 7,
    at: 'own-zone',
    sia: ['PA', 'PR'],
    cid: ['120', '123'],
    lasts: [minute, 4 * minute],
  },
  {
    kind: 'fire',
    share: 10,
    at: 'own-zone',
    sia: ['FA', 'FR'],
    cid: ['110', '111', '115'],
    lasts: [2 * minute, 9 * minute],
  },
  {
    kind: 'gas',
    share: 3,
    at: 'own-zone',
    sia: ['GA', 'GR'],
    cid: ['151'],
    lasts: [2 * minute, 9 * minute],
  },
  {
    kind: 'medical',
    share: 2,
    at: 'own-zone',
    sia: ['MA', 'MR'],
    cid: ['100'],
    lasts: [minute, 3 * minute],
  },
  {
    kind: 'tamper',
    share: 9,
    at: 'any-zone',
    sia: ['TA', 'TR'],
    cid: ['137', '144'],
    lasts: [30 * second, 3 * minute],
  },
  {
    kind: 'power',
    share: 11,
    at: 'panel',
    sia: ['AT', 'AR'],
    cid: ['301'],
    lasts: [3 * minute, 15 * minute],
  },
  // A low battery is of the kind `power` too.
  {
    kind: 'power',
    share: 4,
    at: 'panel',
    sia: ['YT', 'YR'],
    cid: ['302'],
    lasts: [5 * minute, 20 * minute],
  },
]

const zonesFor = (site: Site, { kind, at }: Cause): Site['zones'] =>
  at === 'any-zone' ? site.zones : site.zones.filter(({ name }) => kindOfZone(name) === kind)

const canHappen = (site: Site, cause: Cause): boolean =>
  cause.at === 'panel' || zonesFor(site, cause).length > 0

export const canRaise = (site: Site, kind: AlarmKind): boolean =>
  causes.some((cause) => cause.kind === kind && canHappen(site, cause))

export interface DemoAlarmOptions {
  readonly token: DemoToken
  /**
   * Only these kinds. When left out, or when the site has detectors for none of them, any kind that
   * it has detectors for.
   */
  readonly kinds?: readonly AlarmKind[]
}

/** An alarm that can happen at this site, at a zone that exists there. */
export function demoAlarm(
  site: Site,
  { token, kinds }: DemoAlarmOptions,
  random: Random,
): DemoAlarm {
  const possible = causes.filter((cause) => canHappen(site, cause))
  const wanted = possible.filter(({ kind }) => kinds?.includes(kind))
  const cause = weighted(wanted.length > 0 ? wanted : possible, ({ share }) => share)(random)
  const zone = cause.at === 'panel' ? null : pick(random, zonesFor(site, cause))
  const words = chance(random, 0.5) ? (zone?.name ?? null) : null
  const say = token === 'SIA-DCS' ? siaSpeaker : cidSpeaker
  const [raised, restored] = say(site.account, {
    cause,
    zone: zone?.number ?? null,
    words,
    code: pick(random, cause.cid),
  })
  const lasts = Math.round(between(random, ...cause.lasts))
  return { kind: cause.kind, raised, restored, lasts }
}

interface Happening {
  readonly cause: Cause
  readonly code: string
  readonly zone: string | null
  readonly words: string | null
}

const three = (digits: string | number | null): string => String(digits ?? '').padStart(3, '0')

const none: readonly ExtendedField[] = []

function siaSpeaker(
  account: string,
  { cause, zone, words }: Happening,
): readonly [DemoMessage, DemoMessage] {
  const text = words === null ? '' : `^${words}^`
  const say = (code: string): DemoMessage => ({
    token: 'SIA-DCS',
    data: `#${account}|Nri1/${code}${zone === null ? '' : three(zone)}${text}`,
    extended: none,
  })
  return [say(cause.sia[0]), say(cause.sia[1])]
}

function cidSpeaker(
  account: string,
  { code, zone, words }: Happening,
): readonly [DemoMessage, DemoMessage] {
  const say = (qualifier: 1 | 3): DemoMessage => ({
    token: 'ADM-CID',
    data: `#${account}|${qualifier}${code} 01 ${three(zone)}`,
    extended: words === null ? none : [{ letter: 'I', text: words }],
  })
  return [say(1), say(3)]
}

/** Arming (closing) or disarming (opening) by a user's code. */
export function demoArming(
  account: string,
  token: DemoToken,
  { arm, user }: { arm: boolean; user: number },
): DemoMessage {
  const data =
    token === 'SIA-DCS'
      ? `#${account}|Nri1/${arm ? 'CL' : 'OP'}${three(user)}`
      : `#${account}|${arm ? 3 : 1}401 01 ${three(user)}`
  return { token, data, extended: none }
}

/** A poll shows only that the link is alive. */
export const demoPoll: DemoMessage = { token: 'NULL', data: '', extended: none }
