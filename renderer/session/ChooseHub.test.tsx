// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { sentence } from '../../shared/lang/decision'
import { emptyRoom } from '../../shared/room/empty-room'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { ChooseHub } from './ChooseHub'

afterEach(cleanup)

async function opened() {
  const ports = createTestPorts(emptyRoom)
  renderConsole(ports, <ChooseHub />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Choose another hub' }))
  return { bridge: ports.bridge, user }
}

describe('The form of another hub', () => {
  it('takes an address by Enter, and says by its code why it is refused', async () => {
    const { bridge, user } = await opened()
    const hub = 'https://10.20.0.4:7410'
    bridge.answer('choose-hub', () => sentence('hub-in-the-clear', 'English', { hub }))
    await user.keyboard('http://10.20.0.4:7410{Enter}')
    await screen.findByText(
      `http would send passwords in the clear to another machine: give ${hub}`,
    )
    expect(bridge.asked).toEqual([
      { name: 'choose-hub', request: { hub: 'http://10.20.0.4:7410' } },
    ])
  })

  it('goes back to the hub of this desk with one button, and closes', async () => {
    const { bridge, user } = await opened()
    bridge.answer('choose-hub', () => null)
    await user.click(screen.getByRole('button', { name: "This desk's own hub (demo)" }))
    await screen.findByRole('button', { name: 'Choose another hub' })
    expect(bridge.asked).toEqual([{ name: 'choose-hub', request: { hub: null } }])
  })
})
