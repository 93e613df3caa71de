import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../shared/lang/language'
import { useConsole, usePorts } from './console-context'
import { languageNames } from './language-names'

export function LanguageSwitch() {
  const { t } = useTranslation()
  const { store, bridge } = usePorts()
  const language = useConsole((data) => data.language)
  return (
    <select
      className="language-switch"
      aria-label={t('app:language')}
      title={t('app:language')}
      value={language}
      onChange={(event) => {
        const chosen = event.target.value as Language
        store.setState({ language: chosen })
        void bridge.ask('set-language', { language: chosen })
        // The room's keys act again at once.
        event.target.blur()
      }}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageNames[code]}
        </option>
      ))}
    </select>
  )
}
