import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '../system-clock'
import { keepUp } from './keep-up'
import { openRecordsRunner } from './open-records'
import type { RecordsFiles } from './records-answers'
import { largeBatch } from './records-runner'

// Entry point of the thread that keepRecordsOnThread starts. It gets 'grown' and 'close'. After
// each step it posts the state of the records; after the last one it posts null.
const runner = openRecordsRunner({ ...(workerData as RecordsFiles), batch: largeBatch })
const say = () => parentPort?.postMessage(runner.state())
const keeping = keepUp(runner, systemClock, { onStep: say })

parentPort?.on('message', (word: 'grown' | 'close') => {
  if (word === 'grown') return keeping.grown()
  keeping.stop()
  runner.close()
  parentPort?.postMessage(null)
})
