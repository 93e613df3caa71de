import { merged } from './merged'
import { nouns } from './nouns'

export const rules = merged(nouns, 'rules')
