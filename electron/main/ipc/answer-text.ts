import {
  type RequestName,
  requestSchemas,
  type UnitId,
  unitIdSchema,
} from '../../../shared/ipc/contract'
import type { Log } from '../log'
import { AnswerText, type Asker, type Handlers } from './handlers'

/** A request as a trusted window has sent it: what is in it is not parsed yet. */
export interface Asked {
  readonly name: RequestName
  readonly unit: unknown
  readonly request: unknown
  readonly asker: Asker
}

/** The answer of the unit that is named, as JSON text. Rejects with a sentence. */
export async function answerText(
  { name, unit, request, asker }: Asked,
  handlersOf: (unit: UnitId) => Handlers | undefined,
  log: Log,
): Promise<string> {
  const parsed = requestSchemas[name].safeParse(request)
  const named = unitIdSchema.safeParse(unit)
  if (!parsed.success || !named.success) {
    const issues = [...(parsed.error?.issues ?? []), ...(named.error?.issues ?? [])]
    log.warn({ channel: name, issues }, 'A request of a window makes no sense')
    throw new Error(`A request on ${name} makes no sense`)
  }
  const handlers = handlersOf(named.data)
  if (!handlers) throw new Error('This console is no longer attached to that unit')
  const handler = handlers[name] as (request: unknown, asker: Asker) => unknown
  const answer = await handler(parsed.data, asker)
  return answer instanceof AnswerText ? answer.text : JSON.stringify(answer ?? null)
}
