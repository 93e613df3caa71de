// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hour, minute } from '../../shared/lang/instant'
import { signal, site, sites } from '../../shared/testing/builders'
import { liveRoom, night } from '../../shared/testing/live-room'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { Dialogs } from '../app/Dialogs'
import { features } from '../app/features'
import { Shortcuts } from '../app/Shortcuts'
import { StateSlot } from '../app/StateSlot'
import { SubjectPanel } from '../app/SubjectPanel'
import { FeatureParts } from '../console/feature-parts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Ledger } from './Ledger'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const count = 12
const numbers = Array.from({ length: count }, (_, n) => n + 1)
const account = (n: number) => String(n).padStart(4, '0')
const power = (n: number, over = false) =>
  signal(account(n), {
    code: '301',
    kind: 'power',
    priority: over ? 4 : 3,
    class: over ? 'restore' : 'trouble',
    qualifier: over ? 'restore' : 'new',
    meaning: 'Mains power lost',
    zone: null,
  })

/** The mains of twelve sites of one town fail within a minute, and one of them is robbed. */
function powerCut() {
  const live = liveRoom(sites(...numbers.map((n) => site(`site-${n}`, { name: `Shop ${n}` }))))
  for (const n of numbers) live.receive(power(n), night + n * 1_000)
  live.receive(
    signal('0003', { kind: 'hold-up', priority: 1, code: '122', meaning: 'Hold-up' }),
    night + minute,
  )
  return live
}

function show(live = powerCut(), now = night + 2 * minute) {
  const ports = createTestPorts(live.room, {}, now)
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  renderConsole(
    ports,
    <FeatureParts features={features}>
      <Shortcuts />
      <StateSlot />
      <AlarmQueue />
      <Ledger />
      <SubjectPanel />
      <Dialogs />
    </FeatureParts>,
  )
  const commands = () =>
    ports.bridge.asked
      .filter(({ name }) => name === 'command')
      .map(({ request }) => (request as { command: unknown }).command)
  const [bundle] = [...live.room.bundles.keys()]
  return { ports, live, commands, bundleId: bundle ?? '', user: userEvent.setup() }
}
const queue = () => within(screen.getByRole('listbox', { name: 'Alarms' })).getAllByRole('option')
const ledger = () => within(screen.getByRole('region', { name: 'Ledger: not in the queue' }))

describe('the ledger', () => {
  it('says how much is bundled, by which rule and since when, and the queue is left with the hold-up', () => {
    show()
    expect(queue().map((row) => row.textContent)).toEqual([expect.stringContaining('Hold-up')])
    ledger().getByText('12 signals of 12 sites bundled')
    ledger().getByText('Power cut · Qarshi')
    ledger().getByText('rule power cut · 0 of 12 sites restored')
    ledger().getByTitle(
      /^12 signals of 12 sites bundled by rule power cut, Qarshi, since \d\d:\d\d$/,
    )
  })
  it('is not there while nothing is bundled', () => {
    show(liveRoom(sites(site('site-1'))))
    expect(screen.queryByRole('region', { name: /Ledger/ })).toBeNull()
  })
  it('is walked by key, and shows what is inside: what still stands first', async () => {
    const live = powerCut()
    live.receive(power(1, true), night + 90_000)
    const { user, ports } = show(live)
    await user.keyboard('g')
    expect(ports.store.getState().selection).toMatchObject({ kind: 'bundle' })
    const inside = within(screen.getByRole('listbox', { name: 'What is inside' }))
    const names = inside.getAllByRole('option').map((row) => row.textContent)
    expect(names).toHaveLength(count)
    expect(names[0]).toContain('Shop 2')
    expect(names.at(-1)).toContain('Shop 1')
    expect(names.at(-1)).toContain('restored')
  })
  it('is looked into without touching it, and leads to one alarm, which says that it is not in the queue', async () => {
    const { user, ports, commands } = show()
    await user.keyboard('gi')
    const dialog = within(screen.getByRole('dialog'))
    act(() => dialog.getByRole('listbox').focus())
    await user.keyboard('{ArrowDown}{Enter}')
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a2' })
    screen.getByText('Not in the queue: bundled by rule power cut, Qarshi.')
    expect(commands()).toEqual([])
  })
  it('gives all of it back to the queue by one key', async () => {
    const { user, commands, bundleId } = show()
    await user.keyboard('gu')
    expect(commands()).toEqual([{ type: 'unbundle', bundleId }])
  })
  it('is closed with how it ended, and with a reason while some sites have not reported the end', async () => {
    const { user, commands, bundleId } = show()
    await user.keyboard('g{Shift>}c{/Shift}')
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByText('False: equipment'))
    dialog.getByText(/12 of 12 sites have not reported the end/)
    await user.keyboard('{Enter}')
    expect(commands()).toEqual([])
    await user.type(dialog.getByRole('textbox'), 'The grid company announced it')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(commands()).toEqual([
      {
        type: 'close-bundle',
        bundleId,
        disposition: 'false-equipment',
        remark: 'The grid company announced it',
      },
    ])
  })
  it('says after unbundling that the rule does not apply there for a while, and by whom', () => {
    const live = powerCut()
    live.give(
      { type: 'unbundle', bundleId: [...live.room.bundles.keys()][0] ?? '' },
      night + 2 * minute,
    )
    show(live)
    expect(queue()).toHaveLength(count + 1)
    ledger().getByText(
      /^Rule power cut does not apply in Qarshi until \d\d:\d\d: unbundled by Officer One$/,
    )
  })
})

describe('a flood of alarms', () => {
  const flooded = () => {
    const live = liveRoom(sites(...numbers.map((n) => site(`site-${n}`))))
    for (const n of numbers) live.receive(signal(account(n)), night + n * 1_000)
    return live
  }
  it('is said in words with since when, and what to do', () => {
    show(flooded())
    const slot = screen.getByRole('alert')
    expect(slot.textContent).toMatch(/^FLOOD 1:\d\dCall a second officer\./)
    const said = slot.querySelector('button')?.title
    expect(said).toMatch(/^FLOOD since \d\d:\d\d \(1:\d\d\)\.\nCall a second officer\./)
    expect(said).toContain('12 alarms per officer in ten minutes')
  })
  it('is over by itself', () => {
    show(flooded(), night + hour)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
