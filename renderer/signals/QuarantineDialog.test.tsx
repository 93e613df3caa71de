// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/lang/language'
import type { RoomEvent } from '../../shared/room/events'
import { signal, site, sites, trainer } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { StatusLine } from '../app/StatusLine'
import { live } from '../testing/fake-bridge'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => layOut(800, 400))
afterEach(cleanup)

const unknown = (account: string, sequence: string, meaning = 'Fire alarm'): RoomEvent => {
  const said = signal(account, { sequence, meaning })
  const { signalId, channel, source, frame } = said
  return {
    type: 'signal-quarantined',
    data: {
      signalId,
      channel,
      source,
      reason: 'unknown-account',
      detail: 'nobody’s',
      frame,
      account,
      signal: said,
    },
  }
}
const garbled: RoomEvent = {
  type: 'signal-quarantined',
  data: {
    signalId: 's-bad',
    channel: 'dc09-udp',
    source: '10.0.0.7:5000',
    reason: 'bad-crc',
    detail: 'the CRC is 1234',
    frame: '\\x0A1234…',
    account: null,
  },
}
const register = sites(
  site('site-1', { name: 'Bank branch 014' }),
  site('site-2', { name: 'School 3' }),
)

function show(...past: RoomEvent[]) {
  return showIn('en', past)
}
function showIn(language: Language, past: readonly RoomEvent[]) {
  const ports = createTestPorts(roomOf(register, ...past))
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <StatusLine />
      <Dialogs />
    </>,
    language,
  )
  return { ports, user: userEvent.setup() }
}
const commands = (ports: ReturnType<typeof show>['ports']) =>
  ports.bridge.asked
    .filter(({ name }) => name === 'command')
    .map(({ request }) => (request as { command: unknown }).command)

describe('the quarantine', () => {
  it('says in the status line that signals of unknown accounts are held', () => {
    show(unknown('9001', '0001'), unknown('9001', '0002'), unknown('9002', '0001'))
    screen.getByText('2 unknown accounts, signals held: 3')
  })

  it('says how many of how many are held where more came than are', async () => {
    const { user } = show(...Array.from({ length: 1_005 }, () => unknown('9001', '0001')))
    screen.getByText('1 unknown account, signals held: 1000 of 1005')
    await user.keyboard('q')
    screen.getByText('1000 / 1005')
  })

  it('says that further accounts take the place of others once as many are held as may be', async () => {
    const accounts = Array.from({ length: 2_001 }, (_, at) =>
      unknown((0x9000 + at).toString(16), '0001'),
    )
    const { user } = show(...accounts)
    await user.keyboard('q')
    screen.getByText(/No more than 2000 accounts are held/)
  })

  it('shows what came in with its reason in words and its bytes', async () => {
    const { user } = show(unknown('9001', '0001'), garbled)
    await user.keyboard('q')
    const item = within(screen.getByRole('article', { name: 'Journal entry 3' }))
    item.getByText('Checksum wrong')
    item.getByText('the CRC is 1234')
    item.getByText('\\x0A1234…')
  })

  it('says in the officer’s language what came, why it is there and what to do, before the technician’s detail', async () => {
    const { user } = showIn('ru', [unknown('9001', '0001'), garbled])
    await user.keyboard('q')
    const item = within(screen.getByRole('article'))
    item.getByText(/Байты исказились в пути.*проверьте линию и прибор/)
    expect(item.getByText('the CRC is 1234').parentElement?.textContent).toBe(
      'Для техника: the CRC is 1234',
    )
    screen.getByText('Проникновение, тип зоны не указан')
  })

  it('says so when nothing is held and nothing came in', async () => {
    const { user } = show()
    await user.keyboard('q')
    screen.getByText('No signals of unknown accounts are held.')
    screen.getByText('The quarantine is empty')
  })
})

describe('attaching an unknown account', () => {
  const search = () => within(screen.getByRole('dialog')).getByRole('combobox')

  it('finds the site while typing, says how many signals take effect, and sends one command', async () => {
    const { ports, user } = show(unknown('9001', '0001'), unknown('9001', '0002'))
    await user.keyboard('q{Enter}')
    await user.type(search(), 'school')
    screen.getByText('1 of 2 sites')
    await user.keyboard('{Enter}')
    expect(commands(ports)).toEqual([])
    screen.getByText('2 held signals take effect now, in the order they came.')
    screen.getByText('School 3')
    await user.keyboard('{Enter}')
    expect(commands(ports)).toEqual([{ type: 'attach-account', account: '9001', siteId: 'site-2' }])
    expect(ports.store.getState().dialog).toBeNull()
  })

  it('goes back step by step: to the search, then to the quarantine', async () => {
    const { ports, user } = show(unknown('9001', '0001'))
    await user.keyboard('{Shift>}a{/Shift}')
    await user.type(search(), 'bank{Enter}')
    await user.click(screen.getByRole('button', { name: 'Go back' }))
    expect(search()).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Go back' }))
    expect(ports.store.getState().dialog).toEqual({ kind: 'quarantine' })
  })

  it('is not offered to who may not do it, and says why', async () => {
    const { ports, user } = show(unknown('9001', '0001'))
    ports.store.setState({ link: { ...live, you: trainer } })
    await user.keyboard('q')
    const button = await screen.findByRole('button', { name: /^Attach to a site/ })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    screen.getByText(/This needs the role duty officer \/ shift supervisor/)
  })

  it('is over when somebody else has attached the account meanwhile', async () => {
    const { ports, user } = show(unknown('9001', '0001'))
    await user.keyboard('{Shift>}a{/Shift}')
    ports.store.setState({ room: roomOf(register) })
    await screen.findByText('Nothing of this account is held any more')
  })
})
