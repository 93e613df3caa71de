import type { Disposition } from '../../shared/alarms/alarm'
import type { Params, Refusal } from '../../shared/lang/decision'
import type { Command } from '../../shared/room/commands'
import { decide } from '../../shared/room/decide'
import type { Team } from '../../shared/teams/team'
import type { Action, ActionContext } from './action'
import type { ConsolePorts } from './console-ports'
import { type ConsoleData, me, type Selection } from './console-store'
import { commandRefusal } from './send-command'

/** What may follow a command's word, in the order in which it is written. */
export const lineArguments = ['team', 'disposition', 'text'] as const
export type LineArgument = (typeof lineArguments)[number]

export interface Given {
  readonly about: Selection
  readonly team: Team | null
  readonly disposition: Disposition | null
  readonly text: string
}

/**
 * Something that can be typed in the command line. A feature lists its own in one table. In the
 * locales, `typed:<id>.does` says what it does, `typed:<id>.says` what Enter will do, and
 * `typed-words:<id>` lists further words for it in that language.
 */
export interface LineCommand {
  readonly id: string
  /** Understood in every language; the first one is shown. */
  readonly words: readonly [string, ...string[]]
  readonly takes?: readonly LineArgument[]
  readonly may?: readonly LineArgument[]
  /** Values for the sentence besides the team, the site, the cause and the text. */
  readonly says?: (context: { data: ConsoleData; ports: ConsolePorts }, given: Given) => Params
  readonly refusal: (data: ConsoleData, given: Given) => Refusal | null
  readonly perform: (context: ActionContext, given: Given) => Promise<void> | void
}

type Written = Pick<LineCommand, 'id' | 'words' | 'takes' | 'may' | 'says'>

const meantBy = ({ team, about }: Given): Selection =>
  team ? { kind: 'team', teamId: team.id } : about

/** A line that does what an action does, to the team named or to the selection. */
export const lineOfAction = (
  { refusal, perform }: Pick<Action, 'refusal' | 'perform'>,
  written: Written,
): LineCommand => ({
  ...written,
  refusal: (data, given) => refusal(data, meantBy(given)),
  perform: (context, given) => perform(context, meantBy(given)),
})

type Asked = Command | Refusal
const isRefusal = (asked: Asked): asked is Refusal => 'code' in asked

/** A line that sends one command, and says beforehand what the hub would answer. */
export const lineOfCommand = (
  asks: (data: ConsoleData, given: Given, newId: () => string) => Asked,
  written: Written,
): LineCommand => ({
  ...written,
  refusal(data, given) {
    // Only judged, never sent: the id just has to be unused.
    const asked = asks(data, given, () => 'not-sent')
    return isRefusal(asked) ? asked : judged(data, asked)
  },
  async perform({ data, ports, send }, given) {
    const asked = asks(data, given, ports.newId)
    if (!isRefusal(asked)) await send(asked)
  },
})

function judged(data: ConsoleData, command: Command): Refusal | null {
  const refusal = commandRefusal(data, command.type)
  const by = me(data)
  if (refusal || !by) return refusal
  const decision = decide(data.room, command, { by, at: 0 })
  if (decision.outcome === 'refused') return decision.refusal
  return decision.outcome === 'agreed' ? decision.notice : null
}
