import type { Attached } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { SaidError } from '../../shared/lang/said-error'
import { emptyRoom } from '../../shared/room/empty-room'
import { workToJson } from '../../shared/room/parts'
import type { CommandReply } from '../../shared/wire/console-feed'
import { chosenHub } from './choose-hub'
import type { ConsoleCore, Look } from './console-core'
import type { HubSource } from './hub-source'
import type { Asker, Handlers } from './ipc/handlers'
import type { Beacon } from './peripherals/beacon'
import type { SettingsFile } from './settings'
import type { UnitSound } from './sound/conductor'

/** What is asked of the live room. */
type LiveRequest =
  | 'attach'
  | 'drawn'
  | 'sign-in'
  | 'sign-out'
  | 'choose-hub'
  | 'try-again'
  | 'command'
  | 'withdraw-command'
  | 'duress-words'
  | 'beacon-test'
  | 'sound-test'
  | 'set-sound'
  | 'loss-heard'

export interface HandlerPorts {
  readonly core: ConsoleCore
  readonly source: HubSource
  readonly beacon: Beacon
  readonly sound: UnitSound
  readonly settings: SettingsFile
  readonly chooseHub: (hub: string | null) => void
  readonly look: () => Look
  /** Called when a window has everything it needs to draw the room. */
  readonly onAttached: (mode: 'live' | 'view') => void
  /** Called when the live window has drawn the room up to this entry. */
  readonly onDrawn: (seq: number) => void
}

const inReplay = sentence(
  'replay-read-only',
  'This is a replay: it shows the past, and nothing can be done in it',
)
/** A replay window has no button for this, so any such request does not come from our page. */
const onlyLive = ({ mode }: Asker): void => {
  if (mode !== 'live') throw new SaidError(inReplay)
}
const readOnly: Extract<CommandReply, { result: 'refused' }> = {
  result: 'refused',
  refusal: inReplay,
}

/**
 * Handles requests about the live room. A replay window may ask too but changes nothing (invariant
 * 7).
 */
export function consoleHandlers({
  core,
  source,
  beacon,
  sound,
  settings,
  chooseHub,
  look,
  onAttached,
  onDrawn,
}: HandlerPorts): Pick<Handlers, LiveRequest> {
  return {
    attach(_request, { mode }) {
      if (mode === 'replay') return nothingLive({ core, beacon, sound }, look())
      onAttached(mode)
      return core.attached(look())
    },
    drawn({ seq }, { mode }) {
      if (mode === 'live') onDrawn(seq)
      return null
    },
    'sign-in': ({ username, password }, { mode }) =>
      mode === 'live' ? source.signIn(username, password) : inReplay,
    async 'sign-out'(_request, asker) {
      onlyLive(asker)
      await source.signOut()
      return null
    },
    'choose-hub'({ hub }, { mode }) {
      if (mode !== 'live') return inReplay
      const chosen = hub === null ? null : chosenHub(hub)
      if (chosen !== null && typeof chosen !== 'string') return chosen
      settings.change({ hub: chosen ?? undefined })
      chooseHub(chosen)
      return null
    },
    async 'try-again'(_request, asker) {
      onlyLive(asker)
      const { phase } = core.link()
      // Do not disturb a live link or a sign-in in progress.
      if (phase === 'lost' || phase === 'failed') await source.tryAgain()
      return null
    },
    command: (envelope, { mode }) => (mode === 'live' ? core.command(envelope) : readOnly),
    'withdraw-command': ({ commandId }, { mode }) => mode === 'live' && core.withdraw(commandId),
    'duress-words': ({ siteId }, { mode }) =>
      mode === 'live' ? core.duressWords(siteId) : readOnly,
    'beacon-test'(_request, asker) {
      onlyLive(asker)
      return beacon.test()
    },
    'sound-test'(_request, asker) {
      onlyLive(asker)
      return sound.test()
    },
    'set-sound'(wanted, asker) {
      onlyLive(asker)
      settings.change({ sound: wanted })
      return sound.set(wanted)
    },
    'loss-heard'(_request, asker) {
      onlyLive(asker)
      sound.lossHeard()
      return null
    },
  }
}

/** A replay brings its own room and cars; the live ones must not flash up in it. */
const nothingLive = (
  { core, beacon, sound }: Pick<HandlerPorts, 'core' | 'beacon' | 'sound'>,
  look: Look,
): Attached => ({
  room: { version: '', work: workToJson(emptyRoom) },
  positions: [],
  link: core.link(),
  pending: [],
  beacon: beacon.state(),
  sound: sound.state(),
  localJournal: core.journal.state(),
  ...look,
  clockOffset: 0,
})
