import { parseOptions, usage } from './options'
import { simulate } from './simulate'
import { isGood } from './tally'

/**
 * `npm run simulate`: the last line of stdout is the report; exit 1 when anything stayed
 * unacknowledged, 2 for a wrong call.
 */
async function main(): Promise<number> {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  // Started through npm and a shell, a signal may end those and not reach us: whoever loses its
  // parent stops too.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop.abort(), 1_000).unref()
  const options = readOptions()
  if (options === null) return 2
  const report = await simulate(options, {
    stop: stop.signal,
    log: options.quiet ? () => undefined : (line) => console.error(line),
    // What a demo hub uses too when nothing else is set.
    password: process.env.NAVBATCHI_DEMO_PASSWORD ?? 'navbatchi-demo',
  })
  console.log(JSON.stringify(report))
  return isGood(report) ? 0 : 1
}

function readOptions(): ReturnType<typeof parseOptions> | null {
  try {
    return parseOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return null
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
