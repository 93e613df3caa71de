import { useTranslation } from 'react-i18next'
import type { HeldAccount } from '../../shared/signals/held-account'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { PendingSign } from '../console/PendingChip'
import { wallMoment } from '../console/time'
import { type ListModel, VirtualList } from '../ui/VirtualList'

export interface HeldAccountListProps {
  readonly accounts: readonly HeldAccount[]
  readonly chosen: string | null
  readonly onChoose: (account: string) => void
  readonly onAttach: (account: string) => void
}

const keyOf = ({ account }: HeldAccount): string => account
const columns = ['account', 'count', 'first', 'last', 'meaning', 'source'] as const
/** As in quarantine-dialog.css. */
const rowHeight = 32

/** Unknown accounts: how much is held of each, and what it said. Enter attaches the chosen one. */
export function HeldAccountList({ accounts, chosen, onChoose, onAttach }: HeldAccountListProps) {
  const { t } = useTranslation()
  const model: ListModel<HeldAccount> = { items: accounts, keyOf, rowHeight, draw: drawAccount }
  return (
    <div className="quarantine__table">
      <div className="held-row quarantine__columns" aria-hidden="true">
        {columns.map((column) => (
          <span key={column}>{t(`signals:column.${column}`)}</span>
        ))}
      </div>
      <VirtualList
        label={t('signals:quarantine.held')}
        model={model}
        chosen={chosen}
        onChoose={onChoose}
        onConfirm={onAttach}
        focusFirst
      />
    </div>
  )
}

const drawAccount = (row: HeldAccount) => <HeldRow row={row} />

function HeldRow({
  row: { account, count, seqs, firstAt, lastAt, last, source },
}: {
  row: HeldAccount
}) {
  const { t } = useTranslation()
  const held = seqs.length
  const meaning = meaningWords(t, last)
  const now = useNow()
  return (
    <div className="held-row">
      <code>
        {account} <PendingSign row={{ row: 'account', account }} />
      </code>
      {count > held ? (
        <strong title={t('signals:attach.older', { all: count, held })}>
          {t('signals:quarantine.held-short', { held, came: count })}
        </strong>
      ) : (
        <strong>{held}</strong>
      )}
      <time>{wallMoment(firstAt, now)}</time>
      <time>{wallMoment(lastAt, now)}</time>
      <span className="ellipsis" title={meaning}>
        {meaning}
      </span>
      <span className="ellipsis" title={source}>
        {source}
      </span>
    </div>
  )
}
