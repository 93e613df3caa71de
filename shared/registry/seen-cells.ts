import { unseenIn, withoutUnseen } from '../text/shown-text'
import type { Cells } from './columns'

export interface SeenCells {
  readonly cells: Cells
  readonly notes: readonly string[]
}

/**
 * Removes invisible characters from a row (direction marks, zero widths, fillers) and lists what it
 * removed.
 */
export function seenCells(cells: Cells): SeenCells {
  const notes: string[] = []
  const seen = new Map(
    [...cells].map(([column, text]) => {
      const found = unseenIn(text)
      if (found.length > 0)
        notes.push(`${column}: what cannot be seen was left out (${found.slice(0, 5).join(', ')})`)
      return [column, found.length > 0 ? withoutUnseen(text) : text] as const
    }),
  )
  return { cells: seen, notes }
}
