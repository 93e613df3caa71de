import { writeFile } from 'node:fs/promises'
import { because, sentence } from '../../../shared/lang/decision'
import { minute } from '../../../shared/lang/instant'
import { SaidError, saidOf } from '../../../shared/lang/said-error'
import type { PaperOutcome, Print } from '../../../shared/paper/paper'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Handlers } from '../ipc/handlers'
import type { FileAsker } from '../settings-handlers'
import { paperName } from './paper-name'

/** A page that nobody sees, drawn for a printer. */
export interface PaperWindow {
  /** The pages as a tagged PDF. `foot` stands at the foot of each, before its number. */
  pdf(foot: string): Promise<Uint8Array>
  close(): void
}

export interface PaperPorts {
  readonly files: Pick<FileAsker, 'toSave'>
  /** Opens the page of a paper; it says by its job when everything stands on it. */
  readonly open: (job: string, print: Print) => PaperWindow
  readonly clock: Pick<Clock, 'after'>
  readonly newId: () => string
}

/** A page that takes longer will not come: the longest log takes a quarter of it. */
const patience = 2 * minute

/** Writes reports to files that an officer names: one at a time, each drawn in its own window. */
export function paperHandlers({
  files,
  open,
  clock,
  newId,
}: PaperPorts): Pick<Handlers, 'print' | 'paper-drawn'> {
  let waiting: { readonly job: string; drawn(outcome: PaperOutcome): void } | null = null

  const drawnOf = (job: string): Promise<PaperOutcome> =>
    new Promise((resolve) => {
      const cancel = clock.after(patience, () => resolve({ fault: tooSlow }))
      waiting = {
        job,
        drawn(outcome) {
          cancel()
          resolve(outcome)
        },
      }
    })

  const make = async (print: Print, file: string): Promise<void> => {
    const job = newId()
    const drawn = drawnOf(job)
    const window = open(job, print)
    try {
      const outcome = await drawn
      if ('fault' in outcome) throw new SaidError(outcome.fault)
      await writeFile(file, outcome.csv ?? (await window.pdf(outcome.foot)))
    } catch (error) {
      throw new SaidError(
        because('paper-not-written', 'The file was not written: {reason}', saidOf(error)),
      )
    } finally {
      waiting = null
      window.close()
    }
  }
  let busy = false
  return {
    async print(print, { mode }) {
      if (mode !== 'live') throw new SaidError(onlyLive)
      if (busy) throw new SaidError(another)
      busy = true
      try {
        const file = await files.toSave(paperName(print))
        if (file === null) return 'cancelled'
        await make(print, file)
        return 'done'
      } finally {
        busy = false
      }
    },
    'paper-drawn'({ job, outcome }) {
      if (waiting?.job === job) waiting.drawn(outcome)
      return null
    },
  }
}

const another = sentence('paper-busy', 'Another file is being written; wait until it is done')
const tooSlow = sentence('paper-too-slow', 'its pages were not ready after two minutes')
const onlyLive = sentence('paper-only-live', 'Reports are written from the live room')
