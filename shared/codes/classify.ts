import { cidRules } from './cid-rules'
import type { AlarmKind, Priority, SignalClass } from './kinds'
import { type CodeRule, rule } from './rule'
import { siaRules } from './sia-rules'
import { type CodeRow, cidRows, siaRows } from './tables'

export interface Classification {
  /**
   * The cause: what joins a signal to an alarm and picks the response plan. Of a restore or cancel:
   * what is over.
   */
  readonly kind: AlarmKind
  readonly class: SignalClass
  /** English, for the journal and as the fallback of translations. */
  readonly meaning: string
  readonly priority: Priority
  /** The site is also opened: a disarming under duress is an alarm and an opening. */
  readonly opens?: true
}

export interface SignalCode {
  readonly table: 'cid' | 'sia'
  readonly code: string
  /** Only a Contact ID qualifier changes what a code says; SIA has separate codes for restorals. */
  readonly qualifier: 'new' | 'restore' | 'status' | 'old-new'
}

/** Tests sent while something is wrong (DC-05 608, DC-03 RY). The fault must be looked into. */
const testsWithTrouble: ReadonlySet<string> = new Set(['608', 'RY'])
const troubleBesideTest = rule('technical', 'trouble')

/**
 * Contact ID's open/close codes, where 1 is an opening and 3 a closing: [as opening, as closing].
 */
const armingWords: Readonly<Record<string, readonly [string, string]>> = {
  400: ['Opened, form not stated', 'Closed, form not stated'],
  401: ['Disarmed by a user', 'Armed by a user'],
  402: ['Group of areas disarmed', 'Group of areas armed'],
  403: ['Disarmed automatically', 'Armed automatically'],
  404: ['Late to disarm', 'Late to arm'],
  405: ['Deferred disarming', 'Deferred arming'],
  407: ['Disarmed from remote', 'Armed from remote'],
  408: ['Quick disarming without a code', 'Quick arming without a code'],
  409: ['Disarmed by key switch', 'Armed by key switch'],
  441: ['Disarmed from stay mode', 'Armed in stay mode'],
  442: ['Disarmed from stay mode by key switch', 'Armed in stay mode by key switch'],
  450: ['Opening outside the rules', 'Closing outside the rules'],
  451: ['Early opening', 'Early closing'],
  452: ['Late opening', 'Late closing'],
  456: ['Partial arming, sent as an opening: it is not clear which', 'Partially armed'],
}

/**
 * Says what a signal is. It never throws: a code in no table has kind and class `unknown`, and must
 * raise an alarm all the same.
 */
export function classify(signal: SignalCode): Classification {
  const { table, code } = signal
  const row = (table === 'cid' ? cidRows : siaRows).get(code)
  const known = (table === 'cid' ? cidRules : siaRules).get(code)
  if (row === undefined || known === undefined) {
    return {
      ...rule('unknown', 'unknown'),
      meaning: `Unknown ${table === 'cid' ? 'Contact ID' : 'SIA'} code ${code}`,
    }
  }
  if (table === 'cid') return cidClassification(signal, row, known)
  return {
    ...classification(known, row.meaning, code),
    ...(row.also_opens && { opens: true as const }),
  }
}

function cidClassification(signal: SignalCode, row: CodeRow, known: CodeRule): Classification {
  const { code, qualifier } = signal
  if (row.class === 'open_close') return arming(signal, row, known)
  // A test, a cancel or a note stays what it is: 607 with qualifier 3 ends a walk test, and
  // restores nothing.
  const lasts = known.class === 'alarm' || known.class === 'trouble' || known.kind === 'bypass'
  if (qualifier === 'restore' && lasts)
    return classification(rule(known.kind, 'restore'), `${row.meaning}: over`, code)
  // Reported before, and still so. If the first report was lost this is the only one, so it stays
  // what it is and joins the alarm if that is open.
  if (qualifier === 'status' && lasts)
    return classification(known, `${row.meaning}: still present`, code)
  return classification(known, row.meaning, code)
}

/** For arming, Contact ID's 1 and 3 mean open and close, so 3 is a closing and not a restoral. */
function arming({ code, qualifier }: SignalCode, row: CodeRow, known: CodeRule): Classification {
  const words = armingWords[code]
  const flips = known.class === 'opening' || known.class === 'closing'
  if (flips && (qualifier === 'status' || words === undefined))
    return classification({ ...known, class: 'status' }, row.meaning, code)
  if (words === undefined) return classification(known, row.meaning, code)
  // The qualifier says opened and the code says armed: an unclear report flips no site.
  if (qualifier === 'new' && known.class === 'closing')
    return classification({ ...known, class: 'status' }, words[0], code)
  if (qualifier === 'new') return classification(known, words[0], code)
  const closing = known.class === 'opening' ? 'closing' : known.class
  return classification({ ...known, kind: 'closing', class: closing }, words[1], code)
}

const classification = (known: CodeRule, meaning: string, code: string): Classification => ({
  ...(known.class === 'test' && testsWithTrouble.has(code) ? troubleBesideTest : known),
  meaning,
})
