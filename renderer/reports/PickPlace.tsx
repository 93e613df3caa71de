import { useEffect } from 'react'
import { useConsole, usePorts } from '../console/console-context'
import { fillField } from '../console/drafts'
import { useMapRoom } from '../map/map-room'
import { pointWritten } from './where'

/** While a report is being taken, a click on the map says where it is and nothing else. */
export function PickPlace() {
  const { picks } = useMapRoom()
  const { store } = usePorts()
  const open = useConsole(({ dialog }) => dialog?.kind === 'report')
  useEffect(() => {
    if (!open) return
    return picks.listen((_, { place: [lon, lat] }) => {
      fillField(store, 'where', pointWritten({ lon, lat }))
      return true
    })
  }, [open, picks, store])
  return null
}
