import { type ChildProcess, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { spawnOwned } from '../launch/owned.mjs'

/** Absolute path of the repository. */
export const root = join(import.meta.dirname, '../..')

/**
 * Starts one of our programs as its users would. The caller ends it, and it ends with the caller.
 */
export function start(program: string, args: readonly string[]): ChildProcess {
  return spawnOwned(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['pipe', 'inherit'],
  })
}

/** Runs one of our programs to its end. */
export function run(
  program: string,
  args: readonly string[],
): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, ...args],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    },
  )
  return { status, said: stdout + stderr }
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
