import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Instant } from '../../shared/lang/instant'
import type { ConsolePorts } from './console-ports'

const Now = createContext<Instant | null>(null)

const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000

/**
 * Ticks the room's clock once a second for everything that shows ages: one timer, however many rows
 * there are.
 */
export function NowProvider({ ports, children }: { ports: ConsolePorts; children: ReactNode }) {
  const offset = useStore(ports.store, (data) => data.clockOffset)
  const [local, setLocal] = useState(ports.now)
  useEffect(() => {
    let timer: number
    const turn = () => {
      setLocal(ports.now())
      // Aimed at the start of the room's next second, so that clocks side by side change together.
      timer = window.setTimeout(turn, 1000 - ((((ports.now() + offset) % 1000) + 1000) % 1000))
    }
    turn()
    return () => window.clearTimeout(timer)
  }, [ports, offset])
  return <Now.Provider value={wholeSecond(local + offset)}>{children}</Now.Provider>
}

/**
 * The room's time (hub clock; the replayed instant in a replay), ms, in whole seconds. The
 * component redraws each second.
 */
export function useNow(): Instant {
  const now = useContext(Now)
  if (now === null) throw new Error('useNow needs a ConsoleProvider around it')
  return now
}
