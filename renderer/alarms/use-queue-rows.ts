import { useMemo } from 'react'
import { isFiltering } from '../../shared/alarms/queue-filter'
import type { QueueRow } from '../../shared/alarms/queue-row'
import { queueRows } from '../../shared/alarms/queue-rows'
import { type ShownQueue, shownQueue } from '../../shared/alarms/shown-queue'
import { useConsole } from '../console/console-context'
import { type ConsoleData, me } from '../console/console-store'
import { endingIn, useEnding } from '../console/ending'
import { showsSelection } from './queue-selection'

/**
 * The rows, rebuilt only when something they show has changed (not on every signal of the room).
 */
export function useQueueRows(): readonly QueueRow[] {
  const alarms = useConsole((data) => data.room.alarms)
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const assignments = useConsole((data) => data.room.assignments)
  const teams = useConsole((data) => data.room.teams)
  const sites = useConsole((data) => data.room.sites)
  const held = useConsole((data) => data.room.held)
  const you = useConsole((data) => me(data)?.id)
  const ending = useEnding()
  return useMemo(() => {
    const room = { alarms, incidents, openIncidents, assignments, teams, sites, held }
    return queueRows(room, you, ending)
  }, [alarms, incidents, openIncidents, assignments, teams, sites, held, you, ending])
}

export function useShownQueue(rows: readonly QueueRow[]): ShownQueue {
  const view = useConsole((data) => data.queueView)
  const you = useConsole((data) => me(data)?.id)
  const alarms = useConsole((data) => data.room.alarms)
  // Without a filter nothing depends on the selection.
  const selection = useConsole((data) => (isFiltering(view.filter) ? data.selection : null))
  return useMemo(
    () =>
      shownQueue(rows, view, {
        you,
        isSelected: (row) => showsSelection(row, selection, alarms),
      }),
    [rows, view, you, selection, alarms],
  )
}

/** Like useShownQueue, for an action, which asks once. */
export function shownQueueIn(data: ConsoleData): ShownQueue {
  const you = me(data)?.id
  return shownQueue(queueRows(data.room, you, endingIn(data)), data.queueView, {
    you,
    isSelected: (row) => showsSelection(row, data.selection, data.room.alarms),
  })
}
