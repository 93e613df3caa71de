interface Named {
  readonly events: object
  readonly commands: object
  readonly parts: object
}

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
 * Returns the list as it is, but does not compile when two nouns claim the same event, command or
 * part of the room: in a merged record the later would silently replace the earlier.
 */
export const distinct = <const List extends readonly Named[]>(
  list: List & ([Twice<List>] extends [never] ? unknown : { readonly namedTwice: Twice<List> }),
): List => list
