import { type Merged, merged } from './merged'
import { nouns } from './nouns'
import type { Room } from './room'

type Parts = Merged<typeof nouns, 'parts'>

/** Every part as it begins. A part of the room that no noun gives does not compile. */
const empty = Object.fromEntries(
  Object.entries(merged(nouns, 'parts')).map(([name, part]) => [name, part.empty]),
) as { readonly [Name in keyof Parts]: Parts[Name]['empty'] }

export const emptyRoom: Room = { seq: 0, at: 0, ...empty }
