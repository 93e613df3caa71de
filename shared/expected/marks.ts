import type { Entry } from '../room/events'
import { nouns } from '../room/nouns'
import type { Room } from '../room/room'
import type { Mark } from './mark'

type Changes = (room: Room, entry: Entry) => readonly Mark[]

const changes = new Map(nouns.flatMap(({ marks = {} }) => Object.entries(marks))) as ReadonlyMap<
  string,
  Changes
>

/** What an entry changes in the room before it, as far as a row on screen shows it. */
export const marksOf = (room: Room, entry: Entry): readonly Mark[] => [
  `entry:${entry.seq}`,
  ...(changes.get(entry.type)?.(room, entry) ?? []),
]
