// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type LinkState, whyAwaySchema } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { languages } from '../../shared/lang/language'
import { emptyRoom } from '../../shared/room/empty-room'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { StateSlot } from './StateSlot'
import { WaitingScreen } from './WaitingScreen'

afterEach(cleanup)

const hub = 'https://10.20.0.4:7410'
const text = 'The hub cannot be reached (connect ECONNREFUSED 10.20.0.4:7410)'
const said = sentence('hub-away', text, { reason: 'connect ECONNREFUSED 10.20.0.4:7410' })
const lost: LinkState = { phase: 'lost', since: 65_000, hub, said, why: 'refused', readOnly: true }
const show = (link: LinkState) => {
  const ports = createTestPorts(emptyRoom, { link })
  ports.bridge.answer('try-again', () => null)
  renderConsole(ports, <WaitingScreen />)
  return {
    ports,
    user: userEvent.setup(),
    tries: () => ports.bridge.asked.filter(({ name }) => name === 'try-again'),
  }
}

describe('a hub that cannot be reached', () => {
  it('is named, with why in words, since when, and what the system said', () => {
    show(lost)
    screen.getByRole('heading', { name: `The hub at ${hub} cannot be reached` })
    screen.getByText(/no hub runs at this port/)
    screen.getByText(/Away for 0:35/)
    screen.getByText(text)
    screen.getByRole('button', { name: 'Choose another hub' })
  })

  it('is tried at once by the one button, by R and by Enter', async () => {
    const { user, tries } = show(lost)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await user.keyboard('{Enter}')
    expect(tries()).toHaveLength(2)
    await user.click(document.body)
    await user.keyboard('r')
    await user.keyboard('{Enter}')
    expect(tries()).toHaveLength(4)
  })

  it('is tried again also when the link has failed altogether', async () => {
    const { user, tries } = show({
      phase: 'failed',
      since: 0,
      said: sentence('system-says', '{reason}', { reason: 'Port 7411 is in use' }),
    })
    screen.getByText('Port 7411 is in use')
    await user.keyboard('r')
    expect(tries()).toHaveLength(1)
  })

  it.each(languages)('is explained in %s whatever keeps it away', (language) => {
    for (const why of whyAwaySchema.options) {
      renderConsole(
        createTestPorts(emptyRoom, { link: { ...lost, why } }),
        <WaitingScreen />,
        language,
      )
      expect(document.body.textContent).not.toContain('unreachable.')
      cleanup()
    }
  })

  it('is explained and can be tried above the copy of an earlier run as well', async () => {
    const founded = roomOf({
      type: 'unit-founded',
      data: { unitId: 'u1', name: 'Test unit', demo: false },
    })
    const ports = createTestPorts(founded, { link: lost })
    ports.bridge.answer('try-again', () => null)
    renderConsole(ports, <StateSlot />)
    screen.getByText(/no hub runs at this port/)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
    expect(ports.bridge.asked).toEqual([{ name: 'try-again', request: {} }])
  })
})
