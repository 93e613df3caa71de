import { z } from 'zod'
import { shownLines, shownText } from './shown-text'

/*
 * What people write: nothing in it turns the direction of what stands beside it, and unseen signs
 * are no words.
 */

export const writtenLine = z.string().overwrite(shownText)
export const writtenLines = z.string().overwrite(shownLines)
export const reasonSchema = writtenLine.min(1, 'a reason is needed').max(500)
