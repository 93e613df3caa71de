import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dispositions } from '../../shared/alarms/alarm'
import { languages } from '../../shared/lang/language'
import { useConsole } from '../console/console-context'
import { useLineCommands } from '../console/feature-parts'
import type { Vocabulary } from './read-line'

/** Everything a line can name, in words of every language, since a room speaks more than one. */
export function useVocabulary(): Vocabulary {
  const { i18n } = useTranslation()
  const commands = useLineCommands()
  const teams = useConsole((data) => data.room.teams)
  return useMemo(() => {
    const inLanguage = (language: string, id: string): readonly string[] =>
      String(i18n.getResource(language, 'typed-words', id) ?? '').split(' ')
    return {
      commands: commands.map(({ id, words, takes = [], may = [] }) => ({
        ...{ id, takes, may },
        words: [...words, ...languages.flatMap((language) => inLanguage(language, id))].filter(
          Boolean,
        ),
      })),
      teams: [...teams.values()],
      dispositions: dispositions.length,
    }
  }, [i18n, commands, teams])
}
