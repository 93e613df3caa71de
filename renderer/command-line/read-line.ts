import type { LineArgument } from '../console/line-command'
import { type NamedTeam, type TeamFound, teamNamed } from './team-named'
import { wordReadings } from './word-readings'

export interface LineWords {
  readonly id: string
  /** Every word for it, in all languages. */
  readonly words: readonly string[]
  readonly takes: readonly LineArgument[]
  readonly may: readonly LineArgument[]
}

/** What a line can name. */
export interface Vocabulary {
  readonly commands: readonly LineWords[]
  readonly teams: readonly NamedTeam[]
  /** The number of causes an incident can be closed with; they are written by number, from 1. */
  readonly dispositions: number
}

/**
 * Only `ready` can be done: anything missing, unknown or ambiguous is reported and never guessed.
 */
export type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'no-such-word'; readonly word: string }
  | { readonly state: 'missing'; readonly id: string; readonly argument: LineArgument }
  | { readonly state: 'no-such-team'; readonly id: string; readonly team: string }
  | { readonly state: 'several-teams'; readonly id: string; readonly teams: readonly NamedTeam[] }
  | { readonly state: 'no-such-cause'; readonly id: string; readonly cause: string }
  | { readonly state: 'surplus'; readonly id: string; readonly text: string }
  | ReadyLine

export interface ReadyLine {
  readonly state: 'ready'
  readonly id: string
  readonly teamId: string | null
  /** From 0. */
  readonly disposition: number | null
  readonly text: string
}

/** Reads a line, or says what it lacks. */
export function readLine(line: string, vocabulary: Vocabulary): Reading {
  const { word, rest } = firstWord(line)
  if (word === '') return { state: 'empty' }
  const command = commandNamed(word, vocabulary)
  return command ? readArguments(command, rest, vocabulary) : { state: 'no-such-word', word }
}

/** The command a word names, by the closest reading that matches any. */
export function commandNamed(
  word: string,
  { commands }: Pick<Vocabulary, 'commands'>,
): LineWords | undefined {
  for (const { typed, of } of wordReadings(word)) {
    const named = commands.find(({ words }) => words.some((one) => of(one) === typed))
    if (named) return named
  }
  return undefined
}

export function firstWord(line: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(line) ?? []
  return { word, rest: rest.trimEnd() }
}

interface Read {
  readonly teamId: string | null
  readonly disposition: number | null
  readonly rest: string
}

function readArguments(command: LineWords, line: string, vocabulary: Vocabulary): Reading {
  const { id, takes, may } = command
  const taken = (argument: LineArgument) => takes.includes(argument) || may.includes(argument)
  let read: Read = { teamId: null, disposition: null, rest: line }
  for (const argument of ['team', 'disposition'] as const) {
    if (!taken(argument)) continue
    const next =
      argument === 'team'
        ? readTeam(command, read, vocabulary)
        : readCause(command, read, vocabulary)
    if ('state' in next) return next
    read = next
  }
  const { rest: text, ...found } = read
  if (taken('text'))
    return takes.includes('text') && text === ''
      ? { state: 'missing', id, argument: 'text' }
      : { state: 'ready', id, ...found, text }
  return text === '' ? { state: 'ready', id, ...found, text } : { state: 'surplus', id, text }
}

function readTeam({ id, takes }: LineWords, read: Read, { teams }: Vocabulary): Read | Reading {
  if (read.rest === '')
    return takes.includes('team') ? { state: 'missing', id, argument: 'team' } : read
  const { found, rest } = teamAtStart(read.rest, teams)
  if (found.count === 1) return { ...read, teamId: found.teams[0].id, rest }
  return found.count === 0
    ? { state: 'no-such-team', id, team: firstWord(read.rest).word }
    : { state: 'several-teams', id, teams: found.teams }
}

/** A call sign may be written in two pieces: `q 10`. */
function teamAtStart(
  text: string,
  teams: readonly NamedTeam[],
): { readonly found: TeamFound; readonly rest: string } {
  const { word, rest } = firstWord(text)
  const [, pair, further = ''] = /^(\p{L}+\s+\d+)(?:\s+([\s\S]*))?$/u.exec(text) ?? []
  const whole = pair === undefined ? null : teamNamed(pair, teams)
  if (whole && whole.count > 0) return { found: whole, rest: further }
  return { found: teamNamed(word, teams), rest }
}

function readCause(
  { id, takes }: LineWords,
  read: Read,
  { dispositions }: Vocabulary,
): Read | Reading {
  if (read.rest === '')
    return takes.includes('disposition') ? { state: 'missing', id, argument: 'disposition' } : read
  const { word, rest } = firstWord(read.rest)
  const number = /^\d{1,2}$/.test(word) ? Number(word) : 0
  return number >= 1 && number <= dispositions
    ? { ...read, disposition: number - 1, rest }
    : { state: 'no-such-cause', id, cause: word }
}
