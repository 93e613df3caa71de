// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Site } from '../../shared/sites/site'
import { opened, raised, site, sites, trainer } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { DuressWordsReply } from '../../shared/wire/duress-words'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { SubjectPanel } from '../app/SubjectPanel'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'

// The countdown alone is turned by hand; everything else of the screen takes its usual way.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const turn = (seconds: number) => act(async () => void vi.advanceTimersByTime(seconds * 1000))

const word = { hasDuressWord: true } as const
const contacts: Site['contacts'] = [
  { role: 'Guard post', name: 'Demo contact 1', phone: '+998 1', ...word },
  { role: 'Site manager', name: 'Demo contact 2', phone: '+998 2' },
  { role: 'Electrician on duty', name: '', phone: '+998 3', ...word },
]
const register = sites(
  site('site-1', { name: 'Bank branch 014', contacts }),
  site('site-2', { name: 'School 3', contacts: contacts.slice(1, 2) }),
)
const kept: DuressWordsReply = {
  result: 'ok',
  words: [
    { contact: 'Electrician on duty', word: 'Lantern' },
    { contact: 'Demo contact 1', word: 'Chrysanthemum' },
  ],
}
const lost = { phase: 'lost', since: 0, hub: 'test', said: null } as const

function show(reply: DuressWordsReply | Promise<DuressWordsReply> = kept) {
  const ports = createTestPorts(roomOf(register, raised('a1', 'site-1')), {
    selection: { kind: 'site', siteId: 'site-1' },
  })
  // The bridge awaits what it is given.
  ports.bridge.answer('duress-words', () => reply as DuressWordsReply)
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <SubjectPanel />
      <Dialogs />
    </>,
  )
  const asked = () =>
    ports.bridge.asked.filter(({ name }) => name === 'duress-words').map(({ request }) => request)
  return { ports, asked, user: userEvent.setup() }
}
const nowhere = (text: string) => expect(document.body.textContent).not.toContain(text)

describe('duress words', () => {
  it('are shown by one key, in call order, and the hub is asked once', async () => {
    const { user, asked, ports } = show()
    nowhere('Chrysanthemum')
    await user.keyboard('v')
    const dialog = within(screen.getByRole('dialog', { name: 'Duress words · Bank branch 014' }))
    expect(dialog.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      '1Guard post, Demo contact 1+998 1Chrysanthemum',
      '2Site manager, Demo contact 2+998 2no word agreed on',
      '3Electrician on duty+998 3Lantern',
    ])
    dialog.getByText('It stands in the journal that they were shown to you.')
    expect(asked()).toEqual([{ siteId: 'site-1' }])
    expect(JSON.stringify(ports.store.getState())).not.toContain('Chrysanthemum')
  })

  it('are offered beside the contacts, where there are some', () => {
    const { ports } = show()
    screen.getByRole('button', { name: /^Show the duress words/ })
    act(() => ports.store.setState({ selection: { kind: 'site', siteId: 'site-2' } }))
    expect(screen.queryByRole('button', { name: /^Show the duress words/ })).toBeNull()
  })

  it('are shown for the site of an alarm too', async () => {
    const { user, ports, asked } = show()
    act(() => ports.store.setState({ selection: { kind: 'alarm', alarmId: 'a1' } }))
    await user.click(screen.getByRole('button', { name: /^Show the duress words/ }))
    screen.getByText('Chrysanthemum')
    expect(asked()).toEqual([{ siteId: 'site-1' }])
  })

  it('say so when the hub keeps none for a contact who has one, and whom nobody lists any more', async () => {
    const { user } = show({ result: 'ok', words: [{ contact: 'Demo contact 9', word: 'Lilac' }] })
    await user.keyboard('v')
    expect(screen.getAllByText('the hub keeps no word: have it set anew')).toHaveLength(2)
    screen.getByText('Lilac')
    screen.getByText('no longer among the contacts')
  })
})

describe('duress words on screen', () => {
  it('are hidden again after a minute, and shown again by Enter: a new question', async () => {
    const { user, asked } = show()
    await user.keyboard('v')
    screen.getByText('hidden again in 60 s')
    await turn(18)
    screen.getByText('hidden again in 42 s')
    await turn(42)
    nowhere('Chrysanthemum')
    screen.getByText(/^Hidden again after 60 s/)
    await user.keyboard('{Enter}')
    screen.getByText('Chrysanthemum')
    screen.getByText('hidden again in 60 s')
    expect(asked()).toHaveLength(2)
  })

  it('are hidden at once when the machine has slept meanwhile', async () => {
    const base = show()
    cleanup()
    let now = 100_000
    const ports = { ...base.ports, now: () => now }
    renderConsole(
      ports,
      <>
        <Shortcuts />
        <Dialogs />
      </>,
    )
    await base.user.keyboard('v')
    now += 3_600_000
    await turn(1)
    nowhere('Chrysanthemum')
  })

  it('go when the hub is lost, with the reason, and come back only when asked for again', async () => {
    const { user, ports, asked } = show()
    await user.keyboard('v')
    act(() => ports.store.setState({ link: lost }))
    nowhere('Chrysanthemum')
    expect(screen.getByRole('alert').textContent).toBe(
      'The hub is not reachable: duress words are kept there only',
    )
    await user.keyboard('{Enter}')
    act(() => ports.store.setState({ link: live }))
    nowhere('Chrysanthemum')
    expect(asked()).toHaveLength(1)
    await user.keyboard('{Enter}')
    screen.getByText('Chrysanthemum')
  })

  it('do not come up when the answer is late: after the hub was lost, or the dialog closed', async () => {
    let answer: (reply: DuressWordsReply) => void = () => {}
    const { user, ports } = show(
      new Promise<DuressWordsReply>((resolve) => {
        answer = resolve
      }),
    )
    await user.keyboard('v')
    screen.getByText('The hub is asked…')
    act(() => ports.store.setState({ link: lost }))
    act(() => ports.store.setState({ link: live }))
    await act(async () => answer(kept))
    nowhere('Chrysanthemum')
  })

  it('go when something else is selected, and with the dialog', async () => {
    const { user, ports } = show()
    await user.keyboard('v')
    act(() => ports.store.setState({ selection: { kind: 'site', siteId: 'site-2' } }))
    nowhere('Chrysanthemum')
    expect(ports.store.getState().dialog).toBeNull()
    act(() => ports.store.setState({ selection: { kind: 'site', siteId: 'site-1' } }))
    await user.keyboard('v')
    await user.click(screen.getByRole('button', { name: /^Close/ }))
    nowhere('Chrysanthemum')
  })

  it('stay while the same site is meant in another way', async () => {
    const { user, ports } = show()
    act(() => ports.store.setState({ selection: { kind: 'alarm', alarmId: 'a1' } }))
    await user.keyboard('v')
    const room = roomOf(register, raised('a1', 'site-1'), opened('i1', 'a1'))
    act(() => ports.store.setState({ room, selection: { kind: 'incident', incidentId: 'i1' } }))
    screen.getByText('Chrysanthemum')
  })

  it('are not asked for in the name of whoever signs in next', async () => {
    const { user, ports } = show()
    await user.keyboard('v')
    cleanup()
    expect(ports.store.getState().dialog).toBeNull()
  })
})

describe('why duress words are not shown', () => {
  const reasonOf = () =>
    screen.getByRole('button', { name: /^Show the duress words/ }).getAttribute('title')

  it('is said on the button: no hub, not the role', () => {
    const { ports } = show()
    act(() => ports.store.setState({ link: lost }))
    expect(reasonOf()).toBe('The hub is not reachable: duress words are kept there only')
    act(() => ports.store.setState({ link: { ...live, you: trainer } }))
    expect(reasonOf()).toContain('duty officer / shift supervisor')
    act(() => ports.store.setState({ mode: 'replay' }))
    expect(reasonOf()).toContain('This is a replay')
  })

  it('is said to the key where no word is agreed on, or no site is selected', async () => {
    const { user, ports, asked } = show()
    for (const selection of [{ kind: 'site', siteId: 'site-2' } as const, null]) {
      act(() => ports.store.setState({ selection }))
      await user.keyboard('v')
    }
    expect(ports.store.getState().notices.map(({ code }) => code)).toEqual([
      'no-duress-words',
      'no-site-selected',
    ])
    expect(asked()).toEqual([])
  })

  it('is said in the dialog in the words of the language, when the hub says no', async () => {
    const refusal = { code: 'duress-words-closed', params: {}, text: 'The vault is closed' }
    const { user } = show({ result: 'refused', refusal })
    await user.keyboard('v')
    expect(screen.getByRole('alert').textContent).toContain(
      'its vault is closed. Tell the administrator',
    )
  })
})
