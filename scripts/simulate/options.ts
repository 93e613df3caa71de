import { parseArgs } from 'node:util'
import type { PanelLineOptions } from './panel-line'

export interface SimulationOptions {
  /** Where the panels report; null for a run without panels. */
  readonly dc09: PanelLineOptions | null
  /** Where the cars sign in; null for a run without cars. */
  readonly http: string | null
  readonly rate: number
  readonly polls: number
  /** Share of alarms among everything but restorals, 0 to 1. */
  readonly alarmShare: number
  /** Null: until told to stop. */
  readonly seconds: number | null
  /** Null: all. */
  readonly sites: number | null
  readonly teams: number
  readonly seed: number
  /** km/h */
  readonly carSpeed: number
  readonly connections: number
}

export const usage = `npm run simulate -- --dc09 HOST:PORT --http URL [options]
  --dc09 HOST:PORT   where the panels report; without it there are no panels
  --http URL         where the cars sign in; without it there are no cars
  --rate N           signals a second, may be a fraction (0.2)
  --polls N          link polls a second (1)
  --alarm-share N    of what is not a restoral, how much is an alarm, 0 to 1 (0.15)
  --seconds S        how long; without it until interrupted
  --sites N          only so many of the demo's sites
  --teams N          so many cars (48)
  --seed N           another course of events (1)
  --car-speed KMH    on the way to a site (60)
  --connections N    the panels share so many connections (8)
  --json             no progress on stderr`

const flags = {
  dc09: { type: 'string' },
  http: { type: 'string' },
  rate: { type: 'string', default: '0.2' },
  polls: { type: 'string', default: '1' },
  'alarm-share': { type: 'string', default: '0.15' },
  seconds: { type: 'string' },
  sites: { type: 'string' },
  teams: { type: 'string', default: '48' },
  seed: { type: 'string', default: '1' },
  'car-speed': { type: 'string', default: '60' },
  connections: { type: 'string', default: '8' },
  json: { type: 'boolean', default: false },
} as const

/** Reads the command line; throws a sentence that says what is wrong. */
export function parseOptions(
  args: readonly string[],
): SimulationOptions & { readonly quiet: boolean } {
  const { values } = parseArgs({ args: [...args], options: flags, strict: true })
  if (values.dc09 === undefined && values.http === undefined)
    throw new Error('Give --dc09, --http or both')
  return {
    dc09: values.dc09 === undefined ? null : receiverAt(values.dc09),
    http: values.http === undefined ? null : httpAt(values.http),
    rate: number('rate', values.rate, [0, 100_000]),
    polls: number('polls', values.polls, [0, 100_000]),
    alarmShare: number('alarm-share', values['alarm-share'], [0, 1]),
    seconds:
      values.seconds === undefined ? null : number('seconds', values.seconds, [0, 10_000_000]),
    sites: values.sites === undefined ? null : whole('sites', values.sites, [1, 1_000_000]),
    teams: whole('teams', values.teams, [0, 10_000]),
    seed: whole('seed', values.seed, [0, 4_294_967_295]),
    carSpeed: number('car-speed', values['car-speed'], [1, 400]),
    connections: whole('connections', values.connections, [1, 10_000]),
    quiet: values.json,
  }
}

function receiverAt(text: string): PanelLineOptions {
  const [, host = '', digits = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (host === '' || port < 1 || port > 65_535)
    throw new Error(`--dc09 wants HOST:PORT, not "${text}"`)
  return { host: host.replace(/^\[|\]$/g, ''), port }
}

function httpAt(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`--http wants an address such as http://127.0.0.1:8080, not "${text}"`)
  return text
}

type Range = readonly [least: number, most: number]

function number(flag: string, text: string, [least, most]: Range): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new Error(`--${flag} wants a number from ${least} to ${most}, not "${text}"`)
  return value
}

function whole(flag: string, text: string, range: Range): number {
  const value = number(flag, text, range)
  if (!Number.isInteger(value)) throw new Error(`--${flag} wants a whole number, not "${text}"`)
  return value
}
