import { useTranslation } from 'react-i18next'
import type { QuarantineRow } from '../../shared/signals/quarantine'
import { listed } from '../../shared/text/isolated'
import { CopyButton } from '../console/CopyButton'
import { sayDetail } from '../console/detail-words'
import { useNow } from '../console/now'
import { wallDate, wallMoment, wallTime } from '../console/time'
import { type ListModel, VirtualList } from '../ui/VirtualList'

export interface QuarantinedListProps {
  readonly rows: readonly QuarantineRow[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly focusFirst: boolean
}

const keyOf = ({ seq }: QuarantineRow): string => String(seq)
const columns = ['time', 'reason', 'account', 'channel', 'source'] as const
/** As in quarantine-dialog.css. */
const rowHeight = 30
const nothing = () => {}

/** What came in and could not be used, newest first, with the bytes of the chosen item. */
export function QuarantinedList({ rows, chosen, onChoose, focusFirst }: QuarantinedListProps) {
  const { t } = useTranslation()
  const model: ListModel<QuarantineRow> = { items: rows, keyOf, rowHeight, draw: drawRow }
  const row = rows.find((item) => keyOf(item) === chosen) ?? rows[0]
  return (
    <div className="quarantine__pair">
      <div className="quarantine__table">
        <div className="quarantined-row quarantine__columns" aria-hidden="true">
          {columns.map((column) => (
            <span key={column}>{t(`signals:column.${column}`)}</span>
          ))}
        </div>
        <VirtualList
          label={t('signals:quarantine.title')}
          model={model}
          chosen={row ? keyOf(row) : null}
          onChoose={onChoose}
          onConfirm={nothing}
          focusFirst={focusFirst}
        />
      </div>
      {row ? <Item row={row} /> : null}
    </div>
  )
}

const drawRow = (row: QuarantineRow) => <Row row={row} />

function Row({ row: { at, reason, account, channel, source, count } }: { row: QuarantineRow }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <div className="quarantined-row">
      <time>{wallMoment(at, now)}</time>
      <span className="quarantined-row__reason ellipsis">
        {t(`signals:reason.${reason}`)}
        {count > 1 ? ` ×${count}` : null}
      </span>
      <code className="ellipsis">{account ?? '–'}</code>
      <span className="ellipsis">{t(`signals:channel.${channel}`)}</span>
      <span className="ellipsis" title={source}>
        {source}
      </span>
    </div>
  )
}

function Item({ row }: { row: QuarantineRow }) {
  const { t } = useTranslation()
  const { seq, at, reason, detail, frame, account, channel, source, count, since } = row
  return (
    <article className="quarantined" aria-label={t('signals:entry', { seq })}>
      <h4 className="quarantined__reason">{t(`signals:reason.${reason}`)}</h4>
      <p className="quarantined__facts selectable">
        {listed(
          [
            `${wallDate(at).date} ${wallTime(at)}`,
            account === null ? null : t('signals:account', { account }),
            listed([t(`signals:channel.${channel}`), source], ', '),
            t('signals:entry', { seq }),
            count === 1
              ? null
              : t('signals:times', {
                  times: count,
                  since: `${wallDate(since).date} ${wallTime(since)}`,
                }),
          ],
          ' · ',
        )}
      </p>
      <p className="quarantined__about">{t(`signals:about-reason.${reason}`)}</p>
      <p className="quarantined__detail selectable">
        {t('signals:detail')}: {sayDetail(t, detail) ?? <span lang="en">{detail}</span>}
      </p>
      <div className="quarantined__bytes">
        <span>{t('signals:frame')}</span>
        <CopyButton text={frame} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long frame is scrolled by key */}
      <pre className="quarantined__frame selectable" tabIndex={0}>
        {frame}
      </pre>
    </article>
  )
}
