import { useTranslation } from 'react-i18next'
import type { Hit } from '../../shared/search/hit'
import { hitWords } from '../console/hit-words'
import { useNow } from '../console/now'
import { wallDate, wallMoment, wallTime } from '../console/time'
import { Button } from '../ui/Button'
import { type ListModel, VirtualList } from '../ui/VirtualList'
import { useHitNames } from './use-hit-names'

export interface FoundListProps {
  readonly rows: readonly Hit[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onConfirm: (key: string) => void
  readonly listId: string
  readonly more: (() => void) | null
}

const keyOf = ({ seq }: Hit): string => String(seq)
/** As in journal-search.css. */
const rowHeight = 46

export function FoundList({ rows, chosen, onChoose, onConfirm, listId, more }: FoundListProps) {
  const { t } = useTranslation()
  const model: ListModel<Hit> = { items: rows, keyOf, rowHeight, draw: drawHit }
  return (
    <div className="found-list">
      <VirtualList
        label={t('records:search.found')}
        model={model}
        chosen={chosen}
        onChoose={onChoose}
        onConfirm={onConfirm}
        steeredAs={listId}
      />
      {more === null ? null : (
        <Button tone="quiet" onClick={more}>
          {t('records:search.more')}
        </Button>
      )}
    </div>
  )
}

const drawHit = (hit: Hit) => <FoundRow hit={hit} />

function FoundRow({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const now = useNow()
  const { team, site } = useHitNames(hit)
  const { said, quoted } = hitWords(t, hit, { team })
  return (
    <div className="found-row">
      <time title={`${wallDate(hit.at).date} ${wallTime(hit.at)}`}>{wallMoment(hit.at, now)}</time>
      <span className="found-row__said ellipsis" title={said}>
        {said}
      </span>
      <bdi className="found-row__site ellipsis" title={site}>
        {site}
      </bdi>
      <bdi className="found-row__more ellipsis">{quoted ?? hit.by.name}</bdi>
    </div>
  )
}
