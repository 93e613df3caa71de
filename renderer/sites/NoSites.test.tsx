// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/accounts/actor'
import type { LinkState } from '../../shared/ipc/contract'
import type { WholeRoom } from '../../shared/room/room'
import { site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { ConsoleData } from '../console/console-store'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { NoSites } from './NoSites'

afterEach(cleanup)

const founded = (demo = false) =>
  ({ type: 'unit-founded', data: { unitId: 'u1', name: 'Test unit', demo } }) as const
const as = (role: Role): LinkState => ({
  ...live,
  hub: 'https://10.20.0.4:7410',
  you: { ...live.you, role },
})
const show = (room: WholeRoom, change: Partial<ConsoleData>) =>
  renderConsole(createTestPorts(room, change), <NoSites />)

describe('a hub without sites', () => {
  it.each(['supervisor', 'admin'] as const)(
    'tells a %s what follows, and the command that imports them',
    (role) => {
      show(roomOf(founded()), { link: as(role) })
      screen.getByRole('heading', { name: 'This hub knows no sites yet' })
      screen.getByText(/held as from unknown accounts/)
      screen.getByText('npm run import -- FILE --hub https://10.20.0.4:7410')
      screen.getByText(/docs\/registry\.md/)
      screen.getByRole('button', { name: 'Copy' })
    },
  )

  it.each(['officer', 'trainer'] as const)('tells an %s whom to ask', (role) => {
    show(roomOf(founded()), { link: as(role) })
    screen.getByText('Ask the administrator to import the register of sites.')
    expect(screen.queryByText(/npm run import/)).toBeNull()
  })

  it('is not said of a demo, of a replay, of a lost hub, or once there is a site', () => {
    show(roomOf(founded(true)), { link: as('admin') })
    show(roomOf(founded()), { link: as('admin'), mode: 'replay' })
    show(roomOf(founded()), { link: { phase: 'lost', since: 0, hub: 'h', said: null } })
    show(roomOf(founded(), sites(site('site-1'))), { link: as('admin') })
    expect(screen.queryByRole('heading')).toBeNull()
  })
})
