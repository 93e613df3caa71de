import { runEmbedded } from '../../hub/embedded'

// Entry of the hub's own process: the same hub that runs alone in plain Node.
runEmbedded(process.parentPort)
