import { defineConfig } from '@playwright/test'

// One worker: each test opens a whole console with its hub, and two cores are shared with both.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  workers: 1,
  // In CI a test that needs a second try is reported as flaky; at a desk it fails at once.
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: '../test-results',
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
})
