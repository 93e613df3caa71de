import type { TFunction } from 'i18next'
import type { LogLine } from '../../shared/incidents/incident'

/**
 * A log line in the officer's language: what happened in one sentence, and the text somebody wrote.
 */
export interface LogWords {
  readonly said: string
  /** A note, a reason or a remark, as it was written; null when there is none. */
  readonly quoted: string | null
}

const text = (value: string | number | undefined): string | null => (value ? String(value) : null)

/** Who rang, and what was said. */
const reportWords = ({ caller, text: words }: LogLine['params']): string | null =>
  text([caller, words].filter((said) => said !== undefined && said !== '').join(': '))

export function logWords(t: TFunction, { type, params }: LogLine): LogWords {
  const said = (values: Readonly<Record<string, string | number>> = {}): string =>
    t(`incidents:log.${type}`, { ...params, ...values, defaultValue: type })
  switch (type) {
    case 'incident-note-added':
      return { said: said(), quoted: text(params.text) }
    case 'alarm-raised':
      return { said: said({ kind: t(`kinds:alarm.${params.kind}`) }), quoted: null }
    case 'incident-step-completed':
    case 'incident-step-tried':
    case 'incident-step-skipped': {
      const step = t(`steps:${params.step}.text`, { defaultValue: String(params.step) })
      const outcome =
        params.outcome === undefined ? '' : ` · ${t(`incidents:outcome.${params.outcome}`)}`
      return { said: said({ step }) + outcome, quoted: text(params.reason) }
    }
    case 'incident-call-ended': {
      const outcome = t(`incidents:outcome.${params.outcome}`)
      return { said: said({ outcome }), quoted: null }
    }
    case 'escalated': {
      const level = t(`escalation:level.${params.level}`)
      const waits = t(`escalation:waits.${params.waits}`)
      return { said: said({ level, waits }), quoted: text(params.names) }
    }
    case 'incident-closed':
      return {
        said: said({ disposition: t(`incidents:disposition.${params.disposition}`) }),
        quoted: text(params.remark),
      }
    case 'incident-reported':
    case 'incident-report-added':
      return { said: said({ kind: t(`kinds:alarm.${params.kind}`) }), quoted: reportWords(params) }
    case 'dispatch-cancelled':
      if (params.undone)
        return { said: t('incidents:log.dispatch-undone', { ...params }), quoted: null }
      return { said: said(), quoted: text(params.reason) }
    case 'team-reassigned': {
      const direction = params.from === undefined ? 'away' : 'here'
      return {
        said: t(`incidents:log.team-reassigned-${direction}`, { ...params }),
        quoted: text(params.reason),
      }
    }
    default:
      return { said: said(), quoted: null }
  }
}
