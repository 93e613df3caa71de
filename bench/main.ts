import { cpus, totalmem } from 'node:os'
import { ensureDisplay } from '../scripts/display.mjs'
import { benchAlarmToScreen } from './alarm-to-screen'
import { benchImport } from './import'
import { benchIngest } from './ingest'
import { benchIngestMemory } from './ingest-memory'
import { benchRecords } from './records'
import { benchSound } from './sound'
import { benchStart } from './start'
import { benchStorm } from './storm'
import { Unfinished } from './unfinished'

const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  'alarm-to-screen': () => benchAlarmToScreen(),
  'alarm-to-screen-38000': () => benchAlarmToScreen(38_000),
  import: benchImport,
  ingest: benchIngest,
  'ingest-memory': benchIngestMemory,
  records: benchRecords,
  sound: benchSound,
  start: () => benchStart(),
  'start-38000': () => benchStart(38_000),
  'start-1000': () => benchStart(1_000),
  storm: benchStorm,
}
/** Benchmarks that open a window. */
const onScreen: ReadonlySet<string> = new Set([
  'alarm-to-screen',
  'alarm-to-screen-38000',
  'sound',
  'start',
  'start-38000',
  'start-1000',
  'storm',
])

/** Returns a benchmark's figures; for one that failed, those it had and why it failed. */
async function measured(name: string): Promise<unknown> {
  try {
    return await benches[name]?.()
  } catch (error) {
    process.exitCode = 1
    const had = error instanceof Unfinished ? error.figures : { bench: name }
    return { ...had, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** `npm run bench [-- NAME]`: runs one benchmark, or all; prints one JSON line each. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in benches))
  if (unknown)
    throw new Error(
      `There is no benchmark "${unknown}"; there are: ${Object.keys(benches).join(', ')}`,
    )
  const wanted = names.length > 0 ? names : Object.keys(benches)
  const display = wanted.some((name) => onScreen.has(name)) ? await ensureDisplay() : null
  Object.assign(process.env, display?.env)
  try {
    for (const name of wanted) {
      const figures = await measured(name)
      const machine = {
        cpu: cpus()[0]?.model,
        cores: cpus().length,
        memoryGiB: Math.round(totalmem() / 2 ** 30),
      }
      console.log(
        JSON.stringify({
          ...(figures as object),
          machine,
          node: process.version,
          at: new Date().toISOString(),
        }),
      )
    }
  } finally {
    await display?.stop()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
