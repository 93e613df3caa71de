import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files of one environment one after the other: a worker that changes it starts anew, with nothing
 * loaded.
 */
class EnvironmentAfterEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const { shuffle, seed } = this.ctx.config.sequence
    const sorted = shuffle ? shuffled(files, seed) : await super.sort(files)
    const ofComponents = sorted.filter(({ moduleId }) => moduleId.endsWith('.tsx'))
    return [...ofComponents, ...sorted.filter(({ moduleId }) => !moduleId.endsWith('.tsx'))]
  }
}

function shuffled(files: readonly TestSpecification[], seed: number): TestSpecification[] {
  const place = ({ moduleId }: TestSpecification) =>
    createHash('sha256').update(`${seed} ${moduleId}`).digest('hex')
  return files.toSorted((one, other) => place(one).localeCompare(place(other)))
}

// Two tiers by suffix: `.test.ts(x)` touches nothing outside the process, `.int.test.ts` touches
// disk, sockets or child processes.
const everywhere = '{shared,node,hub,electron,renderer,scripts,bench}'

const integration = {
  include: [`${everywhere}/**/*.int.test.ts`],
  environment: 'node',
  globalSetup: ['scripts/drive/compile-hub.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const

/** Integration tests that assert durations or use the whole machine: they run alone. */
const alone = [
  'electron/main/console-core.int.test.ts',
  'hub/abuse.int.test.ts',
  'hub/kill-nine.int.test.ts',
]

export default defineConfig({
  test: {
    // Vitest leaves a core free, which on two cores is half of the machine.
    maxWorkers: 2,
    sequence: { sequencer: EnvironmentAfterEnvironment },
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'unit',
          // A test may read a style sheet as text; others stay out of the tests.
          css: { include: [/\.css\?raw$/] },
          include: [`${everywhere}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
          // A component test names happy-dom at its top; the core needs no window.
          environment: 'node',
          // The files of a worker share what they load: loading it anew for each took more time
          // than the tests.
          isolate: false,
          // No test is about speed: on a machine that is busy with other work each may take its
          // time.
          testTimeout: 30_000,
        },
      },
      { test: { ...integration, name: 'integration', exclude: alone } },
      // Vitest runs these after all others.
      {
        test: { ...integration, name: 'integration-alone', include: alone, fileParallelism: false },
      },
    ],
  },
})
