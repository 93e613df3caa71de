import { fuzz } from './fuzz'
import { heapInUse } from './heap'
import { parseOptions, usage } from './options'
import { violate } from './tally'

/**
 * What a run may leave behind, bytes: code compiled late and caches of the runtime. A leak of four
 * bytes a case would show in the default run.
 */
const growthAllowed = 4 * 1024 * 1024

/**
 * `npm run fuzz`: the last line of stdout is the result. Exit 1 when anything threw, when a frame
 * with a wrong CRC was accepted or when memory grew; 2 for a wrong call.
 */
function main(): number {
  const options = readOptions()
  if (options === null) return 2
  const started = performance.now()
  let start = heapInUse()
  const tally = fuzz(options, () => {
    start = heapInUse()
  })
  const end = heapInUse()
  if (end - start > growthAllowed)
    violate(tally, `memory grew by ${end - start} bytes`, new Uint8Array())
  const seconds = Math.round((performance.now() - started) / 100) / 10
  for (const { what, bytes } of tally.violations) console.error(`${what}\n  ${bytes}`)
  const { accepted, refused, violations } = tally
  console.log(
    JSON.stringify({
      ...options,
      accepted,
      refused,
      violations: violations.length,
      seconds,
      heap: { start, end },
    }),
  )
  return violations.length === 0 ? 0 : 1
}

function readOptions(): ReturnType<typeof parseOptions> | null {
  try {
    return parseOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return null
  }
}

process.exitCode = main()
