import { describe, expect, it } from 'vitest'
import { signal, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { receiveSignals } from './receive-signals'

const room = roomOf(sites(site('site-1', { account: 'A1' })))
const ids = () => {
  let last = 0
  return () => `id-${++last}`
}
const types = (...signals: Parameters<typeof receiveSignals>[1]) =>
  receiveSignals(room, signals, { at: 1_000, newId: ids() }).map((event) => event.type)

describe('Several signals of one message', () => {
  it('of one cause are one alarm with several signals', () =>
    expect(types(signal('A1', { zone: '1' }), signal('A1', { zone: '2' }))).toEqual([
      'signal-received',
      'alarm-raised',
      'signal-received',
      'alarm-signal-added',
    ]))

  it('may raise an alarm and restore it', () =>
    expect(types(signal('A1'), signal('A1', { class: 'restore', qualifier: 'restore' }))).toEqual([
      'signal-received',
      'alarm-raised',
      'signal-received',
      'alarm-restored',
    ]))

  it('of an account nobody knows are each kept', () =>
    expect(types(signal('F1'), signal('F1'))).toEqual(['signal-quarantined', 'signal-quarantined']))
})
