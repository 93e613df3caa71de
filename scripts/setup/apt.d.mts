export function presentSpelling(
  packages: readonly string[],
  exists: (name: string) => boolean,
): string[]
