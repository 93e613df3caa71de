export function missingFrom(words: string): string[]
export function debianPackages(libraries: readonly string[]): {
  packages: string[]
  unknown: string[]
}
