import { merged } from './merged'
import { nouns } from './nouns'

/** How each command is judged, by its type. */
export const rules = merged(nouns, 'rules')
