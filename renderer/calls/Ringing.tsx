import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, callOutcomes } from '../../shared/calls/call'
import type { Action } from '../console/action'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { duration } from '../console/time'
import { useAction } from '../console/use-action'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { callOutcomeActions } from './call-outcome-actions'

/**
 * A ringing call and its possible outcomes. All four look alike: somebody who watches the screen
 * must not see which one was meant.
 */
export function Ringing({ call }: { call: Call }) {
  const { t } = useTranslation()
  const now = useNow()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={row} className="contact__ringing">
      <Chip tone="accent" title={call.by}>
        {t('calls:ringing', { time: duration(now - call.at) })}
      </Chip>
      <PendingMark row={{ row: 'entry', seq: call.seq }} />
      <div className="contact__outcomes">
        {callOutcomeActions.map((action, at) => (
          <Outcome key={action.id} action={action} outcome={callOutcomes[at] ?? 'answered'} />
        ))}
      </div>
    </div>
  )
}

function Outcome({ action, outcome }: { action: Action; outcome: string }) {
  const { t } = useTranslation()
  const { disabledReason, run } = useAction(action)
  return (
    <Button keys={action.keys} disabledReason={disabledReason} onClick={run}>
      {t(`incidents:outcome.${outcome}`)}
    </Button>
  )
}
