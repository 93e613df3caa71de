import { z } from 'zod'
import { shownLines, shownText } from './shown-text'

/*
 * What people write: it turns the direction of nothing beside it, and unseen signs are no words.
 */

export const writtenLine = z.string().overwrite(shownText)
export const writtenLines = z.string().overwrite(shownLines)
export const reasonSchema = writtenLine.min(1, 'a reason is needed').max(500)
