import { openThreadedStore } from './keeper/threaded-store'
import { createLog } from './log'
import { parseHubOptions, usage } from './options'
import { type Hub, startHub } from './start-hub'

/*
 * npm run hub: the hub alone, in plain Node. When ready it prints one JSON line on stdout and
 * nothing else there; the log goes to stderr. SIGTERM or SIGINT ends it cleanly. It exits with 1
 * and one sentence when it cannot start, with 2 when the command line is wrong.
 */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(usage)
    return
  }
  const options = readOptions(args)
  const log = createLog(process.env)
  let hub: Hub
  try {
    hub = await startHub(options, { log, env: process.env, openStore: openThreadedStore })
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // A second signal means at once. The journal is safe either way.
      if (stopping) process.exit(1)
      stopping = true
      log.info({ signal }, 'The hub is stopping')
      hub.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'The hub did not stop cleanly')
          process.exit(1)
        },
      )
    })
  const { http, dc09, receivers, data } = hub
  console.log(JSON.stringify({ ready: true, http, dc09, receivers, data }))
}

function readOptions(args: readonly string[]) {
  try {
    return parseHubOptions(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}

await main(process.argv.slice(2))
