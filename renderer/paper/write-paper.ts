import { sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import type { Print } from '../../shared/paper/paper'
import { notify } from '../console/console-changes'
import type { ConsolePorts } from '../console/console-ports'

const written = sentence('paper-written', 'The file is written')

/** Has a report written to a file the officer chooses, and says what came of it. */
export async function writePaper(
  ports: ConsolePorts,
  { paper, format }: Pick<Print, 'paper' | 'format'>,
): Promise<void> {
  const { language } = ports.store.getState()
  try {
    const outcome = await ports.bridge.ask('print', { paper, format, language })
    if (outcome === 'done') notify(ports, 'done', written)
  } catch (error) {
    notify(ports, 'refused', saidOf(error))
  }
}
