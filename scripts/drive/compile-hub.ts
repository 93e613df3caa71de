import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import '../../shared/testing/hub-program'
import { cache, root } from '../setup/paths.mjs'

/** The hub's threads look for their program beside their own, under its source's name. */
const programs = {
  hub: 'hub/main.ts',
  'journal-writer-thread': 'node/journal-writer-thread.ts',
  'journal-reader-thread': 'node/journal-reader-thread.ts',
  'records-thread': 'node/records/records-thread.ts',
}

/**
 * Compiles the hub once for a run of integration tests, which start it dozens of times. End-to-end
 * tests start it from its sources, as `npm run hub` does.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const parent = join(cache, 'test')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'hub-'))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { external: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      rolldownOptions: {
        input: programs,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  project.provide('hubProgram', join(folder, 'hub.mjs'))
  return () => rmSync(folder, { recursive: true })
}
