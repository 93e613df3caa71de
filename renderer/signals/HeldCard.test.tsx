// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import { held, raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { NewAlarmSpeech } from '../alarms/NewAlarmSpeech'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { SubjectPanel } from '../app/SubjectPanel'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const town = sites(site('site-1'))
const fire = held('F00D', { kind: 'fire', code: 'FA', meaning: 'Fire Alarm', zone: '003' })
const taken: RoomEvent = { type: 'account-taken', data: { account: 'F00D' } }

function show(...events: RoomEvent[]) {
  const ports = createTestPorts(roomOf(town, ...events))
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <AlarmQueue />
      <NewAlarmSpeech />
      <SubjectPanel />
      <Dialogs />
    </>,
  )
  const commands = () =>
    ports.bridge.asked
      .filter(({ name }) => name === 'command')
      .map(({ request }) => (request as { command: Command }).command)
  return { ports, commands, user: userEvent.setup() }
}
const rows = () => screen.getAllByRole('option').map((row) => row.textContent)

describe('an unknown account that reports an alarm', () => {
  it('is a row of the queue at the first priority, before graver words of lesser ones, and counted', () => {
    show(raised('a1', 'site-1', { priority: 2 }), fire)
    expect(rows()[0]).toMatch(/Fire.*Unknown account F00D.*Fire alarm · zone 3/)
    expect(rows()[1]).toContain('Intrusion')
    screen.getByTitle('Unanswered alarms, priority 1, life in danger: 1')
  })

  it('is gone to with the space bar and taken with the key that takes an alarm', async () => {
    const { ports, commands, user } = show(fire)
    await user.keyboard(' ')
    expect(ports.store.getState().selection).toEqual({ kind: 'held', account: 'F00D' })
    within(screen.getByRole('region', { name: 'Incident' })).getByText('Unknown account F00D')
    await user.keyboard('a')
    expect(commands()).toEqual([{ type: 'take-account', account: 'F00D' }])
  })

  it('says what to do: to call, to attach it, to look at its bytes', async () => {
    const { ports, user } = show(fire)
    await user.keyboard(' ')
    const todo = within(screen.getByRole('region', { name: 'What to do' }))
    todo.getByText(/Call the monitoring centre/)
    await user.click(todo.getByRole('button', { name: /Attach/ }))
    expect(ports.store.getState().dialog).toEqual({ kind: 'attach-account', account: 'F00D' })
  })

  it('is spoken when it comes', () => {
    const { ports } = show()
    act(() => ports.store.setState({ room: roomOf(town, fire) }))
    screen.getByText(/New alarm, priority 1, life in danger: Fire, Unknown account F00D/)
  })

  it('is in hand once it is taken, and is set aside with a reason', async () => {
    const { commands, user } = show(fire, taken)
    expect(rows()).toEqual([expect.stringMatching(/Unknown account F00D.*you/)])
    await user.click(screen.getByRole('option'))
    await user.keyboard('z')
    await user.type(
      screen.getByRole('dialog').querySelector('input') as HTMLInputElement,
      'A test{Enter}',
    )
    expect(commands()).toEqual([{ type: 'set-account-aside', account: 'F00D', reason: 'A test' }])
  })
})
