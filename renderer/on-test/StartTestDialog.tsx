import { useTranslation } from 'react-i18next'
import { minute } from '../../shared/lang/instant'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraft } from '../console/drafts'
import { useNow } from '../console/now'
import { ReasonField } from '../console/ReasonField'
import { wallMinute } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { choiceOf, useKeysInside } from '../ui/keys-inside'
import { NumberedChoices } from '../ui/NumberedChoices'
import { noTests, sayCovered } from './tests'
import { type Tested, ZoneChoice } from './ZoneChoice'
import './start-test.css'

/** Usual lengths, minutes; the longest is what the hub allows. */
const shortest = 30
const durations: readonly number[] = [shortest, 60, 120, 240, 480, 720]

/** Which part of a site, for how long, and why. Says what it means before it is done. */
export function StartTestDialog({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { close, send } = useDialog()
  const site = useConsole((data) => data.room.sites.get(siteId))
  const running = useConsole((data) => data.room.onTest.get(siteId) ?? noTests)
  const [tested, setTested] = useTested()
  const [minutesText, setMinutesText] = useDraft('minutes', String(shortest))
  const minutes = Number(minutesText)
  const setMinutes = (chosen: number) => setMinutesText(String(chosen))
  const [reason, setReason] = useDraft('reason')
  const why =
    !tested.whole && tested.zones.length === 0
      ? 'on-test:start.needs-zone'
      : reason.trim()
        ? null
        : 'teams:reason.needed'
  const submit = () => {
    if (why !== null) return
    const zones = tested.whole ? null : [...tested.zones]
    send({
      type: 'start-test',
      testId: ports.newId(),
      siteId,
      zones,
      minutes,
      reason: reason.trim(),
    })
  }
  const area = useKeysInside((event, writing) => {
    const chosen = writing ? undefined : choiceOf(durations, event)
    if (chosen !== undefined) setMinutes(chosen)
  })
  return (
    <Dialog
      title={t('on-test:start.title', { site: site?.name ?? '' })}
      width="wide"
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button
            tone="primary"
            keys="enter"
            disabledReason={why === null ? null : t(why)}
            reasonVisible
            onClick={submit}
          >
            {t('on-test:start.submit')}
          </Button>
        </DialogFoot>
      }
    >
      <div className="dialog__stack" ref={area}>
        <p className="dialog__notice dialog__notice--warn">{t('on-test:start.warning')}</p>
        {running.map((test) => (
          <p key={test.testId}>
            {t('on-test:start.already')} {sayCovered(t, test, site)},{' '}
            {t('on-test:until', { time: wallMinute(test.until) })}
          </p>
        ))}
        <ZoneChoice zones={site?.zones ?? []} tested={tested} onChange={setTested} />
        <DurationChoice minutes={minutes} onChange={setMinutes} />
        <ReasonField
          value={reason}
          usual={['service', 'walk', 'work'].map((key) => t(`on-test:usual.${key}`))}
          onChange={setReason}
          onEnter={submit}
        />
      </div>
    </Dialog>
  )
}

/** What is put on test, as text: one zone number per line, empty for the whole site. */
function useTested(): readonly [Tested, (tested: Tested) => void] {
  const [text, setText] = useDraft('zones')
  const [, ...zones] = text.split('\n')
  return [
    { whole: text === '', zones },
    (tested) => setText(tested.whole ? '' : ['zones', ...tested.zones].join('\n')),
  ]
}

function DurationChoice({
  minutes,
  onChange,
}: {
  minutes: number
  onChange: (minutes: number) => void
}) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <fieldset className="start-test__part">
      <legend>{t('on-test:start.duration')}</legend>
      <div className="start-test__durations">
        <NumberedChoices
          name="minutes"
          choices={durations}
          chosen={minutes}
          onChoose={onChange}
          say={(choice) => t(`on-test:minutes.${choice}`)}
        />
      </div>
      <p className="start-test__until">
        {t('on-test:start.until', { time: wallMinute(now + minutes * minute) })}
      </p>
    </fieldset>
  )
}
