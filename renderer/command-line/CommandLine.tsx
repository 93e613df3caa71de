import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { useLineCommands } from '../console/feature-parts'
import { sendCommand } from '../console/send-command'
import { KeyCap } from '../ui/KeyCap'
import { stepTo } from '../ui/list-steps'
import { CompletionList } from './CompletionList'
import { type Completion, completionsOf } from './complete-line'
import { commandLineId, focusLineAction } from './focus-line-action'
import { LinePreview } from './LinePreview'
import { givenBy } from './line-said'
import { type Reading, readLine } from './read-line'
import { useVocabulary } from './use-vocabulary'
import './command-line.css'

/** Completions shown at once: more would reach up to the alarms. */
const shownCompletions = 5

/**
 * One line for those who type faster than they search. Above it stands what Enter will do; an
 * ambiguous line does nothing. Text typed stays when the line is left.
 */
export function CommandLine() {
  const { t } = useTranslation()
  const listId = useId()
  const line = useLine()
  const { text, reading, completions, chosen } = line
  return (
    <div className="command-line">
      {line.focused ? (
        <div className="command-line__above">
          <CompletionList
            id={listId}
            completions={completions}
            chosen={chosen}
            onComplete={line.complete}
          />
          <LinePreview reading={reading} />
        </div>
      ) : null}
      <KeyCap keys={focusLineAction.keys} />
      <input
        id={commandLineId}
        className="command-line__input"
        role="combobox"
        aria-label={t('command-line:label')}
        aria-expanded={completions.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen < 0 ? undefined : `${listId}-${chosen}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        placeholder={t('command-line:placeholder')}
        value={text}
        onChange={(event) => line.change(event.target.value)}
        onFocus={(event) => {
          line.setFocused(true)
          event.target.select()
        }}
        onBlur={() => line.setFocused(false)}
        onKeyDown={(event) => onLineKey(event, line)}
      />
    </div>
  )
}

/** The line as it stands, what it means, and how it can go on. */
function useLine() {
  const [text, setText] = useState('')
  const [focused, setFocused] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const vocabulary = useVocabulary()
  const reading = useMemo(() => readLine(text, vocabulary), [text, vocabulary])
  const completions = useMemo(
    () => (focused ? completionsOf(text, vocabulary).slice(0, shownCompletions) : []),
    [focused, text, vocabulary],
  )
  const change = (next: string) => {
    setText(next)
    setChosen(-1)
  }
  const complete = (completion: Completion | undefined) => completion && change(completion.line)
  const run = useRun(() => change(''))
  return {
    ...{ text, reading, focused, setFocused, completions, chosen, setChosen },
    ...{ change, complete, run },
  }
}

type Line = ReturnType<typeof useLine>

/** What a key does in the line; one that does nothing here goes on to where it belongs. */
function onLineKey(event: KeyboardEvent<HTMLInputElement>, line: Line): void {
  const { key, currentTarget } = event
  const { completions, chosen, text } = line
  if (event.nativeEvent.isComposing) return
  const to = key === 'Home' || key === 'End' ? null : stepTo(key, chosen, completions.length)
  if (key === 'Escape') currentTarget.blur()
  else if (key === 'Tab' && !event.shiftKey && completions.length > 0 && text !== '')
    line.complete(completions[Math.max(0, chosen)])
  else if (to !== null) line.setChosen(to)
  else if (key === 'Enter' && chosen >= 0) line.complete(completions[chosen])
  else if (key === 'Enter') {
    if (line.run(line.reading)) currentTarget.blur()
  } else {
    // A new alarm is gone to from the middle of a line: then keys are for the room again.
    if (key === ' ' && event.ctrlKey) currentTarget.blur()
    return
  }
  event.preventDefault()
  event.stopPropagation()
}

/** Does what a line says; true when it was done and the line is free again. */
function useRun(onDone: () => void): (reading: Reading) => boolean {
  const ports = usePorts()
  const commands = useLineCommands()
  return (reading) => {
    if (reading.state !== 'ready') return false
    const command = commands.find(({ id }) => id === reading.id)
    const data = ports.store.getState()
    const given = givenBy(data, reading)
    if (!command || command.refusal(data, given) !== null) return false
    onDone()
    void command.perform({ data, ports, send: (asked) => sendCommand(ports, asked) }, given)
    return true
  }
}
