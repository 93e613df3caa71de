import type { Signal } from '../signals/signal'
import type { AlarmKind, Priority } from './kinds'

/** What the hub notices by itself: something expected did not happen, or somebody tries keys. */
export const hubCodes = ['SILENT', 'LATEOPEN', 'LATECLOS', 'WRONGKEY'] as const
export type HubCode = (typeof hubCodes)[number]

interface HubRule {
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly begins: string
  readonly ends: string
  /** It did not come and is no longer expected. */
  readonly moot: string
}

const rules: Readonly<Record<HubCode, HubRule>> = {
  // As for a panel's own report that it cannot get through.
  SILENT: {
    kind: 'communication',
    priority: 3,
    begins: 'Nothing heard from the panel',
    ends: 'The panel is heard again',
    moot: 'The panel is no longer supervised',
  },
  LATEOPEN: {
    kind: 'opening',
    priority: 3,
    begins: 'Not opened in time',
    ends: 'Opened after all',
    moot: 'Not opened, and no longer to be',
  },
  // A site left open is unprotected.
  LATECLOS: {
    kind: 'closing',
    priority: 3,
    begins: 'Not closed in time',
    ends: 'Closed after all',
    moot: 'Not closed, and no longer to be',
  },
  // Somebody forges, or a panel has the wrong key and nothing of it gets through.
  WRONGKEY: {
    kind: 'tamper',
    priority: 2,
    begins: 'Many encrypted messages that its key does not open',
    ends: 'No more encrypted messages that its key does not open',
    moot: 'No more encrypted messages that its key does not open',
  },
}

export interface HubNotice {
  readonly signalId: string
  readonly account: string
  readonly over: boolean
  /** Over, although it never came. */
  readonly moot?: boolean
  readonly text?: string
  /** Tells causes of one code at one site apart. */
  readonly zone?: string
}

/** The hub's own signal about an account: something is missing, or (`over`) it has come. */
export function hubSignal(code: HubCode, about: HubNotice): Signal {
  const { kind, priority, begins, ends, moot } = rules[code]
  const { signalId, account, over, text = null, zone = null } = about
  return {
    signalId,
    channel: 'hub',
    source: 'hub',
    frame: '',
    account,
    receiver: null,
    prefix: '',
    sequence: '',
    table: 'hub',
    code,
    qualifier: over ? 'restore' : 'new',
    class: over ? 'restore' : 'trouble',
    kind,
    priority: over ? 4 : priority,
    meaning: over ? (about.moot ? moot : ends) : begins,
    partition: null,
    zone,
    user: null,
    text,
    occurredAt: null,
  }
}
