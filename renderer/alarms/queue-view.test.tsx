// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import { acknowledged, opened, raised, site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { Dialogs } from '../app/Dialogs'
import { features } from '../app/features'
import { Shortcuts } from '../app/Shortcuts'
import { FeatureParts } from '../console/feature-parts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { AlarmQueue } from './AlarmQueue'
import { DensityWatch } from './DensityWatch'

beforeAll(() => layOut(480, 720))
afterEach(cleanup)

type Past = Parameters<typeof roomOf>
const places = sites(
  ...Array.from({ length: 60 }, (_, n) =>
    site(`site-${n}`, { address: `Gate ${n}`, town: n % 2 ? 'Koson' : 'Qarshi' }),
  ),
)
const fires = (count: number): Past =>
  Array.from({ length: count }, (_, n) => raised(`f${n}`, `site-${n}`, { kind: 'fire' }))

function show(...past: Past) {
  const all = [places, ...past]
  const ports = createTestPorts(roomOf(...all))
  renderConsole(
    ports,
    <FeatureParts features={features}>
      <Shortcuts />
      <AlarmQueue />
      <DensityWatch />
      <Dialogs />
    </FeatureParts>,
  )
  const more = (...news: Past) => {
    const entries = entriesOf([...all, ...news]).slice(all.length)
    act(() => ports.store.setState(({ room }) => ({ room: evolveAll(room, entries) })))
  }
  return { ports, more, user: userEvent.setup() }
}
const rows = () => screen.queryAllByRole('option').map((row) => row.textContent ?? '')
const list = () => screen.getByRole('listbox')
const counted = () => screen.getByRole('region', { name: 'Unanswered' }).textContent ?? ''
const scroller = () => {
  const element = list().querySelector('.alarm-queue__waiting .alarm-queue__part')
  if (!(element instanceof HTMLElement)) throw new Error('The queue has no list')
  return element
}

/** Of a key that the made-up keyboard of the tests does not have. */
function press(code: string, more: object = {}): void {
  fireEvent.keyDown(document.body, { key: '\\', code, ...more })
  fireEvent.keyUp(document.body, { key: '\\', code, ...more })
}

describe('a storm', () => {
  it('draws the rows close by itself, and back with the key alone', async () => {
    const { user } = show(...fires(11))
    expect(list().className).toContain('alarm-queue--dense')
    await user.keyboard('b')
    expect(list().className).toContain('alarm-queue--wide')
  })
  it('is none with ten alarms in ten minutes, and the key draws them close', async () => {
    const { user } = show(...fires(10))
    expect(list().className).toContain('alarm-queue--wide')
    await user.keyboard('b')
    expect(list().className).toContain('alarm-queue--dense')
  })
  it('has one row for what one site reports, which a key takes apart', async () => {
    const { ports, user } = show(
      ...fires(11),
      raised('t1', 'site-3', { kind: 'tamper', priority: 3 }),
    )
    const joined = rows().findIndex((row) => row.includes('×2'))
    expect(rows()[joined]).toContain('Tamper')
    expect(rows()).toHaveLength(11)
    act(() => ports.store.setState({ selection: { kind: 'alarm', alarmId: 'f3' } }))
    await user.keyboard('{Shift>}u{/Shift}')
    expect(rows()).toHaveLength(12)
    await user.keyboard('{Shift>}u{/Shift}')
    expect(rows()).toHaveLength(11)
  })
})

describe('the filter of the queue', () => {
  const mixed: Past = [
    raised('a1', 'site-1', { kind: 'gas', priority: 1 }),
    raised('a2', 'site-2', { kind: 'tamper', priority: 2 }),
    raised('a3', 'site-3', { kind: 'panic', priority: 1 }),
    raised('a4', 'site-4'),
    acknowledged('a4', 'i1'),
    opened('i1', 'a4', 'site-4'),
  ]
  it('is chosen by key, says that it is on and what it hides, and changes no count', async () => {
    const { user } = show(...mixed)
    const before = counted()
    press('Backslash')
    const dialog = within(screen.getByRole('dialog'))
    await user.selectOptions(dialog.getByLabelText('Kind'), 'tamper')
    await user.keyboard('{Escape}')
    expect(rows()).toEqual([
      expect.stringContaining('Panic button'),
      expect.stringContaining('Tamper'),
    ])
    expect(screen.getByRole('status').textContent).toContain('Only: Tamper1 unanswered not shown')
    expect(counted()).toBe(before)
  })
  it('is ended by key', async () => {
    const { user } = show(...mixed)
    await user.click(screen.getByRole('button', { name: 'Mine' }))
    expect(rows()).toHaveLength(2)
    press('Backslash', { shiftKey: true })
    expect(rows()).toHaveLength(4)
    expect(screen.queryByRole('status')).toBeNull()
  })
  it('does not keep the space bar from what it hides, which is then shown', async () => {
    const { user, ports } = show(...mixed.slice(0, 2))
    await user.click(screen.getByRole('button', { name: 'Mine' }))
    expect(rows()).toEqual([])
    screen.getByText('No unanswered alarm passes the filter')
    await user.keyboard(' ')
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a1' })
    expect(rows()).toEqual([expect.stringContaining('Gas')])
  })
})

describe('the row under the pointer', () => {
  it('stays where it is when graver ones come in above it, and these are told of', () => {
    const { more } = show(...fires(40))
    fireEvent.pointerMove(scroller(), { clientY: 10 })
    more(raised('n1', 'site-50', { kind: 'fire', priority: 1 }))
    expect(scroller().scrollTop).toBe(44)
    screen.getByText(/1 new alarm above/)
    fireEvent.pointerLeave(scroller())
    expect(scroller().scrollTop).toBe(0)
    expect(screen.queryByText(/new alarm above/)).toBeNull()
  })
  it('stays where it is when the list was scrolled by hand, also without the pointer', () => {
    const { more } = show(...fires(40))
    fireEvent.scroll(scroller(), { target: { scrollTop: 440 } })
    more(raised('n1', 'site-50', { kind: 'fire', priority: 1 }))
    expect(scroller().scrollTop).toBe(484)
    expect(rows().join()).not.toContain('Site site-50')
  })
  it('gives way to what comes in while nobody points and the list stands at its top', () => {
    const { more } = show(...fires(40))
    more(raised('n1', 'site-50', { kind: 'fire', priority: 1 }))
    expect(rows()[0]).toContain('Site site-50')
    expect(scroller().scrollTop).toBe(0)
  })
})
