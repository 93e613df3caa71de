import { countUnanswered } from '../../../shared/alarms/queue-counts'
import { isToldTo } from '../../../shared/escalation/on-duty'
import { standingEscalations } from '../../../shared/escalation/standing'
import type { UnitId } from '../../../shared/ipc/contract'
import { second } from '../../../shared/lang/instant'
import { answering } from '../../../shared/sound/wanted'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Shown } from '../sound/conductor'

/** How often it is looked at, ms: nobody reads a taskbar faster, and a storm costs no more. */
const lookEvery = second

/** The taskbar or dock, as far as a console uses it. */
export interface Taskbar {
  /** How many alarms wait; 0 takes the number away. */
  count(n: number): void
  flash(on: boolean): void
}

export interface UnitAttention {
  show(shown: Shown): void
  /** Call this when the unit is given up. */
  left(): void
}

interface Wants {
  readonly count: number
  /** The newest entry that wants somebody; 0 when none does. */
  readonly mark: number
}
const nothing: Wants = { count: 0, mark: 0 }

/**
 * What whoever works here has to answer. A desk where nobody can take an alarm counts none, as it
 * sounds none.
 */
function wantsOf({ room, link }: Shown): Wants {
  const you = answering(link)
  if (!you) return nothing
  const told = standingEscalations(room).filter((row) => isToldTo(row, you))
  const waiting = room.alarms
    .valueSeq()
    .filter(({ phase, bundleId }) => phase === 'raised' && bundleId === undefined)
  const marks = [...waiting.map(({ raisedSeq }) => raisedSeq), ...told.map(({ seq }) => seq)]
  return {
    count: countUnanswered(room).total,
    mark: marks.reduce((last, mark) => Math.max(last, mark), 0),
  }
}

/**
 * Shows in the taskbar how many alarms wait, and flashes for each new one and each that comes up
 * the line to this desk; the flashing ends when all is answered.
 */
export function createAttention(clock: Clock, taskbar: Taskbar) {
  const units = new Map<UnitId, { shown: Shown | null; mark: number }>()
  let count = 0
  let flashing = false
  let cancel = () => {}

  const look = () => {
    let total = 0
    let news = false
    let wanted = false
    for (const unit of units.values()) {
      const wants = unit.shown ? wantsOf(unit.shown) : nothing
      total += wants.count
      wanted ||= wants.mark > 0
      news ||= wants.mark > unit.mark
      unit.mark = wants.mark
    }
    if (total !== count) taskbar.count(total)
    count = total
    if (news) taskbar.flash(true)
    else if (!wanted && flashing) taskbar.flash(false)
    flashing = wanted
  }
  const tick = () => {
    look()
    cancel = clock.after(lookEvery, tick)
  }
  tick()
  return {
    unit(id: UnitId): UnitAttention {
      const unit = { shown: null as Shown | null, mark: 0 }
      units.set(id, unit)
      return {
        show(shown) {
          unit.shown = shown
        },
        left() {
          if (units.get(id) === unit) units.delete(id)
        },
      }
    },
    stop() {
      cancel()
    },
  }
}
