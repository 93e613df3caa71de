import { Worker } from 'node:worker_threads'

/** The answers of a thread, in the order of the tasks. */
export type ThreadAnswer<Result> =
  | { readonly ok: true; readonly result: Result }
  /** `errcode` is SQLite's. An error loses it on its way between threads. */
  | { readonly ok: false; readonly message: string; readonly errcode: number | undefined }

export interface AskedThread<Task, Result> {
  ask(task: Task): Promise<Result>
  hasEnded(): boolean
  terminate(): Promise<void>
}

interface Asked<Result> {
  resolve(result: Result): void
  reject(error: Error): void
}

/**
 * Starts a thread that answers one task after the other (see `answerTasks`). `what` names it in
 * errors.
 */
export function startAskedThread<Task, Result>(
  program: URL,
  { data, what }: { readonly data: unknown; readonly what: string },
): AskedThread<Task, Result> {
  // Without the main thread's options: what they load is meant for the main thread.
  const thread = new Worker(program, { workerData: data, execArgv: [] })
  const asked: Asked<Result>[] = []
  let ended: Error | null = null

  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of asked.splice(0)) reject(ended)
  }
  thread.on('message', (answer: ThreadAnswer<Result>) => {
    const first = asked.shift()
    if (answer.ok) first?.resolve(answer.result)
    else first?.reject(Object.assign(new Error(answer.message), { errcode: answer.errcode }))
  })
  thread.on('error', end)
  thread.on('exit', () => end(new Error(`${what} has ended`)))

  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        asked.push({ resolve, reject })
        thread.postMessage(task)
      }),
    hasEnded: () => ended !== null,
    async terminate() {
      await thread.terminate()
    },
  }
}
