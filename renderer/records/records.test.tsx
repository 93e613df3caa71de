// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AlarmRecord } from '../../shared/alarms/projection'
import type { SiteYear } from '../../shared/alarms/site-year'
import { hour } from '../../shared/lang/instant'
import { languages } from '../../shared/lang/language'
import type { RecordsQueryName } from '../../shared/records/queries'
import { eventData } from '../../shared/room/events'
import type { Hit } from '../../shared/search/hit'
import {
  acknowledged,
  officer,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { SubjectPanel } from '../app/SubjectPanel'
import type { ConsoleData } from '../console/console-store'
import { hitWords } from '../console/hit-words'
import { createI18n } from '../console/i18n'
import { askRecords } from '../console/use-records'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { yearWords } from './year-words'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => {
  for (const [name, length] of [
    ['clientHeight', 400],
    ['clientWidth', 800],
    ['offsetHeight', 400],
    ['offsetWidth', 800],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => length })
})
afterEach(cleanup)

const room = roomOf(
  sites(site('site-1', { name: 'Bank branch 014' })),
  teams(team('q1', { callSign: 'Q-01' })),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
)
const past: AlarmRecord = {
  ...{ seq: 3, alarmId: 'a0', siteId: 'site-1', kind: 'fire', priority: 1, code: '110' },
  ...{
    meaning: 'Fire',
    zone: '1',
    raisedAt: 0,
    acknowledgedAt: 1_000,
    acknowledgedBy: 'Officer One',
  },
  ...{ acknowledgedById: 'officer-1', incidentId: 'i0', bundleId: null, closedAt: 60_000 },
  ...{ closedBy: 'Officer Two', closedById: 'officer-2', disposition: 'false-weather' },
}
const year: SiteYear = {
  ...{ siteId: 'site-1', from: 0, to: 100 * 24 * hour, open: 1, nuisance: 4 },
  ended: { 'false-weather': 4, 'true-alarm': 1 },
}
const hit = (change: Partial<Hit> = {}): Hit => ({
  ...{ seq: 7, at: 50_000, by: officer, type: 'incident-note-added', siteId: 'site-1' },
  ...{ incidentId: 'i1', alarmId: null, teamId: null, account: null },
  said: { text: 'Дверь открыта' },
  ...change,
})

type Asked = { readonly name: RecordsQueryName; readonly request: Record<string, unknown> }

/** A console whose records answer with these entries; with null they do not answer. */
function opening(change: Partial<ConsoleData> = {}, hits: readonly Hit[] | null = [hit()]) {
  const ports = createTestPorts(room, {
    selection: { kind: 'site', siteId: 'site-1' },
    ...change,
  })
  const rows: Partial<Record<RecordsQueryName, readonly unknown[]>> = {
    ...{ alarms: [past], 'site-year': [year], journal: hits ?? [] },
  }
  ports.bridge.answer('records', ({ name }) => {
    if (hits === null) throw new Error('The journal has stopped')
    return { from: 'console', page: { rows: rows[name] ?? [], next: null, seq: 9, behind: 0 } }
  })
  const asked = (name: RecordsQueryName) =>
    ports.bridge.asked
      .filter((each) => each.name === 'records' && (each.request as Asked).name === name)
      .map((each) => (each.request as Asked).request)
  const user = userEvent.setup()
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <SubjectPanel />
      <Dialogs />
    </>,
  )
  return { ports, asked, user }
}

describe('the history of a site', () => {
  it('stands on its card: the last alarms with how they ended, and how many were nuisance', async () => {
    opening()
    const history = await screen.findByRole('region', { name: 'History' })
    expect(await within(history).findByText('False: weather or animals')).toBeTruthy()
    expect(within(history).getByText('Fire')).toBeTruthy()
    expect(within(history).getByText('Officer Two')).toBeTruthy()
    expect(history.textContent).toContain(
      '4 nuisance alarms in the 100 days on record (of 6 in all). That is about 15 a year.',
    )
  })

  it('is said to be unknown when nothing answers, and the card stays', async () => {
    opening({}, null)
    expect(await screen.findByText('The records of the past do not answer')).toBeTruthy()
    expect(screen.getAllByText('Test street 1').length).toBeGreaterThan(0)
  })

  it('ends in a replay at the instant shown', async () => {
    const { asked } = opening({ mode: 'replay' })
    await screen.findByText('False: weather or animals')
    expect(asked('alarms')).toMatchObject([{ siteId: 'site-1', upTo: room.seq }])
  })
})

it('records that have not seen what the window has are behind, and so are asked again', async () => {
  const ports = createTestPorts(room)
  const page = { rows: [], next: null, seq: room.seq - 2, behind: 0 }
  ports.bridge.answer('records', () => ({ from: 'console', page }))
  expect(await askRecords(ports, 'alarms', {})).toMatchObject({ behind: 2 })
})

describe('how many nuisance alarms a site has in a year', () => {
  const { t } = createI18n('en')
  const words = (days: number, nuisance: number) =>
    yearWords(t, { ...year, to: days * 24 * hour, nuisance, open: 0, ended: { test: 2 } })
  it('is what was counted once a year is on record', () =>
    expect(words(365, 1)).toBe('1 nuisance alarm in the last 12 months (of 2 in all).'))
  it('is worked out from a part of a year, and says from how much', () =>
    expect(words(73, 2)).toBe(
      '2 nuisance alarms in the 73 days on record (of 2 in all). That is about 10 a year.',
    ))
  it('is not guessed from a few days', () =>
    expect(words(5, 2)).toBe('2 nuisance alarms in the 5 days on record (of 2 in all).'))
})

describe('the journal search', () => {
  it('opens by Y at the site selected, and asks again with every letter', async () => {
    const { asked, user } = opening()
    await user.keyboard('y')
    await screen.findByRole('option', { name: /Note/ })
    expect(asked('journal').at(-1)).toMatchObject({ siteId: 'site-1' })
    await user.keyboard('дверь')
    expect(asked('journal').at(-1)).toMatchObject({ siteId: 'site-1', words: 'дверь' })
    await user.click(screen.getByRole('button', { name: /Only at Bank branch 014/ }))
    expect(asked('journal').at(-1)).not.toHaveProperty('siteId')
  })

  it('shows what was written, who wrote it and where, and leads to the incident by Enter', async () => {
    const { ports, user } = opening()
    await user.keyboard('y')
    const entry = await screen.findByRole('article', { name: 'Journal entry 7' })
    expect(within(entry).getByText('Дверь открыта')).toBeTruthy()
    expect(entry.textContent).toContain('Bank branch 014 · Officer One (desk-1)')
    await user.keyboard('{Enter}')
    const { selection, dialog } = ports.store.getState()
    expect([selection, dialog]).toEqual([{ kind: 'incident', incidentId: 'i1' }, null])
  })

  it('lists all of an incident, also of one that has left the room', async () => {
    const { asked, user } = opening({}, [hit({ incidentId: 'i-old' })])
    await user.keyboard('y')
    await user.click(await screen.findByRole('button', { name: 'All of this incident' }))
    expect(asked('journal').at(-1)).toMatchObject({ incidentId: 'i-old' })
    expect(screen.getByRole('button', { name: /Show the site/ })).toBeTruthy()
  })

  it('opens a replay around that moment', async () => {
    const { ports, user } = opening()
    ports.bridge.answer('open-replay', () => null)
    await user.keyboard('y')
    await user.click(await screen.findByRole('button', { name: 'Watch this moment in a replay' }))
    expect(ports.bridge.asked.at(-1)).toEqual({
      name: 'open-replay',
      request: { from: -10_000, to: 650_000 },
    })
  })

  it('takes a time as it is written here, and says when it is none', async () => {
    const { asked, user } = opening()
    await user.keyboard('y')
    await user.type(await screen.findByLabelText('From'), '01.01.1970 05:01')
    expect(asked('journal').at(-1)).toMatchObject({ from: 60_000 })
    await user.type(screen.getByLabelText('To'), '31.02.2026')
    expect(await screen.findByText('Day, month, year, hours and minutes')).toBeTruthy()
    expect(asked('journal').at(-1)).not.toHaveProperty('to')
  })
})

describe('an entry', () => {
  it.each(languages)('of every type has words in %s', (language) => {
    const { t } = createI18n(language)
    for (const type of Object.keys(eventData)) {
      const { said } = hitWords(t, hit({ type, said: {} }), { team: 'Q-01' })
      expect(said, type).not.toContain(type)
    }
  })

  it('says a code in words, and why something is in quarantine', () => {
    const { t } = createI18n('en')
    const names = { team: '' }
    const alarm = hit({ type: 'alarm-raised', said: { code: '110', meaning: 'Fire alarm' } })
    expect(hitWords(t, alarm, names).said).toMatch(/^Alarm: /)
    const item = hit({ type: 'signal-quarantined', said: { reason: 'bad-crc' } })
    expect(hitWords(t, item, names).said).toBe(`In quarantine: ${t('signals:reason.bad-crc')}`)
  })
})
