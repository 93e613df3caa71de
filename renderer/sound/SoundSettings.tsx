import { useTranslation } from 'react-i18next'
import { type DeskSound, volumeFloor } from '../../shared/sound/desk-sound'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { wallMinute } from '../console/time'
import { Field } from '../ui/Field'
import { agoText } from './SoundStatus'
import './sound-dialog.css'

export function SoundSettings() {
  const { t } = useTranslation()
  const ports = usePorts()
  const desk = useConsole((data) => data.sound.desk)
  const set = async (part: Partial<DeskSound>) => {
    const sound = await ports.bridge.ask('set-sound', { ...desk, ...part })
    ports.store.setState({ sound })
  }
  return (
    <>
      <Field
        label={t('sound:volume', { volume: desk.volume })}
        hint={t('sound:floor', { floor: volumeFloor })}
      >
        {(ids) => (
          <input
            {...ids}
            className="sound-dialog__volume"
            type="range"
            min={volumeFloor}
            max={100}
            step={5}
            value={desk.volume}
            onChange={({ target }) => void set({ volume: target.valueAsNumber })}
          />
        )}
      </Field>
      <label className="sound-dialog__choice">
        <input
          type="checkbox"
          checked={desk.duressSilent}
          onChange={({ target }) => void set({ duressSilent: target.checked })}
        />
        <span>{t('sound:duress')}</span>
      </label>
      <p className="sound-dialog__hint">{t('sound:duress-hint')}</p>
      <LastTest />
    </>
  )
}

function LastTest() {
  const { t } = useTranslation()
  const { device, test } = useConsole((data) => data.sound)
  const offset = useConsole((data) => data.clockOffset)
  const now = useNow()
  if (device === 'missing' || test?.failed)
    return (
      <p className="sound-dialog__missing" role="alert">
        {t('sound:missing')}
      </p>
    )
  return (
    <p className="sound-dialog__hint">
      {test
        ? t('sound:last-test', {
            at: wallMinute(test.at + offset),
            ago: agoText(t, test.at + offset, now),
          })
        : t('sound:no-test')}
    </p>
  )
}
