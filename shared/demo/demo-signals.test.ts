import { describe, expect, it } from 'vitest'
import { classify } from '../codes/classify'
import type { AlarmKind } from '../codes/kinds'
import { decodeFrame } from '../dc09/decode-frame'
import { encodeFrame } from '../dc09/encode'
import { readSignals, type SignalEvent } from '../dc09/signal'
import type { Site } from '../sites/site'
import { zoneNumber } from '../sites/zone-of'
import { demoRegion } from './demo-region'
import {
  canRaise,
  type DemoMessage,
  type DemoToken,
  demoAlarm,
  demoArming,
  demoPoll,
} from './demo-signals'
import { integer, pick, seededRandom } from './random'

const { sites } = demoRegion()
const random = seededRandom(5)

/** What a receiver makes of a message: over the wire form and back. */
function received(site: Site, { token, data, extended }: DemoMessage): readonly SignalEvent[] {
  const message = {
    token,
    data,
    extended,
    sequence: '0001',
    receiver: null,
    prefix: '0',
    account: site.account,
  }
  const frame = decodeFrame(encodeFrame(message))
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  const reading = readSignals(frame)
  if (reading.kind !== 'signals') throw new Error(reading.detail)
  return reading.events
}
const only = (events: readonly SignalEvent[]): SignalEvent => {
  const [event] = events
  if (!event || events.length > 1) throw new Error(`${events.length} events`)
  return event
}
const meaning = ({ table, code, qualifier }: SignalEvent) => classify({ table, code, qualifier })

describe.each<DemoToken>(['SIA-DCS', 'ADM-CID'])('demo alarms in %s', (token) => {
  const samples = Array.from({ length: 1500 }, () => {
    const site = pick(random, sites)
    return { site, alarm: demoAlarm(site, { token }, random) }
  })
  it('are read by the receiver as what they are', () => {
    for (const { site, alarm } of samples) {
      const said = meaning(only(received(site, alarm.raised)))
      expect(said.kind).toBe(alarm.kind)
      expect(['alarm', 'trouble']).toContain(said.class)
    }
  })
  it('are taken back by their restoral', () => {
    for (const { site, alarm } of samples) {
      expect(meaning(only(received(site, alarm.restored)))).toMatchObject({
        class: 'restore',
        kind: alarm.kind,
      })
      expect(alarm.lasts).toBeGreaterThan(0)
    }
  })
  it('name zones that exist at the site, sometimes in words', () => {
    const texts = samples.map(({ site, alarm }) => {
      const { zone, text } = only(received(site, alarm.raised))
      const named = site.zones.find(
        ({ number }) => number === (zone === null ? null : zoneNumber(zone)),
      )
      if (zone !== null) expect(named).toBeDefined()
      if (text !== null) expect(text).toBe(named?.name)
      return text
    })
    expect(texts).toContain(null)
    expect(texts.filter((text) => text !== null).length).toBeGreaterThan(300)
  })
  it('come in many kinds, burglary first', () => {
    const kinds = samples.map(({ alarm }) => alarm.kind)
    const count = (kind: AlarmKind) => kinds.filter((each) => each === kind).length
    for (const kind of [
      'burglary',
      'hold-up',
      'panic',
      'fire',
      'gas',
      'tamper',
      'power',
    ] as const) {
      expect(count(kind)).toBeGreaterThan(0)
      expect(count('burglary')).toBeGreaterThanOrEqual(count(kind))
    }
  })
  it('are of the kinds asked for where the site can report them', () => {
    const bank = sites.find((site) => site.purpose === 'Bank branch')
    if (!bank) throw new Error('no bank')
    expect(canRaise(bank, 'hold-up')).toBe(true)
    expect(demoAlarm(bank, { token, kinds: ['hold-up'] }, random).kind).toBe('hold-up')
    expect(canRaise(bank, 'gas')).toBe(false)
    expect(demoAlarm(bank, { token, kinds: ['gas'] }, random).kind).not.toBe('gas')
  })
  it('are joined by openings and closings with the user who did it', () => {
    const [site] = sites
    if (!site) throw new Error('no site')
    const user = integer(random, 1, 9)
    const opening = only(received(site, demoArming(site.account, token, { arm: false, user })))
    expect(meaning(opening).class).toBe('opening')
    expect(Number(opening.user)).toBe(user)
    const closing = only(received(site, demoArming(site.account, token, { arm: true, user })))
    expect(meaning(closing).class).toBe('closing')
  })
})

describe('a demo poll', () => {
  it('carries no event', () => {
    const [site] = sites
    expect(site && received(site, demoPoll)).toEqual([])
  })
})
