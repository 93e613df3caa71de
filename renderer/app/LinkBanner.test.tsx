// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { sentence } from '../../shared/lang/decision'
import { roomOf } from '../../shared/testing/given'
import type { ConsoleData } from '../console/console-store'
import { roomNotFolded } from '../console/page-says'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { App } from './App'
import { LinkBanner } from './LinkBanner'

afterEach(cleanup)

const founded = roomOf({
  type: 'unit-founded',
  data: { unitId: 'u1', name: 'Test unit', demo: true },
})
const show = (change: Partial<ConsoleData>) =>
  renderConsole(createTestPorts(founded, change, 135_000), <LinkBanner />)

describe('the banner', () => {
  it('says since when the hub is lost, for how long, and what becomes of commands', () => {
    show({ link: { phase: 'lost', since: 100_000, hub: 'h', said: null }, clockOffset: 2_000 })
    expect(screen.getByRole('alert').textContent).toBe(
      'No connection to the hub since 05:01:42 (0:35).What you see is as of then. Commands are kept and sent once when it is back.',
    )
  })

  it('says that the hub cannot store, in the words of the hub', () => {
    show({
      link: { ...live, storage: { ok: false, text: 'database or disk is full', since: 120_000 } },
    })
    expect(screen.getByRole('alert').textContent).toContain(
      'The hub cannot store since 05:02:00 (0:15).',
    )
    screen.getByText('database or disk is full')
  })

  it('says since when this window has stopped following the room, and why', () => {
    const text = 'An entry of a newer version: moon-landed'
    show({
      feedStopped: true,
      link: { phase: 'failed', since: 120_000, said: roomNotFolded(text) },
    })
    expect(screen.getByRole('alert').textContent).toContain(
      'stopped following the room since 05:02:00 (0:15).',
    )
    screen.getByText(text)
  })

  it('says nothing while all is well, and nothing of the link in a replay', () => {
    show({})
    show({ mode: 'replay', link: { phase: 'lost', since: 0, hub: 'h', said: null } })
    expect(screen.queryByRole('alert')).toBeNull()
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
