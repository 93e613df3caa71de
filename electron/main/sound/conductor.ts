import type { LinkState, UnitId } from '../../../shared/ipc/contract'
import type { Room } from '../../../shared/room/room'
import type { DeskSound } from '../../../shared/sound/desk-sound'
import type { SoundState } from '../../../shared/sound/sound-state'
import { type Voice, voices } from '../../../shared/sound/voices'
import { type Wanted, wantedSounds } from '../../../shared/sound/wanted'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { SoundDesk } from './sound-desk'

/**
 * During a storm the room is checked this often, ms: far below what anybody can hear, and a bound
 * on the work.
 */
const lookEvery = 40
/**
 * Changes that only time causes (a crew is late, a flood is over) are heard within this time, ms.
 */
const tickEvery = 1_000

export interface Shown {
  readonly room: Room
  readonly link: LinkState
  /** Hub clock minus console clock, ms. */
  readonly offset: number
}

export interface UnitSound {
  show(shown: Shown): void
  /**
   * An officer has heard that the hub is away: the warning stays silent until the hub is lost
   * again.
   */
  lossHeard(): void
  /** Plays the desk's sound test when an officer presses the key. */
  test(): Promise<SoundState>
  set(desk: DeskSound): SoundState
  state(): SoundState
  /** Call this when the unit is given up; its sounds stop. */
  left(): void
}

export interface Conductor {
  unit(unit: UnitId): UnitSound
  stop(): void
}

interface Followed {
  shown: Shown | null
  lossHeard: number | null
  officer: string | null
  readonly marks: Map<Voice, number>
}

export function createConductor(clock: Clock, desk: SoundDesk): Conductor {
  const units = new Map<UnitId, Followed>()
  /** Marks of different units cannot be compared, so each voice counts its own new events. */
  const news = new Map<Voice, number>()
  let last = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  let cancelLook: (() => void) | null = null
  let cancelTick = () => {}

  function look(): void {
    cancelLook?.()
    cancelLook = null
    lookedAt = clock.now()
    const wanted = wantedNow()
    // Sent only when it changes; the sound process takes care of repetition.
    const text = JSON.stringify(wanted)
    if (text !== last) desk.want(wanted)
    last = text
  }

  function wantedNow(): readonly Wanted[] {
    const wanting = new Set<Voice>()
    for (const unit of units.values())
      for (const { voice, mark } of wantedBy(unit)) {
        wanting.add(voice)
        if (mark <= (unit.marks.get(voice) ?? Number.NEGATIVE_INFINITY)) continue
        unit.marks.set(voice, mark)
        news.set(voice, (news.get(voice) ?? 0) + 1)
      }
    return voices
      .filter((voice) => wanting.has(voice))
      .map((voice) => ({ voice, mark: news.get(voice) ?? 0 }))
  }

  const wantedBy = ({ shown, lossHeard }: Followed): readonly Wanted[] =>
    shown === null
      ? []
      : wantedSounds({
          ...{ room: shown.room, link: shown.link, now: clock.now() + shown.offset, lossHeard },
          duressSilent: desk.state().desk.duressSilent,
        })

  /** An officer who signs in hears whether the desk's sound works. */
  function welcome(unit: Followed, { link }: Shown): void {
    if (link.phase === 'signed-out') unit.officer = null
    if (link.phase !== 'live' || link.you.id === unit.officer) return
    unit.officer = link.you.id
    void desk.test('sign-in')
  }

  function lookSoon(): void {
    const rest = lookedAt + lookEvery - clock.now()
    if (rest <= 0) look()
    else cancelLook ??= clock.after(rest, look)
  }

  const tick = () => {
    look()
    cancelTick = clock.after(tickEvery, tick)
  }
  tick()
  return {
    unit(id) {
      const unit: Followed = { shown: null, lossHeard: null, officer: null, marks: new Map() }
      units.set(id, unit)
      return {
        show(next) {
          unit.shown = next
          welcome(unit, next)
          lookSoon()
        },
        lossHeard() {
          const link = unit.shown?.link
          unit.lossHeard = link?.phase === 'live' ? link.storage.since : (link?.since ?? null)
          look()
        },
        test: () => desk.test('key'),
        set(next) {
          desk.set(next)
          look()
          return desk.state()
        },
        state: desk.state,
        left() {
          if (units.get(id) === unit) units.delete(id)
          look()
        },
      }
    },
    stop() {
      cancelLook?.()
      cancelTick()
    },
  }
}
