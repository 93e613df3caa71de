import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Instant, minute } from '../../shared/lang/instant'
import { Field } from '../ui/Field'
import { useDraft } from './drafts'
import { fromField, toField } from './time-field'

export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export interface SpanFieldsProps {
  readonly usual: Span
  /** What follows the fields, given the span they say; null when a field says no time. */
  readonly children: (span: Span | null) => ReactNode
}

/** From when until when: two fields that say minutes. The end is meant to its last second. */
export function SpanFields({ usual, children }: SpanFieldsProps) {
  const { t } = useTranslation()
  const from = useDraft('from', toField(usual.from))
  const to = useDraft('to', toField(usual.to))
  const begin = fromField(from[0])
  const end = fromField(to[0])
  const span = begin === null || end === null ? null : { from: begin, to: end + minute - 1 }
  return (
    <>
      <TimeField label={t('app:span.from')} usual={usual.from} draft={from} />
      <TimeField label={t('app:span.to')} usual={usual.from} draft={to} />
      {children(span)}
    </>
  )
}

interface TimeFieldProps {
  readonly label: string
  /** An example of the form. */
  readonly usual: Instant
  readonly draft: readonly [text: string, set: (text: string) => void]
}

const TimeField = ({ label, usual, draft: [text, set] }: TimeFieldProps) => (
  <Field label={label}>
    {(ids) => (
      <input
        {...ids}
        className="input"
        placeholder={toField(usual)}
        value={text}
        onChange={(event) => set(event.target.value)}
      />
    )}
  </Field>
)
