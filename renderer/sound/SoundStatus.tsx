import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { hour, type Instant, minute } from '../../shared/lang/instant'
import type { SoundState } from '../../shared/sound/sound-state'
import { notify } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { StatusItem } from '../console/StatusItem'
import { useAction } from '../console/use-action'
import { cannotBeHeard } from './cannot-be-heard'
import { lossHeardAction } from './loss-heard-action'
import { showSoundAction } from './show-sound-action'

export function SoundStatus() {
  const live = useConsole((data) => data.mode === 'live')
  const sound = useConsole((data) => data.sound)
  if (!live) return null
  return (
    <>
      <Heard sound={sound} />
      {sound.voice === 'no-hub' ? <QuietLoss /> : null}
    </>
  )
}

function Heard({ sound }: { sound: SoundState }) {
  const { t } = useTranslation()
  const { run } = useAction(showSoundAction)
  const offset = useConsole((data) => data.clockOffset)
  const now = useNow()
  useSignInTest(sound)
  const missing = sound.device === 'missing' || Boolean(sound.test?.failed)
  const said = missing
    ? t('sound:status.missing')
    : [
        t(`sound:status.${sound.device}`, { volume: sound.desk.volume }),
        sound.desk.duressSilent ? t('sound:status.duress-silent') : null,
        sound.test
          ? t('sound:status.tested', { ago: agoText(t, sound.test.at + offset, now) })
          : t('sound:status.not-tested'),
      ]
        .filter((part) => part !== null)
        .join(' · ')
  const tone = missing ? 'bad' : sound.desk.duressSilent ? 'note' : 'quiet'
  return (
    <StatusItem tone={tone} keys={showSoundAction.keys} onClick={run}>
      {said}
    </StatusItem>
  )
}

/** The sound of a lost hub, which lasts until somebody says that they heard it; shows how. */
function QuietLoss() {
  const { t } = useTranslation()
  const { run } = useAction(lossHeardAction)
  return (
    <StatusItem tone="warn" keys={lossHeardAction.keys} onClick={run}>
      {t('sound:status.loss')}
    </StatusItem>
  )
}

/** Tells whoever has just signed in, in words, when no alarm would be heard here. */
function useSignInTest({ test }: SoundState): void {
  const ports = usePorts()
  const [at, failed] = test?.why === 'sign-in' ? [test.at, test.failed] : [null, null]
  useEffect(() => {
    if (at !== null && failed !== null) notify(ports, 'refused', cannotBeHeard)
  }, [ports, at, failed])
}

/** Minutes, then hours: a second hand in the status line would only draw the eye. */
export function agoText(t: TFunction, at: Instant, now: Instant): string {
  const age = Math.max(0, now - at)
  if (age < minute) return t('sound:ago.now')
  return age < hour
    ? t('sound:ago.minutes', { n: Math.floor(age / minute) })
    : t('sound:ago.hours', { n: Math.floor(age / hour) })
}
