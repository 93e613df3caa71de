import { beaconWanted } from '../../shared/alarms/beacon'
import { expectedRoom } from '../../shared/expected/expected-room'
import { givenOf } from '../../shared/expected/given-of'
import type { Attached, CommandOutcome, LinkState, SettledCommand } from '../../shared/ipc/contract'
import type { Refusal } from '../../shared/lang/decision'
import type { Envelope } from '../../shared/room/commands'
import { workToJson } from '../../shared/room/parts'
import type { Room } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import type { SoundState } from '../../shared/sound/sound-state'
import type { Clock } from '../../shared/timeline/clock-port'
import type { DuressWordsReply } from '../../shared/wire/duress-words'
import type { Push } from './ipc/push'
import { createJournalDesk, type JournalDesk } from './journal/journal-desk'
import type { Child } from './keep-running'
import type { AskHub } from './link/ask-hub'
import { createCardText } from './link/card-text'
import { askDuressWords } from './link/duress-words'
import { createHubLink, type HubLink, type Target } from './link/hub-link'
import type { ConnectHub } from './link/hub-socket-port'
import { createOutbox } from './link/outbox'
import type { ConsoleStore } from './link/outbox-store'
import { createPositionFeed } from './link/position-feed'
import { createRoomHolder } from './link/room-holder'
import type { Log } from './log'
import type { Beacon } from './peripherals/beacon'
import type { Shown } from './sound/conductor'

/**
 * If the local journal takes longer than this, ms, the console stops waiting for it, and the hub
 * sends the whole room instead.
 */
const localPatience = 3_000

/**
 * The text of the register, in which cards are looked up, is fetched this long after the start, ms,
 * when the list and the map stand; or sooner, when somebody opens a card.
 */
const cardsAfter = 5_000

export interface CorePorts {
  readonly clock: Clock
  readonly log: Log
  readonly connect: ConnectHub
  /** Without it, hubs are asked with Node's default trust. */
  readonly ask?: AskHub | undefined
  readonly startJournal: () => Child
  readonly store: ConsoleStore
  readonly hubName: string
  readonly beacon: Beacon
  readonly soundState: () => SoundState
  readonly push: Push
  readonly onLink: (state: LinkState) => void
  readonly onAlarms: () => void
  /** Called when the room as this desk shows it, or the link, has changed. */
  readonly onShown: (shown: Shown) => void
  readonly onTokenRefused: (said: Refusal) => void
}

/** How a window's screen is set. */
export type Look = Pick<Attached, 'language' | 'settings'>

/**
 * A console without its windows: the link, the room, the outbox, the local journal and the beacon.
 * All of them keep working when a window hangs or dies. None of them knows Electron.
 */
export interface ConsoleCore {
  readonly journal: JournalDesk
  link(): LinkState
  /** Connects after the local journal has been opened, so that the hub only sends what is new. */
  connect(target: Target): void
  disconnect(state: LinkState): void
  command(envelope: Envelope): Promise<CommandOutcome>
  withdraw(commandId: string): boolean
  /** Where and as whom the hub can be asked now; null while the link is not live. */
  readonly access: HubLink['access']
  /** Asks the hub each time: the console keeps no duress words. */
  duressWords(siteId: string): Promise<DuressWordsReply>
  /** Asks the hub's records of the past; rejects without a hub. */
  readonly askRecords: HubLink['records']
  /**
   * The current room for a window. Right afterwards the window receives the outcomes that no window
   * has heard yet.
   */
  attached(look: Look): Attached
  /**
   * Register columns of this version; null when the room's register has a different version by now.
   */
  registerColumns(version: string): Uint8Array | null
  /** Null when the site is not in the register. Rejects when the register cannot be read. */
  siteCard(siteId: string): Promise<Site | null>
  room(): Room
  stop(): Promise<void>
}

export function createConsoleCore(ports: CorePorts): ConsoleCore {
  const { clock, log, hubName, beacon, push } = ports
  const { outbox: outboxStore, units } = ports.store
  const holder = createRoomHolder()
  const cards = createCardText(holder, (version) => journal.ask('registerText', { version }))
  const positions = createPositionFeed(clock, (fixes) => push('positions', fixes))
  const journal = createJournalDesk({
    clock,
    log,
    start: ports.startJournal,
    history: (request) => link.history(request),
    onState: (state) => push('local-journal', state),
  })
  /**
   * Outcomes of commands that no window was there to show: before the first window opened, or while
   * one was being restored.
   */
  const unseen: SettledCommand[] = []
  function tellSettled(settled: SettledCommand): void {
    if (!push('settled', settled)) unseen.push(settled)
  }
  const outbox = createOutbox({
    store: outboxStore,
    clock,
    log,
    send: (envelope) => link.command(envelope),
    roomSeq: () => holder.room().seq,
    onPending(pending) {
      push('pending', pending)
      turnBeacon()
    },
    onSettled: tellSettled,
  })

  let offset = 0
  /** An alarm acknowledged at this desk has been heard here, even if the hub does not know yet. */
  const turnBeacon = () => {
    const you = link.officer()
    const mine = you ? outbox.pending().filter(({ by }) => by.id === you.id) : []
    const room = holder.room()
    const shown = expectedRoom(room, givenOf(mine, room.unit?.id, offset)).room
    beacon.want(beaconWanted(shown))
    ports.onShown({ room: shown, link: link.state(), offset })
  }
  const roomChanged = () => {
    turnBeacon()
    if (holder.room().alarms.size > 0) ports.onAlarms()
  }
  const link: HubLink = createHubLink({
    clock,
    log,
    connect: ports.connect,
    holder,
    listeners: {
      state: onState,
      entries(entries) {
        // The window comes first; the local copy can wait.
        push('entries', entries)
        outbox.follow(entries)
        roomChanged()
        journal.live(entries)
      },
      reset() {
        push('reset', null)
        outbox.follow([])
        roomChanged()
      },
      positions(fixes) {
        positions.take(fixes)
        journal.track(fixes)
      },
      hubSeq: journal.hubAt,
      clock(next) {
        if (next !== offset) push('clock', { offset: next })
        offset = next
      },
      tokenRefused: ports.onTokenRefused,
    },
  })

  function onState(state: LinkState): void {
    push('link', state)
    if (state.phase === 'live') {
      const unit = holder.room().unit?.id ?? ''
      outbox.linkUp({ unit, by: state.you })
      remember(unit)
      void journal.openUnit(unit)
    } else if (state.phase === 'signed-out') outbox.signedOut()
    else outbox.linkDown()
    turnBeacon()
    ports.onLink(state)
  }

  /** Lets the next start work without a hub. A full disk must not keep anybody from acting now. */
  function remember(unit: string): void {
    try {
      units.remember(hubName, unit)
    } catch (error) {
      log.error({ err: error }, 'Which unit this hub serves could not be stored')
    }
  }

  /**
   * Until the hub answers, the local journal's room is shown. It can be read at once, even without
   * a hub.
   */
  async function openLocal(): Promise<void> {
    const unit = units.unitOf(hubName)
    const local = unit === null ? null : await journal.openUnit(unit)
    if (!local || holder.have()) return
    holder.replace(local.room, local.hash, local.tail)
    clock.after(cardsAfter, () => cards.here().catch(noCards))
    log.info({ unit, seq: holder.room().seq }, 'The room of the local journal is shown')
    push('reset', null)
    roomChanged()
  }
  const noCards = (error: unknown) =>
    log.error({ err: error }, 'The text of the register cannot be had')
  /** A room that no hub has confirmed in this run must say how old it is. */
  const ofWhen = (): { copyOf?: number } =>
    link.welcome() || !holder.have() ? {} : { copyOf: holder.room().at }
  let wanted: Target | null = null
  const tooLate = new Promise<void>((resolve) => clock.after(localPatience, resolve))
  // Whatever prevents the local room from being shown, the console still connects to the hub.
  const noLocal = (error: unknown) =>
    log.error({ err: error }, 'The room of the local journal cannot be shown')
  const localOpened = Promise.race([openLocal().catch(noLocal), tooLate])

  return {
    journal,
    link: link.state,
    connect(target) {
      wanted = target
      void localOpened.then(() => wanted === target && link.attach(target))
    },
    disconnect(state) {
      wanted = null
      link.detach(state.phase === 'lost' ? { ...state, ...ofWhen() } : state)
    },
    room: holder.room,
    command: outbox.give,
    withdraw: outbox.withdraw,
    access: link.access,
    duressWords: (siteId) => askDuressWords(link.access(), siteId, log, ports.ask),
    askRecords: link.records,
    attached(look) {
      clock.after(0, () => unseen.splice(0).forEach(tellSettled))
      return snapshot(look)
    },
    registerColumns(version) {
      const columns = holder.columns()
      return columns.version === version ? columns.bytes : null
    },
    async siteCard(siteId) {
      try {
        await cards.here()
      } catch (error) {
        noCards(error)
        // The journal process can fold the card from the entries, however long that takes.
        return journal.ask('card', { siteId })
      }
      return holder.card(siteId)
    },
    async stop() {
      link.detach({ phase: 'starting', since: clock.now(), said: null })
      await Promise.all([beacon.stop(), journal.stop()])
    },
  }

  function snapshot(look: Look): Attached {
    return {
      room: { version: holder.columns().version, work: workToJson(holder.room()) },
      positions: positions.newest(),
      link: link.state(),
      pending: outbox.pending(),
      beacon: beacon.state(),
      sound: ports.soundState(),
      localJournal: journal.state(),
      ...look,
      clockOffset: link.offset(),
    }
  }
}
