import { cpus, totalmem } from 'node:os'
import { ensureDisplay } from '../scripts/display.mjs'
import { benchAlarmToScreen } from './alarm-to-screen'
import { benchImport } from './import'
import { benchStart } from './start'

const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  'alarm-to-screen': benchAlarmToScreen,
  import: benchImport,
  start: benchStart,
}

/** `npm run bench [-- NAME]`: runs one benchmark, or all; prints one JSON line each. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in benches))
  if (unknown) throw new Error(`There is no benchmark "${unknown}"; there are: ${Object.keys(benches).join(', ')}`)
  const display = await ensureDisplay()
  Object.assign(process.env, display.env)
  try {
    for (const name of names.length > 0 ? names : Object.keys(benches)) {
      const figures = await benches[name]?.()
      const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
      console.log(
        JSON.stringify({ ...(figures as object), machine, node: process.version, at: new Date().toISOString() }),
      )
    }
  } finally {
    await display.stop()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
