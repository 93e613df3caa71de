import { useTranslation } from 'react-i18next'
import type { Likely } from '../../shared/merging/likely-same'
import { likelyWords } from '../console/likely-words'
import { useNow } from '../console/now'
import { Chip } from '../ui/Chip'
import { KeyCap } from '../ui/KeyCap'
import { PriorityMark } from '../ui/PriorityMark'
import { likelyKey, nextRelation, type Relation } from './relation'

export interface LikelyListProps {
  readonly likely: readonly Likely[]
  readonly relation: Relation | null
  readonly onRelation: (written: string) => void
}

/** What the caller may be speaking of, offered while the call is on. */
export function LikelyList({ likely, relation, onRelation }: LikelyListProps) {
  const { t } = useTranslation()
  const now = useNow()
  if (likely.length === 0) return null
  return (
    <section className="report__likely" aria-label={t('reports:same')}>
      <h3 className="field__label">{t('reports:same')}</h3>
      <ul>
        {likely.map((one, at) => {
          const is = relation?.key === likelyKey(one) ? relation.is : null
          return (
            <li key={likelyKey(one)}>
              <button
                type="button"
                className="report__same"
                aria-pressed={is !== null}
                onClick={() => onRelation(nextRelation(relation, one))}
              >
                <KeyCap keys={`ctrl+${at + 1}`} />
                <PriorityMark
                  level={one.priority}
                  label={t(`kinds:priority.${one.priority}`)}
                  size={22}
                  taken={one.of === 'incident'}
                />
                <span className="report__same-words">{likelyWords(t, one, now)}</span>
                {is ? (
                  <Chip tone="accent">
                    {t(is === 'same' ? 'reports:same-as' : 'reports:link-to')}
                  </Chip>
                ) : null}
              </button>
            </li>
          )
        })}
      </ul>
      <p className="field__note">{t('reports:same-hint')}</p>
    </section>
  )
}
