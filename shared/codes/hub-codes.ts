import type { Signal } from '../signals/signal'
import type { AlarmKind, Priority } from './kinds'

/** What the hub notices by itself: that something did not happen. */
export type HubCode = 'SILENT' | 'LATEOPEN' | 'LATECLOS'

interface HubRule {
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly begins: string
  readonly ends: string
}

const rules: Readonly<Record<HubCode, HubRule>> = {
  // As for a panel's own report that it cannot get through.
  SILENT: {
    kind: 'communication',
    priority: 3,
    begins: 'Nothing heard from the panel',
    ends: 'The panel is heard again',
  },
  LATEOPEN: { kind: 'opening', priority: 3, begins: 'Not opened in time', ends: 'Opened after all' },
  // A site left open is unprotected.
  LATECLOS: { kind: 'closing', priority: 3, begins: 'Not closed in time', ends: 'Closed after all' },
}

/** The hub's own signal about an account: that something is missing, or (`over`) that it came. */
export function hubSignal(
  code: HubCode,
  about: { readonly signalId: string; readonly account: string; readonly over: boolean; readonly text?: string },
): Signal {
  const { kind, priority, begins, ends } = rules[code]
  const { signalId, account, over, text = null } = about
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
    meaning: over ? ends : begins,
    partition: null,
    zone: null,
    user: null,
    text,
    occurredAt: null,
  }
}
