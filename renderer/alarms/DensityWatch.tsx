import { useEffect } from 'react'
import { densityUnder } from '../../shared/alarms/queue-density'
import { rateAt } from '../../shared/triage/load'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { changeQueueView } from './queue-view'

/** Condenses the queue when more alarms come than one officer can deal with. */
export function DensityWatch() {
  const ports = usePorts()
  const load = useConsole((data) => data.room.load)
  const rate = rateAt(load, useNow())
  useEffect(() => {
    changeQueueView(ports.store, (view) => {
      const density = densityUnder(view.density, rate)
      return density === view.density ? view : { ...view, density }
    })
  }, [ports, rate])
  return null
}
