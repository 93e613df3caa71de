import type { Disposition } from '../../shared/alarms/alarm'
import type { Params, Refusal } from '../../shared/lang/decision'
import type { Command } from '../../shared/room/commands'
import { decide } from '../../shared/room/decide'
import type { Team } from '../../shared/teams/team'
import type { Action, ActionContext } from './action'
import type { ConsolePorts } from './console-ports'
import { type ConsoleData, me, type Selection } from './console-store'
import { commandRefusal } from './send-command'

/** What may stand after the word of a command, in the order in which it is written. */
export const lineArguments = ['team', 'disposition', 'text'] as const
export type LineArgument = (typeof lineArguments)[number]

/** What a line was read as. */
export interface Given {
  /** What the line is about: what is selected. */
  readonly about: Selection
  readonly team: Team | null
  readonly disposition: Disposition | null
  /** Empty where none was written. */
  readonly text: string
}

/**
 * Something that can be typed in the command line. A feature lists its own in one table. What it
 * does stands under `typed:<id>.does`, what Enter will do under `typed:<id>.says`, and further words
 * for it, in each language, under `typed-words:<id>`.
 */
export interface LineCommand {
  readonly id: string
  /** Understood in every language; the first is the one shown. */
  readonly words: readonly [string, ...string[]]
  readonly takes?: readonly LineArgument[]
  readonly may?: readonly LineArgument[]
  /** What the sentence is filled with besides the team, the site, the cause and the text. */
  readonly says?: (context: { data: ConsoleData; ports: ConsolePorts }, given: Given) => Params
  readonly refusal: (data: ConsoleData, given: Given) => Refusal | null
  readonly perform: (context: ActionContext, given: Given) => Promise<void> | void
}

type Written = Pick<LineCommand, 'id' | 'words' | 'takes' | 'may' | 'says'>

const meantBy = ({ team, about }: Given): Selection =>
  team ? { kind: 'team', teamId: team.id } : about

/** A line that does what an action does: to the team named, or to what is selected. */
export const lineOfAction = (
  { refusal, perform }: Pick<Action, 'refusal' | 'perform'>,
  written: Written,
): LineCommand => ({
  ...written,
  refusal: (data, given) => refusal(data, meantBy(given)),
  perform: (context, given) => perform(context, meantBy(given)),
})

/** What a line asks for: a command, or why there is none. */
type Asked = Command | Refusal
const isRefusal = (asked: Asked): asked is Refusal => 'code' in asked

/** A line that sends one command, and says beforehand what the hub would answer. */
export const lineOfCommand = (
  asks: (data: ConsoleData, given: Given, newId: () => string) => Asked,
  written: Written,
): LineCommand => ({
  ...written,
  refusal(data, given) {
    // Judged, never sent: the id is only to be another than those in use.
    const asked = asks(data, given, () => 'not-sent')
    return isRefusal(asked) ? asked : judged(data, asked)
  },
  async perform({ data, ports, send }, given) {
    const asked = asks(data, given, ports.newId)
    if (!isRefusal(asked)) await send(asked)
  },
})

/** What the hub would say against it. */
function judged(data: ConsoleData, command: Command): Refusal | null {
  const refusal = commandRefusal(data, command.type)
  const by = me(data)
  if (refusal || !by) return refusal
  const decision = decide(data.room, command, { by, at: 0 })
  if (decision.outcome === 'refused') return decision.refusal
  return decision.outcome === 'agreed' ? decision.notice : null
}
