import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../scripts/drive/programs'
import { spawnOwned } from '../scripts/launch/owned.mjs'

/**
 * Marks of one name left in the window's timeline, by the id they carry: id → ms since the epoch.
 */
export async function marksOf(page: Page, name: string): Promise<Map<string, number>> {
  const marks = await page.evaluate(
    (wanted) =>
      performance
        .getEntriesByName(wanted, 'mark')
        .map(
          (mark) =>
            [
              String((mark as PerformanceMark).detail),
              performance.timeOrigin + mark.startTime,
            ] as const,
        ),
    name,
  )
  return new Map(marks)
}

/** Starts the simulator as a user would. */
export function simulate(args: readonly string[]): ChildProcess {
  const program = join(root, 'scripts/simulate/main.ts')
  return spawnOwned(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore'],
  })
}
