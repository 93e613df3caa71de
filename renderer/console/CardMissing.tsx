import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { Button } from '../ui/Button'
import { usePorts } from './console-context'
import { sayRefusal } from './say'
import { askCard, cardRefusal, type SiteCardState } from './site-cards'
import './card-missing.css'

/** Shown in place of a card's content that is not here: it is being read, or why it is not. */
export function CardMissing({ row, card }: { row: SiteRow; card: SiteCardState | undefined }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const why = cardRefusal(card)
  if (!why) return null
  if (!card || card.asking)
    return (
      <p className="card-missing card-missing--asking" role="status">
        {sayRefusal(t, why)}
      </p>
    )
  return (
    <p className="card-missing card-missing--failed" role="alert">
      <span>{sayRefusal(t, why)}</span>
      <Button onClick={() => askCard(ports, card.row ?? row)}>{t('sites:card-again')}</Button>
    </p>
  )
}
