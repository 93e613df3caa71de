import type {
  Answers,
  Attached,
  Bridge,
  LinkState,
  Pushes,
  PushName,
  RequestName,
  RequestOf,
} from '../../shared/ipc/contract'
import { emptyRoom } from '../../shared/room/empty-room'
import { workToJson } from '../../shared/room/parts'
import type { Room, WholeRoom } from '../../shared/room/room'
import { usualSettings } from '../../shared/settings/preferences'
import { columnsOfRoom } from '../../shared/site-columns/column-sites'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet } from '../../shared/sound/sound-state'
import { officer } from '../../shared/testing/builders'

/** A scripted main process: answers by request, pushes by hand, and a record of what was asked. */
export interface FakeBridge extends Bridge {
  readonly asked: { readonly name: RequestName; readonly request: unknown }[]
  push<Name extends PushName>(name: Name, push: Pushes[Name]): void
  answer<Name extends RequestName>(
    name: Name,
    answer: (request: RequestOf<Name>) => Answers[Name],
  ): void
}

export const live: Extract<LinkState, { phase: 'live' }> = {
  phase: 'live',
  since: 0,
  hub: 'test',
  you: officer,
  storage: { ok: true, text: '', since: 0 },
}

export const attachedTo = (room: Room, change: Partial<Attached> = {}): Attached => ({
  room: deskRoomOf(room),
  positions: [],
  link: live,
  pending: [],
  beacon: { phase: 'not-configured', on: false, text: '' },
  sound: { ...noSoundYet, desk: usualSound },
  localJournal: { seq: room.seq, hubSeq: room.seq, fault: null },
  language: 'en',
  settings: usualSettings,
  clockOffset: 0,
  ...change,
})

const registers = new Map<string, Room>()
const versionOf = (room: Room): string => {
  const known = [...registers].find(([, { sites }]) => sites === room.sites)
  const version = known?.[0] ?? `${registers.size + 1}`.padStart(64, '0')
  registers.set(version, room)
  return version
}

const columnsFor = (version: string): Uint8Array | null => {
  const room = registers.get(version)
  return room ? columnsOfRoom(room) : null
}

/** A room as a window receives it. */
export const deskRoomOf = (room: Room) => ({ version: versionOf(room), work: workToJson(room) })

export function createFakeBridge(room: WholeRoom = emptyRoom): FakeBridge {
  const asked: FakeBridge['asked'] = []
  const answers = new Map<string, (request: never) => unknown>([
    ['attach', () => attachedTo(room)],
    ['register-columns', ({ version }: RequestOf<'register-columns'>) => columnsFor(version)],
    ['site-card', ({ siteId }: RequestOf<'site-card'>) => room.sites.get(siteId) ?? null],
  ])
  const listeners = new Map<string, Set<(push: never) => void>>()
  return {
    asked,
    async ask(name, request) {
      asked.push({ name, request })
      const answer = answers.get(name)
      if (!answer) throw new Error(`The test gives no answer to ${name}`)
      return answer(request as never) as never
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener as (push: never) => void))
      return () => set.delete(listener as (push: never) => void)
    },
    push(name, push) {
      for (const listener of listeners.get(name) ?? []) listener(push as never)
    },
    answer: (name, answer) => void answers.set(name, answer as (request: never) => unknown),
  }
}
