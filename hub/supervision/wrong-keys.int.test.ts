import { describe, expect, it } from 'vitest'
import { site, sites } from '../../shared/testing/builders'
import { journalFolder } from '../testing/journal-folder'
import { openSupervision } from './supervision-fixture'
import { wrongKeyFlood, wrongKeyQuiet } from './wrong-keys'

const folder = journalFolder()
const past = [sites(site('site-1', { account: 'A1' }), site('site-2', { account: 'A2' }))]

describe('Many encrypted messages that the key of an account does not open', () => {
  it('are an alarm of the hub’s own that names how many and from where, and ends after quiet, also across a restart', async () => {
    const file = folder.newFile()
    let hub = await openSupervision(file, { past })
    const send = (count: number) => {
      for (let at = 0; at < count; at++) hub.undeciphered('A1', `10.0.0.${at % 2}`)
    }
    send(wrongKeyFlood - 1)
    await hub.settle()
    expect(hub.missing()).toEqual([])
    send(1)
    await hub.settle()
    expect(hub.missing()).toEqual(['A1|WRONGKEY'])
    expect(hub.alarms()).toMatchObject([
      { siteId: 'site-1', kind: 'tamper', priority: 2, code: 'WRONGKEY' },
    ])
    expect((await hub.said()).map(({ text }) => text)).toEqual([
      'Account A1: 30 encrypted messages that its key does not open, from 10.0.0.0, 10.0.0.1',
    ])
    send(1_000)
    await hub.pass(60)
    expect(await hub.said()).toHaveLength(1)
    await hub.stop()
    hub = await openSupervision(file)
    await hub.pass(wrongKeyQuiet - 1)
    expect(hub.missing()).toEqual(['A1|WRONGKEY'])
    await hub.pass(2)
    expect(hub.missing()).toEqual([])
    expect(hub.alarms()).toMatchObject([{ restoredAt: expect.any(Number) }])
    await hub.stop()
  })

  it('of a panel that tries now and then are none', async () => {
    const hub = await openSupervision(folder.newFile(), { past })
    for (let at = 0; at < 5; at++) {
      for (let one = 0; one < 10; one++) hub.undeciphered('A1', '10.0.0.1')
      await hub.pass(wrongKeyQuiet + 1)
    }
    expect(await hub.said()).toEqual([])
    await hub.stop()
  })
})
