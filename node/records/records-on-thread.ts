import { Worker } from 'node:worker_threads'
import type { RecordsState } from '../../shared/records/answer'
import type { RecordsAnswers, RecordsFiles } from './records-answers'
import type { RecordsDesk } from './records-desk'

export interface OnThreadParts extends RecordsFiles {
  readonly answer: (...question: Parameters<RecordsAnswers['answer']>) => Promise<string>
  readonly head: () => number
}

/**
 * ms. The thread hears at most this often that the journal has grown. It gathers for longer than
 * that anyway, and a message for every commit of a storm would cost reception some three percent.
 */
const betweenWords = 100

const endedText = 'The records of the past are not kept: their thread has ended; restart the hub'

/** Keeps the records on their own thread, for a hub that runs alone. */
export function keepRecordsOnThread({ answer, head, ...files }: OnThreadParts): RecordsDesk {
  const program = new URL('./records-thread.mjs', import.meta.url)
  const thread = new Worker(program, { workerData: files, execArgv: [] })
  let last: RecordsState = { seq: 0, head: 0, fault: null }
  let ended = false
  let said = () => {}
  const closed = new Promise<void>((resolve) => {
    said = resolve
  })
  const end = () => {
    ended = true
    said()
  }
  thread.on('message', (state: RecordsState | null) => {
    if (state === null) said()
    else last = state
  })
  thread.on('error', end)
  thread.on('exit', end)
  let pause: NodeJS.Timeout | undefined
  let grew = false
  const grown = () => {
    grew = pause !== undefined
    if (grew) return
    thread.postMessage('grown')
    pause = setTimeout(() => {
      pause = undefined
      if (grew) grown()
    }, betweenWords)
  }
  grown()
  return {
    ask: answer,
    state: () => ({ ...last, head: head(), fault: ended ? endedText : last.fault }),
    grown,
    async close() {
      clearTimeout(pause)
      if (!ended) thread.postMessage('close')
      await closed
      await thread.terminate()
    },
  }
}
