import { nouns } from '../room/nouns'
import { searchProjection } from '../search/projection'
import type { Projection } from './projection'

/** All projections: those of the nouns, and the search, which uses all of them. */
export const projections: readonly Projection[] = [
  ...nouns.flatMap((noun) => noun.projections),
  searchProjection,
]
