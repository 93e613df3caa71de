import { useTranslation } from 'react-i18next'
import { languages } from '../../shared/lang/language'
import {
  motions,
  type OwnPreferences,
  type Preferences,
  preferencesWith,
  textSizes,
  themes,
} from '../../shared/settings/preferences'
import { languageNames } from '../console/language-names'
import { OneOf } from './OneOf'

export interface PreferenceRowsProps {
  readonly desk: Preferences
  /** What a person has set; null when the desk itself is being set. */
  readonly own: OwnPreferences | null
  readonly onChange: (part: Partial<Preferences>) => void
}

const yesNo = ['yes', 'no'] as const

/** A row per preference, with the value in force. */
export function PreferenceRows({ desk, own, onChange }: PreferenceRowsProps) {
  const { t } = useTranslation()
  const shown = preferencesWith(desk, own ?? {})
  const flag = (name: 'seconds' | 'mapFollows') => (
    <OneOf
      label={t(`settings:${name}.label`)}
      choices={yesNo}
      chosen={shown[name] ? 'yes' : 'no'}
      onChoose={(answer) => onChange({ [name]: answer === 'yes' })}
      say={(answer) => t(`settings:${name}.${answer}`)}
    />
  )
  return (
    <>
      <OneOf
        label={t('app:language')}
        choices={languages}
        chosen={shown.language}
        onChoose={(language) => onChange({ language })}
        say={(language) => <span lang={language}>{languageNames[language]}</span>}
      />
      <OneOf
        label={t('settings:theme.label')}
        choices={themes}
        chosen={shown.theme}
        onChoose={(theme) => onChange({ theme })}
        say={(theme) => t(`settings:theme.${theme}`)}
      />
      <OneOf
        label={t('settings:text-size')}
        choices={textSizes}
        chosen={shown.textSize}
        onChoose={(textSize) => onChange({ textSize })}
        say={(size) => `${size} %`}
      />
      <OneOf
        label={t('settings:motion.label')}
        choices={motions}
        chosen={shown.motion}
        onChoose={(motion) => onChange({ motion })}
        say={(motion) => t(`settings:motion.${motion}`)}
      />
      {flag('seconds')}
      {flag('mapFollows')}
      <p className="settings-dialog__hint">{t('settings:time-zone')}</p>
    </>
  )
}
