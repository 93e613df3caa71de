import { type Merged, merged } from './merged'
import { nouns } from './nouns'
import type { WholeRoom } from './room'

type Parts = Merged<typeof nouns, 'parts'>

/** Does not compile when a part of the room belongs to no noun. */
const empty = Object.fromEntries(
  Object.entries(merged(nouns, 'parts')).map(([name, part]) => [name, part.empty]),
) as { readonly [Name in keyof Parts]: Parts[Name]['empty'] }

export const emptyRoom: WholeRoom = { seq: 0, at: 0, ...empty }
