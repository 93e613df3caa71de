import { serveJournal } from './serve-journal'

// Entry point of the journal process. Writing, folding and serialising rooms here never delays an
// alarm in the main process.
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the data directory')
serveJournal(
  {
    post: (message) => process.parentPort.postMessage(message),
    listen: (listener) => void process.parentPort.on('message', ({ data }) => listener(data)),
  },
  folder,
)
