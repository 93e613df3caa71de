// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomEvent } from '../../shared/room/events'
import { roomOf } from '../../shared/testing/given'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { StateSlot } from '../app/StateSlot'
import { StatusLine } from '../app/StatusLine'
import { createTestPorts, renderConsole } from '../testing/test-console'

afterEach(cleanup)

const lost = (linkId: string): RoomEvent => ({
  type: 'link-lost',
  data: { linkId, name: `MLR2 ${linkId}`, detail: 'no heartbeat for 90 s' },
})
const heard = (linkId: string): RoomEvent => ({
  type: 'link-restored',
  data: { linkId, name: `MLR2 ${linkId}` },
})

function show(...past: RoomEvent[]) {
  renderConsole(
    createTestPorts(roomOf(...past)),
    <>
      <Shortcuts />
      <StateSlot />
      <StatusLine />
      <Dialogs />
    </>,
  )
  return userEvent.setup()
}

/** All that the slot has to say, as its tooltip and its dialog say it. */
const said = () => document.querySelector('.state-slot__says')?.getAttribute('title')

describe('a receiver that is not heard', () => {
  it('is said loudly, in words, with since when and why', () => {
    show(lost('A'), heard('B'))
    expect(screen.getByRole('alert').textContent).toContain('RECEIVER NOT HEARD 1:39MLR2 A')
    expect(said()).toContain('Nothing is heard from receiver MLR2 A since 05:00:01 (1:39).')
    expect(said()).toContain('no heartbeat for 90 s')
    screen.getByText('Receivers NOT heard: 1 of 2')
  })
  it('takes one line together with many others', () => {
    show(lost('A'), lost('B'), lost('C'))
    expect(screen.getByRole('alert').textContent).toContain('3 RECEIVERS NOT HEARD 1:39')
    expect(said()).toContain('Nothing is heard from 3 receivers, the first since 05:00:01')
  })
  it('is quiet again once it is heard', () => {
    show(lost('A'), heard('A'))
    expect(screen.queryByRole('alert')).toBeNull()
    screen.getByText('Receivers heard: 1')
  })
})

describe('the list of receivers', () => {
  it('has the lost ones on top', async () => {
    const user = show(heard('B'), lost('A'))
    await user.keyboard('l')
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows[0]).toContain('not heardMLR2 A')
    expect(rows[1]).toContain('heardMLR2 B')
  })
  it('says when there are none', async () => {
    await show().keyboard('l')
    screen.getByText('No receiver lines are set up')
  })
})
