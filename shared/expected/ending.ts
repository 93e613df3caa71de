import type { Incident } from '../incidents/incident'
import type { OnTest } from '../on-test/on-test'
import type { Room } from '../room/room'
import type { HeldAccount } from '../signals/held-account'
import type { Bundle } from '../triage/ledger'
import type { Mark } from './mark'
import { type PendingRow, pendingOf } from './pending-rows'

/**
 * What stands at the hub but has been ended at this desk: it stays until the hub says that it is
 * over.
 */
export interface Ending {
  /** No alarm is raised for them meanwhile. */
  readonly tests: readonly OnTest[]
  readonly incidents: readonly Incident[]
  readonly accounts: readonly HeldAccount[]
  readonly bundles: readonly Bundle[]
}

export const nothingEnding: Ending = { tests: [], incidents: [], accounts: [], bundles: [] }

/**
 * What commands the hub has not answered yet would take out of the room. A list shows it beside the
 * rest: nobody may believe it gone before it is. Every list asks this function.
 */
export function endingOf(hub: Room, marks: ReadonlySet<Mark>): Ending {
  if (![...marks].some((mark) => mark.startsWith('ending-'))) return nothingEnding
  const ends = (row: PendingRow) => pendingOf(marks, row) === 'ending'
  return {
    tests: [...hub.onTest.values()].flat().filter(({ testId }) => ends({ row: 'test', testId })),
    incidents: [...hub.openIncidents.values()]
      .flatMap((id) => hub.incidents.get(id) ?? [])
      .filter((incident) => ends({ row: 'incident', incident })),
    accounts: [...hub.held.values()].filter(({ account }) => ends({ row: 'account', account })),
    bundles: [...hub.bundles.values()].filter(({ id: bundleId }) =>
      ends({ row: 'bundle', bundleId }),
    ),
  }
}
