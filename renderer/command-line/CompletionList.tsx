import { useTranslation } from 'react-i18next'
import { dispositions } from '../../shared/alarms/alarm'
import { useConsole } from '../console/console-context'
import type { Completion } from './complete-line'

export interface CompletionListProps {
  readonly id: string
  readonly completions: readonly Completion[]
  readonly chosen: number
  readonly onComplete: (completion: Completion) => void
}

/** Ways to continue the line, by the arrows and Enter, by Tab, or by a click. */
export function CompletionList({ id, completions, chosen, onComplete }: CompletionListProps) {
  const { t } = useTranslation()
  return (
    <div
      id={id}
      className="command-line__completions"
      role="listbox"
      aria-label={t('command-line:completions')}
    >
      {completions.map((completion, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that steers the list answers the keys
        <div
          key={completion.line}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          className="command-line__completion"
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onComplete(completion)}
        >
          <code>{completion.line}</code>
          <Meaning completion={completion} />
        </div>
      ))}
    </div>
  )
}

function Meaning({ completion }: { completion: Completion }) {
  const { t } = useTranslation()
  const team = useConsole((data) =>
    completion.kind === 'team' ? data.room.teams.get(completion.teamId) : undefined,
  )
  switch (completion.kind) {
    case 'command':
      return <span className="ellipsis">{t(`typed:${completion.id}.does`)}</span>
    case 'team':
      return <span className="ellipsis">{team ? t(`kinds:team.${team.phase}`) : null}</span>
    case 'disposition': {
      const cause = dispositions[completion.disposition]
      return <span className="ellipsis">{cause ? t(`incidents:disposition.${cause}`) : null}</span>
    }
  }
}
