import type { FileOutcome, RequestOf } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import { notify } from '../console/console-changes'
import type { ConsolePorts } from '../console/console-ports'

/** The main process tells every window of the change; a refusal is shown here. */
export async function changeSettings(
  ports: ConsolePorts,
  change: RequestOf<'change-settings'>,
): Promise<void> {
  try {
    await ports.bridge.ask('change-settings', change)
  } catch (error) {
    notify(ports, 'refused', saidOf(error))
  }
}

const done = {
  'export-settings': sentence('settings-exported', 'The settings are in the file'),
  'import-settings': sentence('settings-imported', 'The settings of the file hold here now'),
} as const

/** Carries the settings of the desk to a file or from one. */
export async function carrySettings(
  ports: ConsolePorts,
  how: 'export-settings' | 'import-settings',
): Promise<void> {
  try {
    const outcome: FileOutcome = await ports.bridge.ask(how, {})
    if (outcome === 'done') notify(ports, 'done', done[how])
  } catch (error) {
    notify(ports, 'refused', saidOf(error))
  }
}
