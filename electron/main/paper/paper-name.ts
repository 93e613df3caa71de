import { clockTime, unitOffset } from '../../../shared/lang/clock-time'
import type { Print } from '../../../shared/paper/paper'

/** What the file is called until the officer says otherwise: what it is, and of when. */
export function paperName({ paper, format }: Print): string {
  const at = paper.kind === 'incident' ? paper.at : paper.to
  const day = new Date(at + unitOffset).toISOString().slice(0, 10)
  return `navbatchi-${paper.kind}-${day}-${clockTime(at).slice(0, 5).replace(':', '')}.${format}`
}
