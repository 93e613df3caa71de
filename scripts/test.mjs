// `npm test`: everything that must hold before a change goes in, in one run and with one summary.

import { none, sum, summary } from './launch/counts.mjs'
import { stages } from './launch/stages.mjs'

const usage = `Usage: npm test -- [--only check|unit|int|e2e] [--keep-going]
  --only GROUP   check: types, lint and format; unit; int: integration; e2e: build and end-to-end
  --keep-going   go on after a stage that failed`

const groups = [...new Set(stages.map((stage) => stage.group))]
const patienceMs = 5_000

/** @param {readonly string[]} words */
const readOptions = (words) => {
  const options = { only: undefined, keepGoing: false, help: false }
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '--keep-going') options.keepGoing = true
    else if (words[at] === '--help' || words[at] === '-h') options.help = true
    else if (words[at] === '--only' && groups.includes(words[at + 1])) options.only = words[++at]
    else return undefined
  }
  return options
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** What is at work now, so that Ctrl+C ends it and nothing is left behind. */
let current
const watch = (child) => {
  current = child
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    console.error('Ending the tests.')
    await current?.stop(patienceMs)
    process.exit(130)
  })
}

const attempt = async (stage) => {
  try {
    return await stage.run(watch)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { ...none, failed: 1 }
  }
}

const runStage = async (stage) => {
  console.log(`\n== ${stage.name}`)
  const since = performance.now()
  const outcome = await attempt(stage)
  const took = performance.now() - since
  if (typeof outcome === 'string') {
    console.log(outcome)
    return { name: stage.name, counts: none, words: `nothing to run: ${outcome}` }
  }
  return { name: stage.name, counts: outcome, words: `${summary(outcome)} in ${seconds(took)}` }
}

const runAll = async (chosen, keepGoing) => {
  const results = []
  for (const stage of chosen) {
    const failed = results.some((result) => result.counts.failed > 0)
    if (failed && !keepGoing)
      results.push({
        name: stage.name,
        counts: none,
        words: 'not run, since a stage before it failed',
      })
    else results.push(await runStage(stage))
  }
  return results
}

const main = async () => {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined || options.help) {
    console.log(usage)
    return options === undefined ? 2 : 0
  }
  const chosen = stages.filter(
    (stage) => options.only === undefined || stage.group === options.only,
  )
  const results = await runAll(chosen, options.keepGoing)
  const total = sum(results.map((result) => result.counts))
  console.log('\n== summary')
  for (const { name, words } of results) console.log(`${name.padEnd(18)} ${words}`)
  console.log(summary(total))
  return total.failed === 0 ? 0 : 1
}

process.exitCode = await main()
