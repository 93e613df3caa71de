import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Two tiers by suffix: `.test.ts(x)` touches nothing outside the process, `.int.test.ts` touches
// disk, sockets or child processes.
const everywhere = '{shared,node,hub,electron,renderer,scripts,bench}'
export default defineConfig({
  test: {
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
          // No test is about speed: on a machine that is busy with other work each may take its
          // time.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${everywhere}/**/*.int.test.ts`],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
