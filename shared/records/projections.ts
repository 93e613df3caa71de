import { nouns } from '../room/nouns'
import { searchProjection } from '../search/projection'
import type { Projection } from './projection'

/** Every projection there is: those of the nouns, and the search, which looks at all of them. */
export const projections: readonly Projection[] = [
  ...nouns.flatMap((noun) => noun.projections),
  searchProjection,
]
