import { commandNamed, firstWord, type LineWords, type Vocabulary } from './read-line'
import { beginsSign, type NamedTeam, teamNamed } from './team-named'
import { wordReadings } from './word-readings'

/** A way to go on with a line. */
export type Completion =
  | { readonly kind: 'command'; readonly id: string; readonly line: string; readonly word: string }
  | { readonly kind: 'team'; readonly teamId: string; readonly line: string }
  | { readonly kind: 'disposition'; readonly disposition: number; readonly line: string }

/** Ways to continue the line, in the vocabulary's order; none where only text follows. */
export function completionsOf(line: string, vocabulary: Vocabulary): readonly Completion[] {
  const { word, rest } = firstWord(line)
  const command = commandNamed(word, vocabulary)
  const wordDone = command !== undefined && /\S\s/.test(line)
  if (!command || !wordDone) return words(word, vocabulary)
  const takes = (argument: 'team' | 'disposition') =>
    command.takes.includes(argument) || command.may.includes(argument)
  // Text after the argument cannot be completed.
  if (/\S\s/.test(rest)) return []
  if (takes('team'))
    return teamsBegun(rest, vocabulary.teams).map(({ id, callSign }) => ({
      kind: 'team',
      teamId: id,
      line: `${word} ${callSign}${goesOn(command, 'team') ? ' ' : ''}`,
    }))
  if (takes('disposition') && rest === '')
    return Array.from({ length: vocabulary.dispositions }, (_, disposition) => ({
      kind: 'disposition',
      disposition,
      line: `${word} ${disposition + 1}`,
    }))
  return []
}

/** The team already named comes first. */
function teamsBegun(text: string, teams: readonly NamedTeam[]): readonly NamedTeam[] {
  const named = teamNamed(text, teams)
  const first = named.count === 0 ? [] : named.teams
  return [
    ...first,
    ...teams.filter((team) => !first.includes(team) && beginsSign(text, team.callSign)),
  ]
}

const goesOn = ({ takes }: LineWords, after: 'team'): boolean =>
  takes.some((argument) => argument !== after)

type CommandWord = Extract<Completion, { kind: 'command' }>

function words(typed: string, { commands }: Vocabulary): readonly Completion[] {
  for (const reading of wordReadings(typed)) {
    const found = commands.flatMap(({ id, words, takes, may }): CommandWord[] => {
      const word =
        words.find((one) => reading.of(one) === reading.typed) ??
        words.find((one) => reading.of(one).startsWith(reading.typed))
      const more = takes.length + may.length > 0 ? ' ' : ''
      return word === undefined ? [] : [{ kind: 'command', id, line: `${word}${more}`, word }]
    })
    // A word that is already complete is what the officer means.
    const isWhole = ({ word }: CommandWord) => reading.of(word) === reading.typed
    if (found.length > 0) return found.sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)))
  }
  return []
}
