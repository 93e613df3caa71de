import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import type { TriageCommand } from './commands'
import { type Fold, type FoldEvent, holdsAlarms } from './ledger'
import { unfoldedFor } from './rules'

const closedSaid = { code: 'fold-closed', text: '{by} closed this row at {at}' }
const unfoldedSaid = { code: 'fold-unfolded', text: '{by} unfolded this row at {at}' }

/**
 * Null when somebody may still settle or unfold the row, or why not. The same rule disables both
 * buttons.
 */
export function foldRefusal(fold: Fold | undefined): Refusal | null {
  if (!fold) return sentence('fold-unknown', 'This row is not in the ledger any more')
  if (fold.phase === 'closed')
    return sentence(closedSaid.code, closedSaid.text, {
      by: fold.closedBy,
      at: clockTime(fold.closedAt),
    })
  if (fold.phase === 'unfolded')
    return sentence(unfoldedSaid.code, unfoldedSaid.text, {
      by: fold.unfoldedBy,
      at: clockTime(fold.unfoldedAt),
    })
  if (!holdsAlarms(fold)) return sentence('fold-emptied', 'Nothing is folded in this row any more')
  return null
}

export function decideUnfold(
  room: Room,
  { foldId }: TriageCommand<'unfold'>,
  { at, by }: Stamp,
): Decision<FoldEvent> {
  const fold = room.folds.get(foldId)
  const refusal = foldRefusal(fold)
  if (fold?.phase === 'unfolded')
    return agreeFirst(
      by,
      { id: fold.unfoldedById, name: fold.unfoldedBy, at: fold.unfoldedAt },
      unfoldedSaid,
    )
  if (refusal) return fold?.phase === 'emptied' ? agreed(refusal) : refused(refusal)
  return accept({ type: 'fold-unfolded', data: { foldId, heldUntil: at + unfoldedFor } })
}

/**
 * Null when the row may be closed with this remark, or why not. While a site has not reported the
 * end, whoever closes it has to say why: these alarms were never looked at one by one, and leave
 * the room with the row.
 */
export function closeFoldRefusal(fold: Fold | undefined, remark: string): Refusal | null {
  const refusal = foldRefusal(fold)
  if (refusal || !fold) return refusal
  const standing = fold.siteCount - fold.restoredCount
  if (standing === 0 || remark.trim() !== '') return null
  return sentence(
    'fold-standing',
    '{standing} of {sites} sites have not reported the end: say in the remark why it may be closed',
    {
      standing,
      sites: fold.siteCount,
    },
  )
}

export function decideCloseFold(
  room: Room,
  command: TriageCommand<'close-fold'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<FoldEvent> {
  const { foldId, disposition, remark } = command
  const fold = room.folds.get(foldId)
  const refusal = closeFoldRefusal(fold, remark)
  if (!refusal) return accept({ type: 'fold-closed', data: { foldId, disposition, remark } })
  if (fold?.phase !== 'closed' || fold.disposition !== disposition) return refused(refusal)
  return agreeFirst(by, { id: fold.closedById, name: fold.closedBy, at: fold.closedAt }, closedSaid)
}

const agreed = ({ code, text, params }: Refusal): Decision<FoldEvent> => agree(code, text, params)
const refused = ({ code, text, params }: Refusal): Decision<FoldEvent> => refuse(code, text, params)
