import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../shared/settings/preferences'
import { useConsole, usePorts } from '../console/console-context'
import { me } from '../console/console-store'
import { SettingsParts } from '../console/feature-parts'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Section } from '../ui/Section'
import { changeSettings } from './change-settings'
import { OneOf } from './OneOf'
import { PreferenceRows } from './PreferenceRows'
import { SettingsFileButtons } from './SettingsFileButtons'
import './settings-dialog.css'

const whose = ['own', 'desk'] as const
type Whose = (typeof whose)[number]

export function SettingsDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const ports = usePorts()
  const you = useConsole(me)
  const settings = useConsole((data) => data.settings)
  const [chosen, setChosen] = useState<Whose>('own')
  const shown: Whose = you ? chosen : 'desk'
  const change = (part: Partial<Preferences> | null) =>
    void changeSettings(ports, { whose: shown, part })
  return (
    <Dialog
      title={t('settings:title')}
      onClose={close}
      width="tall"
      footer={
        <>
          <SettingsFileButtons />
          <Button onClick={close}>{t('app:close')}</Button>
        </>
      }
    >
      <div className="settings-dialog">
        <Section title={t('settings:screen')}>
          {you ? (
            <OneOf
              label={t('settings:whose')}
              choices={whose}
              chosen={shown}
              onChoose={setChosen}
              say={(one) =>
                one === 'own' ? t('settings:own', { name: you.name }) : t('settings:desk')
              }
            />
          ) : null}
          <p className="settings-dialog__hint">{t(`settings:${shown}-hint`)}</p>
          <PreferenceRows
            desk={settings.desk}
            own={shown === 'own' ? (settings.own ?? {}) : null}
            onChange={change}
          />
          <Button onClick={() => change(null)}>{t(`settings:${shown}-usual`)}</Button>
        </Section>
        <SettingsParts />
      </div>
    </Dialog>
  )
}
