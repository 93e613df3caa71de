import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { coordinates } from '../../shared/incidents/scene'
import { likelySame } from '../../shared/merging/likely-same'
import { type ReportKind, reportKinds } from '../../shared/reports/report'
import { useConsole } from '../console/console-context'
import { useDraft } from '../console/drafts'
import { useNow } from '../console/now'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { choiceOf, useKeysInside } from '../ui/keys-inside'
import { NumberedChoices } from '../ui/NumberedChoices'
import { LikelyList } from './LikelyList'
import { nextRelation, readRelation } from './relation'
import { locationOf, type Where } from './where'

/** As shared/reports/commands.ts allows. */
const longestText = 4000

export interface ReportFormProps {
  readonly where: Where
  readonly onAnother: () => void
  readonly onSubmit: () => void
}

/** What has happened, what was said, and whether it is known already. */
export function ReportForm({ where, onAnother, onSubmit }: ReportFormProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useDraft<ReportKind>('kind')
  const [text, setText] = useDraft('text')
  const [caller, setCaller] = useDraft('caller')
  const [related, setRelated] = useDraft('related')
  const likely = useLikely(where, kind || null)
  const writing = useRef<HTMLTextAreaElement>(null)
  const choose = (chosen: ReportKind) => {
    setKind(chosen)
    writing.current?.focus()
  }
  const area = useKeysInside((event, isWriting) => {
    const ctrl = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && ctrl) return onSubmit()
    const one = ctrl ? choiceOf(likely, event) : undefined
    if (one) {
      event.preventDefault()
      return setRelated(nextRelation(readRelation(related), one))
    }
    const chosen = isWriting || ctrl ? undefined : choiceOf(reportKinds, event)
    if (!chosen) return
    // The number is no part of what is written next.
    event.preventDefault()
    choose(chosen)
  })
  // With the place said, the next key is the kind; with that said too, the words.
  const begun = useRef(kind)
  useEffect(() => {
    const first = begun.current ? writing.current : area.current
    first?.focus()
  }, [area])
  return (
    <div className="dialog__stack" ref={area} tabIndex={-1} data-first-focus>
      <div className="report__at">
        <strong>{useWhereWords(where)}</strong>
        <Button tone="quiet" onClick={onAnother}>
          {t('reports:change-place')}
        </Button>
      </div>
      <fieldset className="report__kinds">
        <legend className="field__label">{t('reports:kind')}</legend>
        <NumberedChoices
          name="kind"
          choices={reportKinds}
          chosen={kind || null}
          onChoose={choose}
          say={(one) => t(`kinds:alarm.${one}`)}
        />
      </fieldset>
      <LikelyList likely={likely} relation={readRelation(related)} onRelation={setRelated} />
      <Field label={t('reports:text')}>
        {(ids) => (
          <textarea
            {...ids}
            ref={writing}
            className="input"
            rows={3}
            maxLength={longestText}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('reports:caller')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            className="input"
            maxLength={120}
            value={caller}
            onChange={(event) => setCaller(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}

function useWhereWords(where: Where): string {
  const { t } = useTranslation()
  const site = useConsole(({ room }) => ('siteId' in where ? room.sites.get(where.siteId) : null))
  if (!('place' in where)) return t('reports:at-site', { site: site?.name ?? '' })
  const { address, location, rough } = where.place
  if (rough) return t('reports:at-address', { address })
  return t('reports:at-point', { point: coordinates(location) })
}

function useLikely(where: Where, kind: ReportKind | null) {
  const room = useConsole((data) => data.room)
  const now = useNow()
  const location = locationOf(room, where)
  if (!location) return []
  const rough = 'place' in where && where.place.rough === true
  const siteId = 'siteId' in where ? where.siteId : null
  return likelySame(room, { siteId, location, rough, kind, at: now })
}
