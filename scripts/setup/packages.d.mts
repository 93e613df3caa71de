export interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly link?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
}
export interface Machine {
  readonly os: string
  readonly cpu: string
  readonly libc: string | undefined
}
type Packages = Readonly<Record<string, Locked>>
export function firstDifference(
  wanted: Packages,
  installed: Packages,
  machine: Machine,
): string | undefined
