import { useCallback, useMemo, useRef } from 'react'
import { isWaiting } from '../../shared/alarms/waiting'
import { isActive } from '../../shared/teams/assignment'
import { useConsole, usePorts } from '../console/console-context'
import { afterPaint, markMilestone } from '../console/milestones'
import { useSubject } from '../console/selection'
import { bubbleZoom } from '../map/groups'
import type { Pen, Spot } from '../map/overlay'
import { uncovered } from '../map/uncovered'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { usePieces } from '../map/use-pieces'
import { alarmFeatures } from './alarm-features'
import { alarmPieces } from './alarm-pieces'
import { stampBundled } from './alarm-symbols'
import { bundlePieces } from './bundle-pieces'

/** Every open alarm; what a rule keeps in the ledger is there as well, and grey. */
export function AlarmLayer() {
  const alarms = useConsole((data) => data.room.alarms)
  const sites = useConsole((data) => data.room.sites)
  const marks = useConsole((data) => data.marks)
  const features = useMemo(() => alarmFeatures({ alarms, sites }, marks), [alarms, sites, marks])
  const apart = useSitesWithTeams()
  const selected = useSubject().site?.id ?? null
  const data = useMemo(
    () => ({
      features: features.offered,
      apart: selected === null ? apart : new Set([...apart, selected]),
      selected,
    }),
    [features, apart, selected],
  )
  const bundles = useConsole((data) => data.room.bundles)
  const kept = useMemo(() => ({ bundles, features: features.bundled }), [bundles, features])
  usePieces({ name: 'alarm', make: alarmPieces, data, drawn: useSymbolMilestones() })
  // Below everything else: what nobody has to deal with one by one must not hide who could.
  useOverlayLayer({ order: 0, paint: paintBundled, data: features.bundled, name: 'alarm' })
  usePieces({ name: 'bundle', make: bundlePieces, data: kept })
  return null
}

function useSitesWithTeams(): ReadonlySet<string> {
  const assignments = useConsole((data) => data.room.assignments)
  const incidents = useConsole((data) => data.room.incidents)
  return useMemo(() => {
    const sites = new Set<string>()
    assignments.forEach((run) => {
      const site = isActive(run) ? incidents.get(run.incidentId)?.siteId : undefined
      if (site !== undefined) sites.add(site)
    })
    return sites
  }, [assignments, incidents])
}

function paintBundled({ context, zoom }: Pen, spots: readonly Spot[]): void {
  context.globalAlpha = zoom < bubbleZoom ? 0.45 : 0.85
  for (const { feature, points } of uncovered(spots)) {
    const [point] = points
    if (point) stampBundled(context, String(feature.properties.icon), point)
  }
}

/**
 * Marks each unanswered alarm once after the first frame that shows it, by itself or counted in a
 * bubble; one out of view is not marked.
 */
function useSymbolMilestones(): (ids: readonly string[]) => void {
  const { store } = usePorts()
  const marked = useRef<Set<string>>(new Set())
  return useCallback(
    (ids) => {
      const { alarms } = store.getState().room
      const fresh = ids.filter((id) => {
        const alarm = alarms.get(id)
        return !marked.current.has(id) && alarm !== undefined && isWaiting(alarm)
      })
      // Keeps a long shift's memory as small as what is on the map.
      if (marked.current.size > 2 * ids.length + 100)
        marked.current = new Set(ids.filter((id) => marked.current.has(id)))
      for (const id of fresh) marked.current.add(id)
      if (fresh.length === 0) return
      afterPaint(() => {
        for (const id of fresh) markMilestone('alarm-symbol-painted', id)
      })
    },
    [store],
  )
}
