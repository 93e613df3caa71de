// Makes a fresh checkout ready to run: Node's version, npm packages, Electron, what Electron needs from the system.
// `--node-only`: the first two alone, for the hub and the tools that need no window.
// This file itself uses nothing a Node of ten years ago does not know, so that it can tell such a Node what is wrong.
import { nodeProblem } from './setup/node-version.mjs'

const problem = nodeProblem(process.versions.node)
if (problem === undefined) {
  import('./setup/set-up.mjs').then((steps) => steps.setUpFromCommandLine(process.argv.slice(2)))
} else {
  console.error(`setup: ${problem}`)
  process.exitCode = 1
}
