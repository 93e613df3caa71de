import { describe, expect, it } from 'vitest'
import type { Attached, LinkState } from '../../shared/ipc/contract'
import type { Envelope } from '../../shared/room/commands'
import { emptyRoom } from '../../shared/room/empty-room'
import { usualSettings } from '../../shared/settings/preferences'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet, type SoundState } from '../../shared/sound/sound-state'
import { consoleHandlers } from './console-handlers'
import { type Beacon, noBeacon } from './peripherals/beacon'
import { replayHandlers } from './replay/replay-handlers'
import { type SettingsFile, settingsSchema } from './settings'
import { settingsHandlers } from './settings-handlers'
import { viewHandlers } from './window/view-handlers'

const replay = { mode: 'replay' } as const
const live = { mode: 'live' } as const
const view = { mode: 'view', windowId: 7 } as const

const starting: LinkState = { phase: 'starting', since: 0, said: null }

function handling(link: LinkState = starting) {
  const done: string[] = []
  const note = <Value>(what: string, value: Value): Value => {
    done.push(what)
    return value
  }
  const settings: SettingsFile = {
    get: () => settingsSchema.parse({}),
    change: () => note('settings', undefined),
    onChange: () => () => false,
  }
  const beacon: Beacon = { ...noBeacon, test: () => note('beacon', noBeacon.state()) }
  const quiet: SoundState = { ...noSoundYet, desk: usualSound }
  const sound = {
    show: () => {},
    left: () => {},
    lossHeard: () => note('loss-heard', undefined),
    test: async () => note('sound-test', quiet),
    set: () => note('set-sound', quiet),
    state: () => quiet,
  }
  const handlers = consoleHandlers({
    core: {
      journal: {
        live: () => {},
        hubAt: () => {},
        state: () => ({ seq: 0, hubSeq: 0, fault: null }),
        openUnit: async () => null,
        track: () => {},
        askText: async () => '',
        ask: async () => Promise.reject(new Error('No journal here')),
        stop: async () => {},
      },
      link: () => link,
      connect: () => {},
      disconnect: () => {},
      command: async () => note('command', { result: 'ok', seq: 1, notice: null } as const),
      withdraw: () => note('withdraw', true),
      access: () => null,
      duressWords: async () => note('duress-words', { result: 'ok', words: [] } as const),
      askRecords: async () => ({ rows: [], next: null, seq: 0, behind: 0 }),
      attached: () => note('attached', {} as Attached),
      registerColumns: () => null,
      siteCard: async () => null,
      room: () => emptyRoom,
      stop: async () => {},
    },
    source: {
      start: () => {},
      signIn: async () => note('sign-in', null),
      signOut: async () => note('sign-out', undefined),
      tryAgain: async () => note('try-again', undefined),
      tokenRefused: () => {},
      stop: async () => {},
    },
    beacon,
    sound,
    settings,
    look: () => ({ language: 'en', settings: usualSettings }),
    chooseHub: (hub) => note(`hub ${hub}`, undefined),
    onAttached: () => note('shown', undefined),
    onDrawn: () => note('drawn', undefined),
  })
  const journal = {
    ask: () => Promise.reject(new Error('No journal here')),
    askText: () => Promise.reject(new Error('No journal here')),
  }
  const forReplay = replayHandlers(journal, () => note('open-replay', undefined))
  const files = { toSave: async () => note('save', null), toOpen: async () => note('open', null) }
  const set = settingsHandlers({ settings, sound, files, officer: () => null })
  const views = viewHandlers({
    windows: { toggleView: (name) => note(`toggled ${name}`, undefined) },
    tellSelection: (_selection, from) => note(`selected by ${from}`, undefined),
  })
  return { done, handlers: { ...handlers, ...forReplay, ...set, ...views } }
}
const command: Envelope = {
  commandId: 'c1',
  command: { type: 'acknowledge-alarm', alarmId: 'a1', incidentId: 'i1' },
  issuedAt: 1,
}

describe('what a window may ask', () => {
  it('is refused to a replay wherever it would change the live room or this console', async () => {
    const { done, handlers } = handling()
    expect(await handlers['sign-in']({ username: 'a', password: 'b' }, replay)).toMatchObject({
      code: 'replay-read-only',
    })
    await expect(handlers['sign-out']({}, replay)).rejects.toThrow('replay')
    await expect(handlers['try-again']({}, replay)).rejects.toThrow('replay')
    expect(await handlers.command(command, replay)).toMatchObject({
      refusal: { code: 'replay-read-only' },
    })
    expect(handlers['withdraw-command']({ commandId: 'c1' }, replay)).toBe(false)
    expect(await handlers['duress-words']({ siteId: 'site-1' }, replay)).toMatchObject({
      refusal: { code: 'replay-read-only' },
    })
    handlers['set-language']({ language: 'ru' }, replay)
    handlers['change-settings']({ whose: 'desk', part: { theme: 'light' } }, replay)
    expect(await handlers['export-settings']({}, replay)).toBe('cancelled')
    expect(await handlers['import-settings']({}, replay)).toBe('cancelled')
    handlers['toggle-view']({ view: 'map' }, replay)
    handlers.select({ selection: null }, replay)
    handlers.drawn({ seq: 1 }, replay)
    expect(() => handlers['beacon-test']({}, replay)).toThrow('replay')
    expect(() => handlers['sound-test']({}, replay)).toThrow('replay')
    expect(() => handlers['set-sound'](usualSound, replay)).toThrow('replay')
    expect(() => handlers['loss-heard']({}, replay)).toThrow('replay')
    expect(() => handlers['open-replay']({ from: 1, to: 2 }, replay)).toThrow('live window')
    expect(handlers.attach({}, replay)).toMatchObject({ language: 'en', positions: [] })
    expect(done).toEqual([])
  })
  it('is the room and nothing else in a window beside it', async () => {
    const { done, handlers } = handling()
    handlers.attach({}, view)
    handlers.drawn({ seq: 1 }, view)
    expect(await handlers.command(command, view)).toMatchObject({ result: 'refused' })
    expect(await handlers['duress-words']({ siteId: 'site-1' }, view)).toMatchObject({
      result: 'refused',
    })
    expect(() => handlers['sound-test']({}, view)).toThrow()
    handlers['set-language']({ language: 'ru' }, view)
    handlers['toggle-view']({ view: 'wall' }, view)
    handlers.select({ selection: null }, view)
    expect(done).toEqual(['shown', 'attached', 'selected by 7'])
  })
  it('is done for the live window', async () => {
    const { done, handlers } = handling()
    await handlers['sign-in']({ username: 'a', password: 'b' }, live)
    await handlers['sign-out']({}, live)
    await handlers.command(command, live)
    handlers['withdraw-command']({ commandId: 'c1' }, live)
    await handlers['duress-words']({ siteId: 'site-1' }, live)
    handlers['set-language']({ language: 'ru' }, live)
    handlers['beacon-test']({}, live)
    await handlers['sound-test']({}, live)
    handlers['set-sound'](usualSound, live)
    handlers['loss-heard']({}, live)
    handlers.drawn({ seq: 1 }, live)
    handlers['open-replay']({ from: 1, to: 2 }, live)
    expect(done).toEqual([
      'sign-in',
      'sign-out',
      'command',
      'withdraw',
      'duress-words',
      'settings',
      'beacon',
      'sound-test',
      'settings',
      'set-sound',
      'loss-heard',
      'drawn',
      'open-replay',
    ])
  })
  it('tries a hub again that is away or has failed, and leaves every other link alone', async () => {
    const away: LinkState = { phase: 'lost', since: 0, hub: 'http://127.0.0.1:7410', said: null }
    const failed: LinkState = { phase: 'failed', since: 0, said: null }
    for (const link of [away, failed]) {
      const { done, handlers } = handling(link)
      await handlers['try-again']({}, live)
      expect(done).toEqual(['try-again'])
    }
    const signedOut: LinkState = { phase: 'signed-out', since: 0, hub: '', said: null }
    for (const link of [starting, signedOut]) {
      const { done, handlers } = handling(link)
      await handlers['try-again']({}, live)
      expect(done).toEqual([])
    }
  })
})

describe('Choosing another hub', () => {
  it('keeps the origin of an address in the settings and goes to it at once', async () => {
    const { done, handlers } = handling()
    expect(await handlers['choose-hub']({ hub: 'https://hub.example:7410/' }, live)).toBeNull()
    expect(await handlers['choose-hub']({ hub: null }, live)).toBeNull()
    expect(done).toEqual(['settings', 'hub https://hub.example:7410', 'settings', 'hub null'])
  })
  it('is refused in words and changes nothing where passwords would go in the clear, and in a replay', async () => {
    const { done, handlers } = handling()
    const clear = { hub: 'http://hub.example:7410' }
    expect(await handlers['choose-hub'](clear, live)).toMatchObject({ code: 'hub-in-the-clear' })
    expect(await handlers['choose-hub']({ hub: null }, replay)).toMatchObject({
      code: 'replay-read-only',
    })
    expect(done).toEqual([])
  })
})
