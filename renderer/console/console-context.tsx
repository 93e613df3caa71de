import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { ConsolePorts } from './console-ports'
import type { ConsoleData } from './console-store'
import { NowProvider } from './now'

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
