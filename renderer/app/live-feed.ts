import type { Attached, PendingCommand } from '../../shared/ipc/contract'
import type { AnyEntry } from '../../shared/journal/entry'
import { emptyRoom } from '../../shared/room/empty-room'
import type { Room } from '../../shared/room/room'
import { preferencesOf } from '../../shared/settings/preferences'
import type { Position, Positions } from '../../shared/teams/position'
import type { ConsolePorts } from '../console/console-ports'
import type { ConsoleData } from '../console/console-store'
import { type HeldRows, roomAtDesk } from '../console/desk-room'
import { roomNotFolded } from '../console/page-says'
import { saySettled } from '../console/send-command'
import { showExpected } from '../console/show-expected'
import { createDrawing, type ScreenPorts } from './drawing'
import { createDrawnReport } from './drawn-report'
import { foldNext, newest } from './follow-room'

/** ms before asking again when the main process could not answer: it may be opening its journal. */
const attachAgainAfter = 500
/**
 * Pauses, ms, before the room is asked for again after it could not be followed; the last one
 * repeats.
 */
const followAgainAfter = [1_000, 2_000, 5_000, 10_000, 30_000] as const

/**
 * Entries that need nobody: a hundred signals a second would keep the window busy when an alarm
 * comes.
 */
const background: ReadonlySet<string> = new Set([
  'signal-received',
  'signal-repeated',
  'alarm-signal-added',
])

/** Received but not looked at yet. */
interface Waiting {
  entries: AnyEntry[]
  positions: Position[]
  /** Anything else from the main process: the link, the outbox, the beacon. */
  said: Partial<ConsoleData>
}
const nothing = (): Waiting => ({ entries: [], positions: [], said: {} })

/**
 * Feeds the store from the main process: attaches for the whole room, then follows the pushes.
 * Folding and drawing are separate: the followed room is kept here and goes on whatever happens to
 * its drawing (see `createDrawing`). A gap in the numbers or a `reset` attaches again. An entry
 * that cannot be folded would show a wrong room: the feed stops, says so, and asks for the room
 * again after a pause. Returns the function that ends it.
 */
export function startLiveFeed(ports: ConsolePorts, screen: ScreenPorts): () => void {
  const { bridge, store } = ports
  let phase: 'attaching' | 'following' | 'ended' = 'attaching'
  let waiting = nothing()
  let followed: { room: Room; positions: Positions } = { room: emptyRoom, positions: new Map() }
  let held: HeldRows | null = null
  /** How often in a row the room could not be followed. */
  let failures = 0
  let cancelAttach = () => {}
  // A room attached for an earlier question must not overwrite that of a later one.
  let question = 0

  const drawing = createDrawing(screen, draw, () => report.drawn(store.getState().room.seq))
  const report = createDrawnReport(bridge, screen.frames)

  function draw(): void {
    const recorded = new Set(waiting.entries.map(({ cause }) => cause))
    const stopped = phase === 'following' ? follow() : null
    const { said } = waiting
    waiting.said = {}
    store.setState({
      ...said,
      ...roomWith(said, recorded),
      positions: followed.positions,
      ...stopped,
    })
  }

  /**
   * The room on screen when it changes: the followed room, with pending commands that are not
   * `recorded` yet.
   */
  function roomWith(
    said: Partial<ConsoleData>,
    recorded: ReadonlySet<string | null>,
  ): Partial<ConsoleData> {
    const before = store.getState()
    if (followed.room === before.hubRoom && !said.pending && said.clockOffset === undefined)
      return {}
    const open = ({ commandId }: PendingCommand) => !recorded.has(commandId)
    return showExpected(before, {
      hubRoom: followed.room,
      pending: (said.pending ?? before.pending).filter(open),
      handing: before.handing.filter(open),
      clockOffset: said.clockOffset ?? before.clockOffset,
    })
  }

  /** Folds what came. Returns what the screen must say if that failed. */
  function follow(): Partial<ConsoleData> | null {
    const { entries, positions } = waiting
    waiting.entries = []
    waiting.positions = []
    try {
      const room = foldNext(followed.room, entries)
      if (room === 'gap') attachAfterFailure()
      else {
        if (room !== followed.room) failures = 0
        followed = { room, positions: newest(followed.positions, positions) }
      }
      return null
    } catch (error) {
      attachAfterFailure(followAgainAfter[0])
      const said = roomNotFolded(error)
      return { link: { phase: 'failed', since: ports.now(), said }, feedStopped: true }
    }
  }

  /**
   * At once the first time, unless told otherwise; repeated failures are retried ever more rarely.
   */
  function attachAfterFailure(first = 0): void {
    phase = 'attaching'
    const pause =
      failures === 0 ? first : followAgainAfter[Math.min(failures, followAgainAfter.length) - 1]
    failures += 1
    if (pause) attachLater(pause)
    else attach()
  }

  function attachLater(pause: number): void {
    cancelAttach()
    cancelAttach = screen.frames.after(pause, attach)
  }

  function attach(): void {
    cancelAttach()
    question += 1
    // The answer contains everything that came before the question.
    waiting = { ...nothing(), said: waiting.said }
    const mine = question
    phase = 'attaching'
    const over = () => mine !== question || phase === 'ended'
    bridge
      .ask('attach', {})
      .then(async (attached) => {
        if (over()) return
        const { deskRoom, positions, said } = dataOf(attached)
        // What is pushed while the register is on its way is newer.
        waiting.said = { ...said, feedStopped: false }
        const at = await roomAtDesk(bridge, deskRoom, held)
        if (over()) return
        if (at === 'gone') return attach()
        held = at.held
        followed = { room: at.room, positions }
        phase = 'following'
        drawing.want('now')
      })
      .catch(() => {
        if (!over()) attachLater(attachAgainAfter)
      })
  }

  const say = (said: Partial<ConsoleData>, when: 'now' | 'soon') => {
    Object.assign(waiting.said, said)
    drawing.want(when)
  }
  const subscriptions = [
    bridge.on('entries', (entries) => {
      waiting.entries.push(...entries)
      if (phase === 'following')
        drawing.want(entries.every(({ type }) => background.has(type)) ? 'soon' : 'now')
    }),
    bridge.on('positions', (positions) => {
      waiting.positions.push(...positions)
      if (phase === 'following') drawing.want('soon')
    }),
    bridge.on('reset', attach),
    bridge.on('link', (link) => say(store.getState().feedStopped ? {} : { link }, 'now')),
    bridge.on('pending', (pending) => say({ pending }, 'now')),
    bridge.on('settled', (settled) => saySettled(ports, settled)),
    bridge.on('beacon', (beacon) => say({ beacon }, 'now')),
    bridge.on('sound', (sound) => say({ sound }, 'now')),
    bridge.on('settings', (settings) =>
      say({ settings, language: preferencesOf(settings).language }, 'now'),
    ),
    bridge.on('local-journal', (localJournal) => say({ localJournal }, 'soon')),
    bridge.on('clock', ({ offset }) => say({ clockOffset: offset }, 'now')),
  ]
  attach()
  return () => {
    phase = 'ended'
    cancelAttach()
    drawing.stop()
    report.stop()
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}

const dataOf = ({ room: deskRoom, positions, ...said }: Attached) => ({
  deskRoom,
  positions: new Map(positions.map((position) => [position.teamId, position])),
  said,
})
