import { useTranslation } from 'react-i18next'
import { closeBundleRefusal } from '../../shared/triage/decide'
import { useConsole } from '../console/console-context'
import { EndingDialog } from '../console/EndingDialog'
import { sayRefusal } from '../console/say'
import { useDialog } from '../console/use-dialog'
import { sayCounts, sayPlace, sayRestored } from './bundle-words'
import './bundle-card.css'

/**
 * How did it end, for all of them at once? While some sites have not reported the end, the remark
 * must say why.
 */
export function CloseBundleDialog({ bundleId }: { bundleId: string }) {
  const words = useTranslation()
  const { send } = useDialog()
  const bundle = useConsole((data) => data.room.bundles.get(bundleId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  const what = bundle ? `${t(`triage:title.${bundle.rule}`)}, ${sayPlace(t, bundle, sites)}` : ''
  return (
    <EndingDialog
      title={t('triage:close.title', { what })}
      submit={t('triage:close.submit')}
      reason={(disposition, remark) => {
        if (disposition === null) return t('incidents:close.needs-disposition')
        const refusal = closeBundleRefusal(bundle, remark)
        return refusal ? sayRefusal(t, refusal) : null
      }}
      onEnd={(ending) => send({ type: 'close-bundle', bundleId, ...ending })}
    >
      {bundle ? (
        <p className="close-bundle__said">
          {t('triage:close.effect', sayCounts(words, bundle))}{' '}
          <strong>{sayRestored(words, bundle)}.</strong>
        </p>
      ) : null}
    </EndingDialog>
  )
}
