import type { ChildProcess, StdioOptions } from 'node:child_process'

export interface OwnedOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What becomes of stdout, stderr and further descriptors; pipes unless told otherwise. */
  readonly stdio?: Exclude<StdioOptions, string>
  /** In a process group of its own. */
  readonly detached?: boolean
}
export function spawnOwned(
  command: string,
  args: readonly string[],
  options: OwnedOptions,
): ChildProcess
