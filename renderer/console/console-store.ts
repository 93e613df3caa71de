import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Actor } from '../../shared/accounts/actor'
import { plainView, type QueueView } from '../../shared/alarms/queue-view'
import type { Expected } from '../../shared/expected/expected-room'
import type { Mark } from '../../shared/expected/mark'
import type {
  BeaconState,
  LinkState,
  LocalJournalState,
  PendingCommand,
  UnitId,
} from '../../shared/ipc/contract'
import type { Refusal } from '../../shared/lang/decision'
import type { Language } from '../../shared/lang/language'
import { emptyRoom } from '../../shared/room/empty-room'
import type { Room } from '../../shared/room/room'
import { type DeskSettings, usualSettings } from '../../shared/settings/preferences'
import type { WindowName } from '../../shared/settings/window-place'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet, type SoundState } from '../../shared/sound/sound-state'
import type { Positions } from '../../shared/teams/position'
import type { OpenDialog, SomeDialog } from './dialog-subjects'
import { guardListeners } from './guard-listeners'
import type { SiteCards } from './site-cards'

/**
 * What the officer looks at, one thing at a time: the cards, the map and the keys all follow it.
 */
export type Selection =
  | { readonly kind: 'alarm'; readonly alarmId: string }
  | { readonly kind: 'incident'; readonly incidentId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'site'; readonly siteId: string }
  | { readonly kind: 'bundle'; readonly bundleId: string }
  /** An unknown account that reports an alarm. */
  | { readonly kind: 'held'; readonly account: string }
  | null

export interface Draft {
  readonly dialog: SomeDialog
  readonly fields: Readonly<Record<string, string>>
}
export type Drafts = ReadonlyMap<string, Draft>

/** A sentence shown for a while: the result of a command, in the officer's language. */
export interface Notice extends Refusal {
  readonly id: string
  readonly tone: 'done' | 'notice' | 'refused' | 'pending'
  readonly at: number
}

/**
 * Everything a window shows. Live and replay windows have the same store; only its feed differs.
 */
export interface ConsoleData {
  readonly unit: UnitId
  readonly mode: 'live' | 'replay'
  /** Which window of the room it is: the room itself, or a view beside it. */
  readonly view: WindowName
  /**
   * What is on screen: the hub's room with the pending commands carried out. Only `showExpected`
   * sets it.
   */
  readonly room: Room
  readonly hubRoom: Room
  /** Commands given here that the main process has not confirmed having. */
  readonly handing: readonly PendingCommand[]
  /** What in `room` is only expected, where that is worth a word. */
  readonly marks: ReadonlySet<Mark>
  /** The current verdict on each pending command, by its id. */
  readonly verdicts: Expected['verdicts']
  readonly positions: Positions
  /** Of the last sites looked at, by site id. */
  readonly cards: SiteCards
  readonly link: LinkState
  /**
   * This window cannot follow the room. `link` says why, and the window asks for the room again by
   * itself.
   */
  readonly feedStopped: boolean
  readonly pending: readonly PendingCommand[]
  readonly beacon: BeaconState
  readonly sound: SoundState
  readonly localJournal: LocalJournalState
  readonly language: Language
  readonly settings: DeskSettings
  /**
   * The room's time minus this machine's clock, ms: the hub's clock when live, the replayed instant
   * in a replay.
   */
  readonly clockOffset: number
  readonly selection: Selection
  readonly queueView: QueueView
  readonly dialog: OpenDialog
  /** What was typed in dialogs and not sent yet, by dialog; the newest last. */
  readonly drafts: Drafts
  readonly notices: readonly Notice[]
  /** Counts requests to centre the selection; the map moves when it grows. */
  readonly centring: number
  /** Counts the wishes to see the whole region, in the same way. */
  readonly homing: number
  /** The selection made by walking the queue with keys: the map never follows it. */
  readonly walked: Selection
}

export type ConsoleStore = StoreApi<ConsoleData>

export interface StoreOf extends Pick<ConsoleData, 'unit' | 'mode'> {
  readonly now: number
  readonly language?: Language
  readonly view?: WindowName
}

/** `onFault` hears what a listener of the store threw; the other listeners are still called. */
export function createConsoleStore(
  { unit, mode, now, language = 'en', view = 'room' }: StoreOf,
  onFault?: (fault: unknown) => void,
): ConsoleStore {
  const store = createStore<ConsoleData>(() => ({
    unit,
    mode,
    view,
    room: emptyRoom,
    hubRoom: emptyRoom,
    handing: [],
    marks: new Set(),
    verdicts: new Map(),
    positions: new Map(),
    cards: new Map(),
    link: { phase: 'starting', since: now, said: null },
    feedStopped: false,
    pending: [],
    beacon: { phase: 'not-configured', on: false, text: '' },
    sound: { ...noSoundYet, desk: usualSound },
    localJournal: { seq: 0, hubSeq: 0, fault: null },
    language,
    settings: { ...usualSettings, desk: { ...usualSettings.desk, language } },
    clockOffset: 0,
    selection: null,
    queueView: plainView,
    dialog: null,
    drafts: new Map(),
    notices: [],
    centring: 0,
    homing: 0,
    walked: null,
  }))
  return onFault ? guardListeners(store, onFault) : store
}

export function me({ link }: Pick<ConsoleData, 'link'>): Actor | null {
  if (link.phase === 'live') return link.you
  return (link.phase === 'lost' && link.you) || null
}
