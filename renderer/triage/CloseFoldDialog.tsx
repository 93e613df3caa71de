import { useTranslation } from 'react-i18next'
import { closeFoldRefusal } from '../../shared/triage/decide'
import { useConsole } from '../console/console-context'
import { EndingDialog } from '../console/EndingDialog'
import { sayRefusal } from '../console/say'
import { useDialog } from '../console/use-dialog'
import { sayCounts, sayPlace, sayRestored } from './fold-words'
import './fold-card.css'

/**
 * How did it end, for all of them at once? While some sites have not reported the end, the remark
 * has to say why.
 */
export function CloseFoldDialog({ foldId }: { foldId: string }) {
  const words = useTranslation()
  const { send } = useDialog()
  const fold = useConsole((data) => data.room.folds.get(foldId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  const what = fold ? `${t(`triage:title.${fold.rule}`)}, ${sayPlace(t, fold, sites)}` : ''
  return (
    <EndingDialog
      title={t('triage:close.title', { what })}
      submit={t('triage:close.submit')}
      reason={(disposition, remark) => {
        if (disposition === null) return t('incidents:close.needs-disposition')
        const refusal = closeFoldRefusal(fold, remark)
        return refusal ? sayRefusal(t, refusal) : null
      }}
      onEnd={(ending) => send({ type: 'close-fold', foldId, ...ending })}
    >
      {fold ? (
        <p className="close-fold__said">
          {t('triage:close.effect', sayCounts(words, fold))}{' '}
          <strong>{sayRestored(words, fold)}.</strong>
        </p>
      ) : null}
    </EndingDialog>
  )
}
