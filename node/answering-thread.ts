import { parentPort } from 'node:worker_threads'
import type { ThreadAnswer } from './asked-thread'

/** The code inside a thread started by `startAskedThread`: carries out each task and answers it. */
export function answerTasks<Task, Result>(carryOut: (task: Task) => Result): void {
  const answerTo = (task: Task): ThreadAnswer<Result> => {
    try {
      return { ok: true, result: carryOut(task) }
    } catch (error) {
      const { message, errcode } = error as Error & { readonly errcode?: number }
      return { ok: false, message, errcode }
    }
  }
  parentPort?.on('message', (task: Task) => parentPort?.postMessage(answerTo(task)))
}
