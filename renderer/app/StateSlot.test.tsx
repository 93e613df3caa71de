// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { sentence } from '../../shared/lang/decision'
import type { RoomEvent } from '../../shared/room/events'
import type { Signal } from '../../shared/signals/signal'
import { acknowledged, raised, signal, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { ConsoleData } from '../console/console-store'
import { FeatureParts } from '../console/feature-parts'
import { roomNotFolded } from '../console/page-says'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { App } from './App'
import { features } from './features'
import { StateDialog } from './StateDialog'
import { StateSlot } from './StateSlot'
import { StatusLine } from './StatusLine'

afterEach(cleanup)

const founded = roomOf({
  type: 'unit-founded',
  data: { unitId: 'u1', name: 'Test unit', demo: true },
})
const show = (change: Partial<ConsoleData>, room = founded) =>
  renderConsole(
    createTestPorts(room, change, 135_000),
    <FeatureParts features={features}>
      <StateSlot />
      <StateDialog />
      <StatusLine />
    </FeatureParts>,
  )
const slot = () => document.querySelector('.state-slot')?.textContent
const dialog = () => within(screen.getByRole('dialog'))

describe('The state slot', () => {
  it('says since when the hub is lost, for how long, and what becomes of commands', () => {
    show({ link: { phase: 'lost', since: 100_000, hub: 'h', said: null }, clockOffset: 2_000 })
    expect(screen.getByRole('alert').textContent).toBe('NO HUB 0:35as of 05:01:42 · commands kept')
    dialog().getByText('No connection to the hub since 05:01:42 (0:35).')
    dialog().getByText(
      'What you see is as of then. Commands are kept and sent once when it is back.',
    )
  })

  it('says that the hub cannot store, in the words of the hub', () => {
    show({
      link: { ...live, storage: { ok: false, text: 'database or disk is full', since: 120_000 } },
    })
    expect(screen.getByRole('alert').textContent).toContain('HUB CANNOT WRITE 0:15')
    dialog().getByText('The hub cannot store since 05:02:00 (0:15).')
    screen.getByText('database or disk is full')
  })

  it('says since when this window has stopped following the room, and why', () => {
    const text = 'An entry of a newer version: moon-landed'
    show({
      feedStopped: true,
      link: { phase: 'failed', since: 120_000, said: roomNotFolded(text) },
    })
    expect(screen.getByRole('alert').textContent).toContain('WINDOW STOPPED 0:15')
    dialog().getByText(/stopped following the room since 05:02:00 \(0:15\)\.$/)
    screen.getByText(text)
  })

  it('says that all is well, and alarms nobody with it', () => {
    show({})
    expect(slot()).toBe('Normalnothing unanswered')
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('says since when all is well once an alarm was answered', () => {
    show({}, roomOf(sites(site('site-1')), raised('a1'), acknowledged('a1', 'i1')))
    expect(slot()).toBe('Normalsince 05:00:03 (2:12) · nothing unanswered')
  })
  it('says in a replay that it is one, and nothing of the link', () => {
    show({ mode: 'replay', link: { phase: 'lost', since: 0, hub: 'h', said: null } })
    expect(slot()).toBe('REPLAYRecorded past. Nothing here is happening now.')
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('counts what is unanswered, with the one that the space bar goes to', () => {
    show({}, roomOf(sites(site('site-1'), site('site-2')), raised('a1'), raised('a2', 'site-2')))
    expect(slot()).toContain('2 unanswered')
    expect(slot()).toContain('2:12 · Intrusion, Site site-2')
    screen.getByRole('button', { name: 'Go to the gravest newest unanswered alarm' })
  })
  it('gives the graver state the slot, and lets the others wait in the foot', () => {
    const flooded = roomOf(
      sites(...several.map((n) => site(`site-${n}`))),
      ...several.map((n) => raised(`a${n}`, `site-${n}`)),
    )
    show({ link: { phase: 'lost', since: 100_000, hub: 'h', said: null } }, flooded)
    expect(slot()).toMatch(/^NO HUB/)
    const foot = within(document.querySelector<HTMLElement>('.status-line') ?? document.body)
    foot.getByRole('button', { name: 'FLOOD 2:03' })
    foot.getByRole('button', { name: '12 unanswered' })
  })
})

const several = Array.from({ length: 12 }, (_, n) => n + 1)

describe('How we know that a quiet room is not a dead one', () => {
  it('says when each thing was last heard of, and what is not heard', () => {
    const silent = signal('0001', { table: 'hub', code: 'SILENT', class: 'trouble' })
    const received = (data: Signal): RoomEvent => ({
      type: 'signal-received',
      data: { ...data, siteId: 'site-1' },
    })
    show({}, roomOf(sites(site('site-1')), received(signal('0001')), received(silent)))
    const known = dialog().getByRole('region', { name: 'How we know' }).textContent
    expect(known).toContain('Last signal2 min ago')
    expect(known).toContain('Silent sites1 of 1, 2 min ago')
    expect(known).toContain('Soundnot tested yet')
    expect(known).toContain('Link to the hubConnected, since')
  })
})

describe('the window', () => {
  it('shows the wait, the reason it cannot go on, and the sign-in, one after the other', () => {
    const ports = createTestPorts(roomOf(), {
      link: {
        phase: 'starting',
        since: 90_000,
        said: sentence('hub-of-own-starts', 'Starting the hub'),
      },
    })
    renderConsole(ports, <App />)
    screen.getByText('Starting the hub')
    screen.getByText('Waiting for the hub for 0:10')
    act(() =>
      ports.store.setState({
        link: {
          phase: 'failed',
          since: 0,
          said: sentence('system-says', '{reason}', { reason: 'Port 7411 is in use' }),
        },
      }),
    )
    screen.getByText('Port 7411 is in use')
    act(() =>
      ports.store.setState({
        link: { phase: 'signed-out', since: 0, hub: 'http://hub', said: null },
      }),
    )
    screen.getByRole('heading', { name: 'Sign in' })
  })

  it('shows nobody the room when the hub goes while somebody is asked to sign in', () => {
    const link = { phase: 'lost', since: 0, hub: 'http://hub', said: null } as const
    renderConsole(createTestPorts(founded, { link: { ...link, atSignIn: true } }), <App />)
    screen.getByRole('heading', { name: 'The hub at http://hub cannot be reached' })
    expect(screen.queryByText('Test unit')).toBeNull()
  })

  it('speaks the language chosen', () => {
    const ports = createTestPorts(roomOf(), { language: 'uz-Latn' })
    renderConsole(ports, <App />)
    screen.getByText('Ishga tushmoqda')
    expect(document.documentElement.lang).toBe('uz-Latn')
  })
})
