import { steadyClock as clock } from '../../../node/steady-clock'
import { outputsOf } from './outputs'
import { createSoundServer } from './serve-sound'

// Entry of the sound process: it sounds whatever becomes of the window, and says so when the main
// process no longer speaks. Its one word, if there is one, is a file to play into.
const [file] = process.argv.slice(2)
const server = createSoundServer({
  ...{ clock, outputs: outputsOf(clock, file) },
  post: (report) => process.parentPort.postMessage(report),
})
process.parentPort.on('message', ({ data }) => server.take(data))
