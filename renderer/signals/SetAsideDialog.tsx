import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../console/ReasonDialog'
import { useDialog } from '../console/use-dialog'

export function SetAsideDialog({ account }: { account: string }) {
  const { t } = useTranslation()
  const { send } = useDialog()
  return (
    <ReasonDialog
      title={t('signals:aside.title', { account })}
      submit={t('signals:aside.submit')}
      usual={['centre', 'installer', 'stranger'].map((key) => t(`signals:aside.usual.${key}`))}
      onReason={(reason) => send({ type: 'set-account-aside', account, reason })}
    />
  )
}
