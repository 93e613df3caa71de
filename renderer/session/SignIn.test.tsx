// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { LinkState } from '../../shared/ipc/contract'
import { emptyRoom } from '../../shared/room/empty-room'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SignIn } from './SignIn'

afterEach(cleanup)

const signedOut = {
  phase: 'signed-out',
  since: 0,
  hub: 'http://10.20.0.4:7410',
  said: null,
} as const
const show = (more: Partial<Extract<LinkState, { phase: 'signed-out' }>> = {}) => {
  const link = { ...signedOut, ...more }
  const ports = createTestPorts(emptyRoom, { link })
  renderConsole(ports, <SignIn />)
  return { ports, user: userEvent.setup() }
}

describe('signing in', () => {
  it('shows which hub it is for and starts in the name', () => {
    show()
    screen.getByText('Hub: http://10.20.0.4:7410')
    expect(document.activeElement).toBe(screen.getByLabelText('Name'))
  })

  it('sends name and password with Enter', async () => {
    const { ports, user } = show()
    ports.bridge.answer('sign-in', () => null)
    await user.keyboard('officer{Tab}correct horse{Enter}')
    expect(ports.bridge.asked).toEqual([
      { name: 'sign-in', request: { username: 'officer', password: 'correct horse' } },
    ])
  })

  it('says a refusal plainly, keeps the name and empties the password', async () => {
    const { ports, user } = show()
    ports.bridge.answer('sign-in', () => ({
      code: 'new-code',
      params: {},
      text: 'Name or password is wrong',
    }))
    await user.keyboard('officer{Tab}wrong{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('Name or password is wrong')
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('officer')
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
  })

  it('asks nothing of the hub without a password', async () => {
    const { ports, user } = show()
    await user.keyboard('officer{Enter}')
    expect(ports.bridge.asked).toEqual([])
    screen.getByText('A password is needed')
  })

  it('asks nothing of the hub under a name that none can have', async () => {
    const { ports, user } = show()
    await user.keyboard('Иванов{Tab}correct horse{Enter}')
    expect(ports.bridge.asked).toEqual([])
    screen.getByText(/1 to 40 letters/)
  })

  it('offers the users of a demo by their roles, and says their password', async () => {
    const users = [
      { username: 'demo-supervisor', role: 'supervisor' as const },
      { username: 'demo-trainer', role: 'trainer' as const },
    ]
    const { ports, user } = show({ demo: { password: 'everybody knows', users } })
    ports.bridge.answer('sign-in', () => null)
    screen.getByText('everybody knows')
    await user.click(screen.getByRole('button', { name: /trainer/ }))
    expect(ports.bridge.asked).toEqual([
      { name: 'sign-in', request: { username: 'demo-trainer', password: 'everybody knows' } },
    ])
  })

  it('tells nobody a password where there is no demo', () => {
    show()
    expect(screen.queryByText('Demo: try a role')).toBeNull()
  })
})
