import type { TFunction } from 'i18next'
import type { Hit } from '../../shared/search/hit'
import { sayDetail } from './detail-words'
import { causeWords, meaningWords } from './meaning-words'

/** An entry in the officer's language, and the text somebody wrote in it. */
export interface HitWords {
  readonly said: string
  readonly quoted: string | null
}

export interface HitNames {
  readonly team: string
}

const textOf = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value)

/** Values that are words of ours, with their keys in the locales. */
const worded: Readonly<Record<string, string>> = {
  kind: 'kinds:alarm.',
  disposition: 'incidents:disposition.',
  outcome: 'incidents:outcome.',
  role: 'kinds:role.',
  was: 'kinds:role.',
  rule: 'triage:rule.',
  level: 'escalation:level.',
  waits: 'escalation:waits.',
}

export function hitWords(t: TFunction, { type, said }: Hit, { team }: HitNames): HitWords {
  const values: Record<string, string | number> = { team, ...said }
  for (const [name, prefix] of Object.entries(worded))
    if (said[name] !== undefined)
      values[name] = t(`${prefix}${said[name]}`, { defaultValue: textOf(said[name]) })
  if (said.stepId !== undefined)
    values.step = t(`steps:${said.stepId}.text`, { defaultValue: textOf(said.stepId) })
  if (type !== 'signal-quarantined')
    return { said: sentenceOf(t, { type, said }, values), quoted: quotedOf(t, said) }
  // The reason is one of our words, not somebody's text.
  const { reason, ...rest } = said
  const why = t(`signals:reason.${reason}`, { defaultValue: textOf(reason) })
  const words = { ...values, reason: why }
  return { said: sentenceOf(t, { type, said: rest }, words), quoted: quotedOf(t, rest) }
}

function sentenceOf(
  t: TFunction,
  { type, said }: Pick<Hit, 'type' | 'said'>,
  values: Readonly<Record<string, string | number>>,
): string {
  const words = t(`records:entry.${type}`, { ...values, defaultValue: type })
  const { code, meaning } = said
  if (code === undefined || meaning === undefined) return words
  const signal = { code: textOf(code), meaning: textOf(meaning) }
  const told = type === 'alarm-restored' ? causeWords(t, signal) : meaningWords(t, signal)
  return `${words}: ${told}`
}

/** Text that a person wrote; what the hub found is worded in the officer's language. */
function quotedOf(t: TFunction, said: Hit['said']): string | null {
  const text = said.text ?? said.remark ?? said.reason
  if (text !== undefined && text !== '') return textOf(text)
  const detail = textOf(said.detail)
  return detail === '' ? null : (sayDetail(t, detail) ?? detail)
}
