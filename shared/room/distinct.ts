interface Named {
  readonly events: object
  readonly commands: object
  readonly parts: object
}

/** What two nouns of a list both name. */
type NamedTwice<List, Part extends keyof Named, Seen = never> = List extends readonly [
  infer First extends Named,
  ...infer Rest,
]
  ? (keyof First[Part] & Seen) | NamedTwice<Rest, Part, Seen | keyof First[Part]>
  : never

type Twice<List> =
  | NamedTwice<List, 'events'>
  | NamedTwice<List, 'commands'>
  | NamedTwice<List, 'parts'>

/**
 * The list as it is, if every event, command and part of the room belongs to one noun alone. Two
 * that claim one do not compile: in a merged record the later would silently replace the earlier.
 */
export const distinct = <const List extends readonly Named[]>(
  list: List & ([Twice<List>] extends [never] ? unknown : { readonly namedTwice: Twice<List> }),
): List => list
