import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Bridge } from '../../shared/ipc/contract'
import type { Timeline } from '../../shared/timeline/timeline'
import type { ConsoleData, ConsoleStore } from './console-store'
import { NowProvider } from './now'

/** What the screen takes from outside: tests pass their own. */
export interface ConsolePorts {
  readonly store: ConsoleStore
  readonly bridge: Bridge
  /** This machine's clock, ms. The room's time is this plus `clockOffset`. */
  readonly now: () => number
  readonly newId: () => string
  /** In a replay: what is played, paused and sought. */
  readonly timeline?: Timeline
}

const Ports = createContext<ConsolePorts | null>(null)

export function ConsoleProvider({ ports, children }: { ports: ConsolePorts; children: ReactNode }) {
  return (
    <Ports.Provider value={ports}>
      <NowProvider ports={ports}>{children}</NowProvider>
    </Ports.Provider>
  )
}

export function usePorts(): ConsolePorts {
  const ports = useContext(Ports)
  if (!ports) throw new Error('usePorts needs a ConsoleProvider around it')
  return ports
}

/**
 * Selects from the store; the selector must return the same object while nothing it reads has
 * changed.
 */
export function useConsole<Selected>(select: (data: ConsoleData) => Selected): Selected {
  return useStore(usePorts().store, select)
}
