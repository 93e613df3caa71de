import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import { useLineCommands } from '../console/feature-parts'
import { KeyCap } from '../ui/KeyCap'
import { type Said, sayReady, sayUnready } from './line-said'
import type { Reading } from './read-line'

/** What Enter will do, or why it will do nothing. */
export function LinePreview({ reading }: { reading: Reading }) {
  const { t } = useTranslation()
  const said = useSaid(reading)
  const { tone, text } = said ?? { tone: 'unfinished', text: t('command-line:hint') }
  return (
    <p className={`command-line__preview command-line__preview--${tone}`} role="status">
      {tone === 'ready' ? <KeyCap keys="enter" /> : null}
      <span>{text}</span>
    </p>
  )
}

function useSaid(reading: Reading): Said | null {
  const { t } = useTranslation()
  const ports = usePorts()
  const commands = useLineCommands()
  // Selectors must give equal results for equal data: each sentence is a new object, its text is
  // equal.
  const said = useConsole((data) => {
    if (reading.state !== 'ready') return JSON.stringify(sayUnready(t, reading))
    const command = commands.find(({ id }) => id === reading.id)
    return JSON.stringify(command ? sayReady({ t, data, ports }, command, reading) : null)
  })
  return JSON.parse(said) as Said | null
}
