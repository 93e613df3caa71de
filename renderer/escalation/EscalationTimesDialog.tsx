import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Level, levels } from '../../shared/escalation/escalation'
import { timesInForce } from '../../shared/escalation/standing'
import {
  type EscalationTimes,
  escalationTimesSchema,
  type Graveness,
  graveness,
  type Waits,
  waits,
} from '../../shared/escalation/times'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraftFields } from '../console/drafts'
import { sayRefusal } from '../console/say'
import { commandRefusal } from '../console/send-command'
import { wallTime } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { timeFrom, timeText } from './time-text'
import './escalation-times.css'

/** What was typed, by the place it was typed in. */
type Typed = Readonly<Record<string, string>>
interface Place {
  readonly what: Waits
  readonly grave: Graveness
  readonly level: Level
}
const nameOf = ({ what, grave, level }: Place): string => `${what}/${grave}/${level}`

/** The times as typed; null where something typed is no time. */
function timesFrom(before: EscalationTimes, typed: Typed): EscalationTimes | null {
  const at = (place: Place) => {
    const text = typed[nameOf(place)]
    return text === undefined ? before[place.what][place.grave][place.level] : timeFrom(text)
  }
  const all = waits.map((what) => [
    what,
    Object.fromEntries(
      graveness.map((grave) => [
        grave,
        Object.fromEntries(levels.map((level) => [level, at({ what, grave, level })])),
      ]),
    ),
  ])
  return escalationTimesSchema.safeParse(Object.fromEntries(all)).data ?? null
}

/** After how long what waits is told to whom; a supervisor may change all of it at once. */
export function EscalationTimesDialog() {
  const { t } = useTranslation()
  const { close, send } = useDialog()
  const [typed, setTyped] = useDraftFields()
  const set = useConsole((data) => data.room.escalationTimes)
  const inForce = timesInForce({ escalationTimes: set })
  // The version that was on screen when it was opened: a change made meanwhile is not undone.
  const [replaces] = useState(set?.version ?? 0)
  const refusal = useConsole((data) => {
    const said = commandRefusal(data, 'set-escalation-times')
    return said && sayRefusal(t, said)
  })
  const times = timesFrom(inForce, typed)
  const reason = refusal ?? (times ? null : t('escalation:times.wrong'))
  return (
    <Dialog
      title={t('escalation:times.title')}
      width="large"
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button
            tone="primary"
            disabledReason={reason}
            reasonVisible
            onClick={() => times && send({ type: 'set-escalation-times', replaces, times })}
          >
            {t('escalation:times.set')}
          </Button>
        </DialogFoot>
      }
    >
      <p className="escalation-times__note">
        {t('escalation:times.note')}{' '}
        {set
          ? t('escalation:times.set-by', { by: set.by, at: wallTime(set.at), n: set.version })
          : t('escalation:times.usual')}
      </p>
      <TimesTable
        inForce={inForce}
        typed={typed}
        readOnly={refusal !== null}
        onType={(place, text) => {
          const begun = timeText(inForce[place.what][place.grave][place.level])
          setTyped(nameOf(place), text, begun)
        }}
      />
    </Dialog>
  )
}

interface TimesTableProps {
  readonly inForce: EscalationTimes
  readonly typed: Typed
  readonly readOnly: boolean
  readonly onType: (place: Place, text: string) => void
}

function TimesTable({ inForce, typed, readOnly, onType }: TimesTableProps) {
  const { t } = useTranslation()
  return (
    <table className="escalation-times">
      <thead>
        <tr>
          <td />
          {graveness.map((grave) => (
            <th key={grave} scope="col">
              {t(`escalation:grave.${grave}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {waits.flatMap((what) =>
          levels.map((level) => (
            <tr key={`${what}/${level}`}>
              <th scope="row">
                {t(`escalation:waits.${what}`)} → {t(`escalation:row.${level}`)}
              </th>
              {graveness.map((grave) => {
                const place = { what, grave, level }
                return (
                  <td key={grave}>
                    <input
                      className="input escalation-times__time"
                      aria-label={[
                        t(`escalation:waits.${what}`),
                        t(`escalation:row.${level}`),
                        t(`escalation:grave.${grave}`),
                      ].join(' ')}
                      placeholder={t('escalation:times.never')}
                      readOnly={readOnly}
                      value={typed[nameOf(place)] ?? timeText(inForce[what][grave][level])}
                      onChange={({ target }) => onType(place, target.value)}
                    />
                  </td>
                )
              })}
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
