import type { TFunction } from 'i18next'
import { dispositions } from '../../shared/alarms/alarm'
import { listed } from '../../shared/text/isolated'
import type { ConsolePorts } from '../console/console-ports'
import type { ConsoleData } from '../console/console-store'
import type { Given, LineCommand } from '../console/line-command'
import { sayRefusal } from '../console/say'
import { subjectOf } from '../console/selection'
import type { Reading, ReadyLine } from './read-line'

/** What Enter would do, in words; `refused` where it would do nothing. */
export interface Said {
  readonly tone: 'ready' | 'refused' | 'unfinished'
  readonly text: string
}

export const givenBy = (data: ConsoleData, { teamId, disposition, text }: ReadyLine): Given => ({
  about: data.selection,
  team: data.room.teams.get(teamId ?? '') ?? null,
  disposition: dispositions[disposition ?? -1] ?? null,
  text,
})

export interface Speaking {
  readonly t: TFunction
  readonly data: ConsoleData
  readonly ports: ConsolePorts
}

export function sayReady(speaking: Speaking, command: LineCommand, ready: ReadyLine): Said {
  const { t, data, ports } = speaking
  const given = givenBy(data, ready)
  const refusal = command.refusal(data, given)
  if (refusal) return { tone: 'refused', text: sayRefusal(t, refusal) }
  return {
    tone: 'ready',
    text: t(`typed:${command.id}.says`, {
      team: given.team?.callSign ?? '',
      subject: subjectWords(speaking),
      cause: given.disposition ? t(`incidents:disposition.${given.disposition}`) : '',
      text: given.text,
      ...command.says?.({ data, ports }, given),
    }),
  }
}

/** Kind and site of the selection. */
function subjectWords({ t, data }: Speaking): string {
  const { alarm, incident, scene: site } = subjectOf(data, data.selection)
  const kind = incident?.kind ?? alarm?.kind
  return listed([kind ? t(`kinds:alarm.${kind}`) : null, site?.name ?? null], ', ')
}

/** What a line lacks, in words; null for one that is ready or empty. */
export function sayUnready(t: TFunction, reading: Exclude<Reading, ReadyLine>): Said | null {
  switch (reading.state) {
    case 'empty':
      return null
    case 'missing':
      return { tone: 'unfinished', text: t(`command-line:missing.${reading.argument}`) }
    case 'several-teams': {
      const teams = reading.teams.map(({ callSign }) => callSign).join(', ')
      return { tone: 'refused', text: t('command-line:several-teams', { teams }) }
    }
    case 'no-such-word':
      return { tone: 'refused', text: t('command-line:no-such-word', { word: reading.word }) }
    case 'no-such-team':
      return { tone: 'refused', text: t('command-line:no-such-team', { team: reading.team }) }
    case 'no-such-cause':
      return { tone: 'refused', text: t('command-line:no-such-cause', { cause: reading.cause }) }
    case 'surplus':
      return { tone: 'refused', text: t('command-line:surplus', { text: reading.text }) }
  }
}
