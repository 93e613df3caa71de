import type { UnitId } from '../../shared/ipc/contract'
import type { Handlers } from './ipc/handlers'

/** Everything in a console that belongs to one unit. */
export interface Desk {
  readonly handlers: Handlers
  start(): void
  stop(): Promise<void>
}

export interface Wanted {
  readonly hub: string | null
}

export interface AttachedPorts {
  readonly idOf: (hub: string | null) => UnitId
  /** `exchange` replaces this unit with that of another hub. */
  readonly open: (unit: UnitId, wanted: Wanted, exchange: (wanted: Wanted) => void) => Desk
  readonly onChange: (units: readonly UnitId[]) => void
  readonly onFault: (error: unknown) => void
}

export interface AttachedUnits {
  ids(): readonly UnitId[]
  handlersOf(unit: UnitId): Handlers | undefined
  /** Returns a function that starts its desk. */
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
    /** Exchanges run one after the other, however quickly they are requested. */
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
