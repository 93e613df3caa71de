import { classify } from '../../../shared/codes/classify'
import type { Instant } from '../../../shared/lang/instant'
import {
  type DetailFault,
  type WrongDetail,
  wrongDetail,
} from '../../../shared/signals/wrong-detail'
import { accountSchema, accountOf as asAccount } from '../../../shared/sites/account'
import { fieldSentence } from '../../api/field-sentence'
import { eventSchema, type ItemResult } from './item'
import { type ReadDetails, readDetails } from './item-details'

export interface Item extends Omit<ReadDetails['details'], 'qualifier'> {
  readonly account: string
  readonly table: 'cid' | 'sia'
  readonly code: string
  readonly qualifier: 'new' | 'restore' | 'status'
  readonly wrong: readonly WrongDetail[]
}

/**
 * Reads an item, or says in a sentence why there is no event in it. Only a fault in what identifies
 * the event makes it refuse the item.
 */
export function readItem(raw: unknown, now: Instant): Item | { readonly refused: string } {
  const parsed = eventSchema.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { refused: fieldSentence(issue?.path ?? [], issue?.message ?? 'makes no sense') }
  }
  const event = parsed.data
  const { details, wrong } = readDetails(raw as Readonly<Record<string, unknown>>, now)
  const { qualifier, doubt } = qualifierOf(event, details.qualifier)
  const known = wrong.some(({ field }) => field === 'qualifier')
  return { ...event, ...details, qualifier, wrong: doubt && !known ? [...wrong, doubt] : wrong }
}

/**
 * What a qualifier means for the event. Where it may be an alarm or the end of one, the alarm is
 * assumed, because somebody looks at that. Where it may be an opening or a closing, the state of
 * the site does not change. SIA has separate codes for what is over.
 */
function qualifierOf(
  { table, code }: Pick<Item, 'table' | 'code'>,
  said: Item['qualifier'] | null,
): { readonly qualifier: Item['qualifier']; readonly doubt: WrongDetail | null } {
  if (table === 'sia')
    return {
      qualifier: 'new',
      doubt: said === null || said === 'new' ? null : wrongDetail('qualifier', 'impossible', said),
    }
  if (said !== null) return { qualifier: said, doubt: null }
  const { class: meant } = classify({ table, code, qualifier: 'new' })
  const qualifier = meant === 'opening' || meant === 'closing' ? 'status' : 'new'
  return { qualifier, doubt: wrongDetail('qualifier', 'not-understood') }
}

/** The account of a refused item, if it can be read, so that an officer sees whose item it is. */
export function accountOf(raw: unknown): string | null {
  const { account } = (typeof raw === 'object' ? (raw ?? {}) : {}) as Readonly<
    Record<string, unknown>
  >
  if (typeof account !== 'string' && typeof account !== 'number') return null
  return accountSchema.safeParse(asAccount(String(account).trim())).data ?? null
}

const faultWords: Readonly<Record<DetailFault, string>> = {
  'not-understood': 'cannot be read in this form and was left out',
  impossible: 'cannot be so and was left out',
  'clock-not-set':
    'comes from a clock that was never set and was left out; milliseconds are meant, not seconds',
  'too-long': 'is too long; what could not be kept was left out',
}

export const warningsOf = (wrong: readonly WrongDetail[]): Pick<ItemResult, 'warnings'> =>
  wrong.length === 0
    ? {}
    : {
        warnings: wrong.map((one) => ({
          ...one,
          message: fieldSentence([one.field], faultWords[one.why]),
        })),
      }
