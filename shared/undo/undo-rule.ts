import type { Stamp } from '../accounts/stamp'
import { type Refusal, sentence } from '../lang/decision'
import type { Instant } from '../lang/instant'

/** ms in which something can be taken back: long enough to see that it was wrong. */
export const undoWindow = 10_000

export interface Deed {
  readonly byId: string | undefined
  readonly by: string
  readonly at: Instant
}

/** Null while whoever did it may take it back; otherwise why not. */
export function undoRefusal({ by, at }: Stamp, deed: Deed): Refusal | null {
  if (deed.byId !== by.id)
    return sentence('undo-not-yours', '{by} did this: nobody else can undo it', { by: deed.by })
  if (at - deed.at > undoWindow)
    return sentence('undo-too-late', 'It can be undone for {seconds} s; that time is over', {
      seconds: undoWindow / 1000,
    })
  return null
}

export const undoGoneOn: Refusal = sentence(
  'undo-gone-on',
  'Work has gone on since: it cannot be undone any more',
)

export const nothingToUndo: Refusal = sentence('nothing-to-undo', 'There is nothing to undo')
