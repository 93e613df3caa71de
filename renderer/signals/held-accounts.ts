import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { derivedOf } from '../../shared/lang/derived'
import type { Room } from '../../shared/room/room'
import type { HeldAccount } from '../../shared/signals/held-account'
import { useConsole } from '../console/console-context'
import { useEnding } from '../console/ending'

/** Unknown accounts, the last heard first. The same list while the table is the same. */
export const heldAccounts = derivedOf((held: Room['held']): readonly HeldAccount[] =>
  [...held.values()].sort((a, b) => b.lastAt - a.lastAt || (a.account < b.account ? -1 : 1)),
)

/** As the hub has them: an account attached here is held until the hub hears of it. */
export function useHeld(): Room['held'] {
  const held = useConsole((data) => data.room.held)
  const ending = useEnding().accounts
  return useMemo(() => ending.reduce((all, row) => all.set(row.account, row), held), [held, ending])
}

/**
 * How many unknown accounts there are, how many of their signals are held, and how many came if
 * more.
 */
export function sayHeld(t: TFunction, held: Room['held']): string {
  const accounts = heldAccounts(held)
  const signals = accounts.reduce((sum, { seqs }) => sum + seqs.length, 0)
  const came = accounts.reduce((sum, { count }) => sum + count, 0)
  return t('app:status.held', {
    count: held.size,
    signals: came > signals ? t('signals:quarantine.held-of', { held: signals, came }) : signals,
  })
}
