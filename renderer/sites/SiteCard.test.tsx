// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/lang/language'
import type { RoomEvent } from '../../shared/room/events'
import type { Site } from '../../shared/sites/site'
import { site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SiteCard } from './SiteCard'

afterEach(cleanup)

const weekday = (day: number, open = 540, close = 1080) => ({ day, open, close })

function show(change: Partial<Site>, more: readonly RoomEvent[] = [], language: Language = 'en') {
  const bank = site('site-1', change)
  renderConsole(createTestPorts(roomOf(sites(bank), ...more)), <SiteCard site={bank} />, language)
}
const missed = (code: string): RoomEvent => ({
  type: 'signal-received',
  data: {
    signalId: `s-${code}`,
    siteId: 'site-1',
    account: '0001',
    channel: 'hub',
    source: 'hub',
    frame: '',
    receiver: null,
    prefix: '',
    sequence: '',
    table: 'hub',
    code,
    qualifier: 'new',
    class: 'trouble',
    kind: 'communication',
    priority: 3,
    meaning: 'missing',
    partition: null,
    zone: null,
    user: null,
    text: null,
    occurredAt: null,
  },
})

describe('the card of a site', () => {
  it('lists every account with how it is received', () => {
    show({
      lines: [
        { account: '0001', interval: 60, tolerances: [], encryption: 'required' },
        {
          account: 'FF01',
          interval: null,
          tolerances: ['binaryCrc', 'staleTime'],
          encryption: 'optional',
        },
      ],
    })
    screen.getByText('a message at least every 1 min · encrypted only')
    screen.getByText('silence is not watched · lets pass: binary CRC, wrong clock')
  })
  it('shows contacts in call order, and with whom a duress word is agreed on', () => {
    show({
      contacts: [
        { role: 'Guard post', name: 'A', phone: '1' },
        { role: 'Manager', name: 'B', phone: '2', hasDuressWord: true },
      ],
    })
    const [guard, manager] = screen
      .getAllByRole('listitem')
      .filter((item) => /Guard|Manager/.test(item.textContent))
    expect(guard?.textContent).toBe('11Guard post, A')
    within(manager as HTMLElement).getByText('duress word')
  })
  it('writes duty hours as people do', () => {
    const hours = [1, 2, 3, 4, 5].map((day) => weekday(day))
    show({ schedule: { utcOffset: 300, grace: 15, hours: [...hours, weekday(6, 600, 120)] } })
    expect(screen.getByText('Mon–Fri').parentElement?.textContent).toBe('Mon–Fri 09:00–18:00')
    expect(screen.getByText('Sat').parentElement?.textContent).toBe('Sat 10:00–02:00 next day')
    screen.getByText('up to 15 min late is let pass')
  })
  it('names a plan of its own', () => {
    show({ responsePlan: 'armed-threat' })
    screen.getByText('Armed threat')
  })
  it('says what is missing, and since when', () => {
    show({}, [missed('SILENT'), missed('LATECLOS')])
    const list = within(screen.getByRole('list', { name: 'What is missing' }))
    list.getByText('Silent since 05:00:02 (1:38)')
    list.getByText('Not closed since 05:00:03 (1:37)')
  })
  it('has nothing to say of what is not set', () => {
    show({})
    expect(screen.queryByRole('list', { name: 'What is missing' })).toBeNull()
    expect(screen.queryByText('Own plan')).toBeNull()
  })
})
