import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import type { TriageCommand } from './commands'
import { type Bundle, type BundleEvent, holdsAlarms } from './ledger'
import { unbundledFor } from './rules'

const closedSaid = { code: 'bundle-closed', text: '{by} closed this row at {at}' }
const unbundledSaid = { code: 'bundle-unbundled', text: '{by} unbundled this row at {at}' }

/**
 * Null when the row can still be settled or unbundled; otherwise why not. The same rule disables
 * both buttons.
 */
export function bundleRefusal(bundle: Bundle | undefined): Refusal | null {
  if (!bundle) return sentence('bundle-unknown', 'This row is not in the ledger any more')
  if (bundle.phase === 'closed')
    return sentence(closedSaid.code, closedSaid.text, {
      by: bundle.closedBy,
      at: clockTime(bundle.closedAt),
    })
  if (bundle.phase === 'unbundled')
    return sentence(unbundledSaid.code, unbundledSaid.text, {
      by: bundle.unbundledBy,
      at: clockTime(bundle.unbundledAt),
    })
  if (!holdsAlarms(bundle))
    return sentence('bundle-emptied', 'Nothing is bundled in this row any more')
  return null
}

export function decideUnbundle(
  room: Room,
  { bundleId }: TriageCommand<'unbundle'>,
  { at, by }: Stamp,
): Decision<BundleEvent> {
  const bundle = room.bundles.get(bundleId)
  const refusal = bundleRefusal(bundle)
  if (bundle?.phase === 'unbundled')
    return agreeFirst(
      by,
      { id: bundle.unbundledById, name: bundle.unbundledBy, at: bundle.unbundledAt },
      unbundledSaid,
    )
  if (refusal) return bundle?.phase === 'emptied' ? agreed(refusal) : refused(refusal)
  return accept({ type: 'fold-unfolded', data: { foldId: bundleId, heldUntil: at + unbundledFor } })
}

/**
 * Null when the row may be closed with this remark; otherwise why not. While a site has not
 * reported the end, whoever closes the row must say why: nobody looked at these alarms one by one,
 * and they leave the room with the row.
 */
export function closeBundleRefusal(bundle: Bundle | undefined, remark: string): Refusal | null {
  const refusal = bundleRefusal(bundle)
  if (refusal || !bundle) return refusal
  const standing = bundle.siteCount - bundle.restoredCount
  if (standing === 0 || remark.trim() !== '') return null
  return sentence(
    'bundle-standing',
    '{standing} of {sites} sites have not reported the end: say in the remark why it may be closed',
    {
      standing,
      sites: bundle.siteCount,
    },
  )
}

export function decideCloseBundle(
  room: Room,
  command: TriageCommand<'close-bundle'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<BundleEvent> {
  const { bundleId, disposition, remark } = command
  const bundle = room.bundles.get(bundleId)
  const refusal = closeBundleRefusal(bundle, remark)
  if (!refusal)
    return accept({ type: 'fold-closed', data: { foldId: bundleId, disposition, remark } })
  if (bundle?.phase !== 'closed' || bundle.disposition !== disposition) return refused(refusal)
  return agreeFirst(
    by,
    { id: bundle.closedById, name: bundle.closedBy, at: bundle.closedAt },
    closedSaid,
  )
}

const agreed = ({ code, text, params }: Refusal): Decision<BundleEvent> => agree(code, text, params)
const refused = ({ code, text, params }: Refusal): Decision<BundleEvent> =>
  refuse(code, text, params)
