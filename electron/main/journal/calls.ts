import { storageSaid } from '../../../node/sqlite'
import type {
  Answers,
  ReplayFrame,
  ReplayPage,
  ReplaySpan,
  RequestOf,
} from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import type { Refusal } from '../../../shared/lang/decision'
import { SaidError } from '../../../shared/lang/said-error'
import type { RecordsQuestion } from '../../../shared/records/answer'
import type { RecordsPage } from '../../../shared/records/request'
import type { Position } from '../../../shared/teams/position'
import { AnswerText } from '../ipc/handlers'
import type { LastRoom } from './last-room'
import type { CopyState } from './local-journal'

export interface JournalCalls {
  open(request: { readonly unit: string }): CopyState
  append(request: { readonly entries: readonly AnyEntry[] }): CopyState
  lastRoom(request: Record<string, never>): LastRoom | null
  registerText(request: { readonly version: string }): string | null
  span(request: Record<string, never>): ReplaySpan | null
  frame(request: RequestOf<'replay-frame'>): ReplayFrame
  page(request: RequestOf<'replay-page'>): ReplayPage
  columns(request: RequestOf<'register-columns'>): Answers['register-columns']
  card(request: RequestOf<'site-card'>): Answers['site-card']
  records(request: RecordsQuestion): RecordsPage<unknown>
  track(request: { readonly positions: readonly Position[] }): null
}
export type CallName = keyof JournalCalls

export interface Port {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

interface Question {
  readonly id: number
  readonly name: CallName
  readonly request: unknown
}
/**
 * The value as JSON text, so that a room crosses two processes without being parsed in between. Or
 * the value itself, when it is little more than a long text.
 */
interface Reply {
  readonly id: number
  readonly text?: string
  readonly value?: unknown
  readonly error?: Refusal
}

/** An answer that is sent without conversion to JSON. */
export class AnswerAsIs<Value> {
  constructor(readonly value: Value) {}
}

type Answer<Value> = Value | AnswerText<Value> | AnswerAsIs<Value>

/** Handlers for the calls: each returns a value or its JSON text. */
export type JournalAnswers = {
  readonly [Name in CallName]: (
    request: Parameters<JournalCalls[Name]>[0],
  ) => Answer<ReturnType<JournalCalls[Name]>> | Promise<Answer<ReturnType<JournalCalls[Name]>>>
}

export function answerCalls(port: Port, calls: JournalAnswers): void {
  let last: Promise<void> = Promise.resolve()
  port.listen((message) => {
    const { id, name, request } = message as Question
    const call = () => (calls[name] as (request: unknown) => unknown)(request)
    last = last.then(async () => port.post(await answerOf(id, call)))
  })
}

async function answerOf(id: number, call: () => unknown): Promise<Reply> {
  try {
    const answer = await call()
    if (answer instanceof AnswerAsIs) return { id, value: answer.value }
    return { id, text: answer instanceof AnswerText ? answer.text : JSON.stringify(answer ?? null) }
  } catch (error) {
    return { id, error: storageSaid(error) }
  }
}

/**
 * Sends calls over a port. A process that has ended answers nothing more, so `end` rejects all
 * pending calls.
 */
export interface Caller {
  ask<Name extends CallName>(
    name: Name,
    request: Parameters<JournalCalls[Name]>[0],
  ): Promise<ReturnType<JournalCalls[Name]>>
  /** Like `ask`, but returns the answer as JSON text. */
  askText(name: CallName, request: unknown): Promise<string>
  end(reason: Refusal): void
}

export function createCaller(port: Port): Caller {
  const waiting = new Map<
    number,
    { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void }
  >()
  let lastId = 0
  let ended: Refusal | null = null
  port.listen((message) => {
    const reply = message as Reply
    const { id, error } = reply
    const asker = waiting.get(id)
    waiting.delete(id)
    if (reply.text === undefined && reply.value === undefined)
      asker?.reject(error ? new SaidError(error) : new Error('The journal process gave no answer'))
    else asker?.resolve(reply)
  })
  const question = (name: CallName, request: unknown): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(new SaidError(ended))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      port.post({ id: lastId, name, request } satisfies Question)
    })
  return {
    async askText(name, request) {
      const { text, value } = await question(name, request)
      return text ?? JSON.stringify(value)
    },
    async ask(name, request) {
      const { text, value } = await question(name, request)
      return (text === undefined ? value : JSON.parse(text)) as never
    },
    end(reason) {
      ended = reason
      for (const { reject } of waiting.values()) reject(new SaidError(reason))
      waiting.clear()
    },
  }
}
