type Intersected<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  one: infer All,
) => void
  ? All
  : never

type Part<List extends readonly object[], Name extends keyof List[number]> = Intersected<
  List[number][Name]
>
/** One record, merged from a part that each noun has for its own types. */
export type Merged<List extends readonly object[], Name extends keyof List[number]> = {
  readonly [Type in keyof Part<List, Name>]: Part<List, Name>[Type]
}

// The compiler knows the parts, but `Object.assign` of a list loses their types.
export const merged = <const List extends readonly object[], Name extends keyof List[number]>(
  list: List,
  name: Name,
): Merged<List, Name> =>
  Object.assign({}, ...list.map((one: List[number]) => one[name])) as Merged<List, Name>
