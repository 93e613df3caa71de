import { steadyClock as clock } from '../../../node/steady-clock'
import { outputsOf } from './outputs'
import { createSoundServer } from './serve-sound'

// Entry point of the sound process. It keeps sounding whatever happens to the window, and warns
// when the main process falls silent. Its optional argument is a file to play into.
const [file] = process.argv.slice(2)
const server = createSoundServer({
  ...{ clock, outputs: outputsOf(clock, file) },
  post: (report) => process.parentPort.postMessage(report),
})
process.parentPort.on('message', ({ data }) => server.take(data))
