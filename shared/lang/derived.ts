/**
 * What `make` gives for a source, made once: the same object as long as the source is the same,
 * however many ask. Forgotten together with its source.
 */
export function derivedOf<Source extends object, Made extends object>(
  make: (source: Source) => Made,
): (source: Source) => Made {
  const made = new WeakMap<Source, Made>()
  return (source) => {
    const known = made.get(source)
    if (known) return known
    const now = make(source)
    made.set(source, now)
    return now
  }
}
