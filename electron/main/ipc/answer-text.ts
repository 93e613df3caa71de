import {
  type RequestName,
  requestSchemas,
  type UnitId,
  unitIdSchema,
} from '../../../shared/ipc/contract'
import { refusalText } from '../../../shared/ipc/text-bridge'
import { sentence } from '../../../shared/lang/decision'
import { saidOf } from '../../../shared/lang/said-error'
import type { Log } from '../log'
import { AnswerText, type Asker, type Handlers } from './handlers'

export interface Asked {
  readonly name: RequestName
  readonly unit: unknown
  readonly request: unknown
  readonly asker: Asker
}

const unitGone = sentence('unit-gone', 'This console is no longer attached to that unit')

/**
 * The named unit's answer: a value as JSON text, bytes unchanged, or why there is none. Rejects
 * malformed requests, which our own pages never send.
 */
export async function answerText(
  { name, unit, request, asker }: Asked,
  handlersOf: (unit: UnitId) => Handlers | undefined,
  log: Log,
): Promise<string | Uint8Array> {
  const parsed = requestSchemas[name].safeParse(request)
  const named = unitIdSchema.safeParse(unit)
  if (!parsed.success || !named.success) {
    const issues = [...(parsed.error?.issues ?? []), ...(named.error?.issues ?? [])]
    log.warn({ channel: name, issues }, 'A request of a window makes no sense')
    throw new Error(`A request on ${name} makes no sense`)
  }
  const handlers = handlersOf(named.data)
  if (!handlers) return refusalText(unitGone)
  const handler = handlers[name] as (request: unknown, asker: Asker) => unknown
  try {
    const answer = await handler(parsed.data, asker)
    if (answer instanceof Uint8Array) return answer
    return answer instanceof AnswerText ? answer.text : JSON.stringify(answer ?? null)
  } catch (error) {
    log.warn({ channel: name, err: error }, 'A request of a window came to nothing')
    return refusalText(saidOf(error))
  }
}
