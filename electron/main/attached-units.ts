import type { Language, UnitId } from '../../shared/ipc/contract'
import type { Handlers } from './ipc/handlers'

/** All of a console that hangs on one unit. */
export interface Desk {
  readonly handlers: Handlers
  start(): void
  stop(): Promise<void>
}

/** A hub elsewhere, or null for one of our own; and the language to begin in. */
export interface Wanted {
  readonly hub: string | null
  readonly language: Language
}

export interface AttachedPorts {
  /** What this console calls the unit of a hub. */
  readonly idOf: (hub: string | null) => UnitId
  /** `exchange`: this unit is given up for that of another hub. */
  readonly open: (unit: UnitId, wanted: Wanted, exchange: (wanted: Wanted) => void) => Desk
  /** A unit has come or gone: which there are now. */
  readonly onChange: (units: readonly UnitId[]) => void
  /** A desk could not be ended or opened. */
  readonly onFault: (error: unknown) => void
}

/** The units this console is attached to, each with a desk of its own. */
export interface AttachedUnits {
  ids(): readonly UnitId[]
  handlersOf(unit: UnitId): Handlers | undefined
  /** Returns what starts its desk. */
  attach(wanted: Wanted): () => void
  stop(): Promise<void>
}

export function createAttachedUnits({
  idOf,
  open,
  onChange,
  onFault,
}: AttachedPorts): AttachedUnits {
  const desks = new Map<UnitId, Desk>()
  const ids = () => [...desks.keys()]
  let changing: Promise<void> = Promise.resolve()
  let ended = false

  function attach(first: Wanted): () => void {
    let unit: UnitId | null = null
    const openDesk = (wanted: Wanted): Desk => {
      const next = idOf(wanted.hub)
      const desk = open(next, wanted, exchange)
      if (unit !== null) desks.delete(unit)
      desks.set(next, desk)
      unit = next
      return desk
    }
    /** One after the other, however fast they are asked for. */
    const exchange = (wanted: Wanted) => {
      changing = changing.then(() => openInstead(wanted)).catch(onFault)
    }
    async function openInstead(wanted: Wanted): Promise<void> {
      if (unit !== null) await desks.get(unit)?.stop().catch(onFault)
      if (ended) return
      const desk = openDesk(wanted)
      onChange(ids())
      desk.start()
    }
    return openDesk(first).start
  }

  return {
    ids,
    handlersOf: (unit) => desks.get(unit)?.handlers,
    attach,
    async stop() {
      ended = true
      await changing
      await Promise.all([...desks.values()].map((desk) => desk.stop()))
    },
  }
}
