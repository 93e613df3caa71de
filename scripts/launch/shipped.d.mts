export interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export interface Advisory {
  readonly name: string
  readonly severity: string
  readonly title: string
  readonly isShipped: boolean
}
export function importedPackages(source: string): string[]
export function shippedPackages(
  packages: Readonly<Record<string, LockedPackage>>,
  roots: readonly string[],
): Set<string>
export function advisoriesIn(text: string, shipped: ReadonlySet<string>): Advisory[] | null
