import type { z } from 'zod'
import { type RecordsQueryName, type RecordsRow, recordsQueries } from './queries'
import type { RecordsQuery } from './query'
import type { RecordsReader } from './reader-port'
import type { PageOf, RecordsPage } from './request'

export interface RecordsState {
  readonly seq: number
  readonly head: number
  /** In words; null while all is well. */
  readonly fault: string | null
}

/** A validated question, as it travels to where it is answered. */
export interface RecordsQuestion {
  readonly name: RecordsQueryName
  readonly request: PageOf
}

export type CheckedQuestion =
  | { readonly ok: true; readonly question: RecordsQuestion }
  | { readonly ok: false; readonly error: z.ZodError }

export function checkQuestion(name: RecordsQueryName, request: unknown): CheckedQuestion {
  const checked = recordsQueries[name].request.safeParse(request)
  return checked.success
    ? { ok: true, question: { name, request: checked.data } }
    : { ok: false, error: checked.error }
}

/** Answers a question; `readerAt` gives the records as they were after an entry. */
export function answerQuestion<Name extends RecordsQueryName>(
  { name, request }: RecordsQuestion & { readonly name: Name },
  { seq, head }: RecordsState,
  readerAt: (upTo: number) => RecordsReader,
): RecordsPage<RecordsRow<Name>> {
  const query = recordsQueries[name] as unknown as RecordsQuery<PageOf, RecordsRow<Name>>
  const upTo = Math.min(request.upTo ?? seq, seq)
  const behind = Math.max(0, Math.min(head, request.upTo ?? head) - seq)
  if (upTo === 0) return { rows: [], next: null, seq: 0, behind }
  const { rows, next } = query.ask(request, readerAt(upTo))
  return { rows, next, seq: upTo, behind }
}
