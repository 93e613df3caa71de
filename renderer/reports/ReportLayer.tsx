import { useMemo } from 'react'
import { useConsole } from '../console/console-context'
import { usePieces } from '../map/use-pieces'
import { reportPieces, reportsOnMap } from './report-pieces'

/** Incidents that only people have reported, at their sites and places. */
export function ReportLayer() {
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const sites = useConsole((data) => data.room.sites)
  const data = useMemo(
    () => reportsOnMap({ incidents, openIncidents, sites }),
    [incidents, openIncidents, sites],
  )
  usePieces({ name: 'incident', make: reportPieces, data })
  return null
}
