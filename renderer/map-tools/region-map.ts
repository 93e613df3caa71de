import { useEffect, useState } from 'react'
import { saidOf } from '../../shared/lang/said-error'
import type { RegionMapState } from '../../shared/region-map/region-map'
import { notify } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import type { ConsolePorts } from '../console/console-ports'

const none: RegionMapState = { map: null, importing: null }

/** The street map of this desk, and how far an import is. */
export function useRegionMap(): RegionMapState {
  const { bridge } = usePorts()
  const [state, setState] = useState(none)
  useEffect(() => {
    let gone = false
    let told = false
    const stop = bridge.on('region-map', (next) => {
      told = true
      setState(next)
    })
    bridge.ask('region-map', {}).then(
      (now) => {
        if (!gone && !told) setState(now)
      },
      // The grid stands for the streets, as without a map.
      () => undefined,
    )
    return () => {
      gone = true
      stop()
    }
  }, [bridge])
  return state
}

/** What goes wrong is said; the map before it stays. */
export async function importRegionMap(ports: ConsolePorts): Promise<void> {
  try {
    await ports.bridge.ask('import-region-map', {})
  } catch (error) {
    notify(ports, 'refused', saidOf(error))
  }
}
