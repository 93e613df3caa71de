import { runEmbedded } from '../../hub/embedded'

// Entry point of the embedded hub's process: the same hub that also runs standalone in plain Node.
runEmbedded(process.parentPort)
