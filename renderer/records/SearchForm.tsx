import { useTranslation } from 'react-i18next'
import { entryGroups } from '../../shared/search/entry-group'
import { useConsole } from '../console/console-context'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { onListKey } from '../ui/list-steps'
import { rowIdIn } from '../ui/VirtualList'
import type { FoundListProps } from './FoundList'
import { isInstant, type Search } from './search'

export interface SearchFormProps {
  readonly search: Search
  readonly onChange: (part: Partial<Search>) => void
  /** The results: from the field of words, the arrows walk through them. */
  readonly list: Omit<FoundListProps, 'more'>
}

type TextField = 'words' | 'officer' | 'account' | 'from' | 'to'

export function SearchForm({ search, onChange, list }: SearchFormProps) {
  const { t } = useTranslation()
  const { rows, chosen, onChoose, onConfirm, listId } = list
  const text = (name: TextField, width: number) => (
    <Field
      label={t(`records:search.${name}`)}
      error={isInstant(timeIn(search, name)) ? null : t('records:search.not-a-time')}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          autoComplete="off"
          spellCheck={false}
          maxLength={width}
          placeholder={name === 'from' || name === 'to' ? '22.11.2026 04:13' : undefined}
          value={search[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <div className="search-form">
      <Field label={t('records:search.words')} hint={t('records:search.words-hint')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-expanded={rows.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen === null ? undefined : rowIdIn(listId, chosen)}
            data-first-focus
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            value={search.words}
            onChange={(event) => onChange({ words: event.target.value })}
            onKeyDown={(event) =>
              onListKey(event, {
                keys: rows.map(({ seq }) => String(seq)),
                ...{ chosen, onChoose, onConfirm },
              })
            }
          />
        )}
      </Field>
      <Choices search={search} onChange={onChange} />
      {text('from', 16)}
      {text('to', 16)}
      {text('officer', 60)}
      {text('account', 16)}
      <OnlyHere search={search} onChange={onChange} />
    </div>
  )
}

const timeIn = (search: Search, name: TextField): string =>
  name === 'from' || name === 'to' ? search[name] : ''

type PartProps = Pick<SearchFormProps, 'search' | 'onChange'>

function Choices({ search, onChange }: PartProps) {
  const { t } = useTranslation()
  const teams = useConsole((data) => data.room.teams)
  return (
    <>
      <Field label={t('records:search.group')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={search.group}
            onChange={(event) => onChange({ group: event.target.value as Search['group'] })}
          >
            <option value="">{t('records:group.telling')}</option>
            {entryGroups.map((group) => (
              <option key={group} value={group}>
                {t(`records:group.${group}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('records:search.team')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={search.teamId}
            onChange={(event) => onChange({ teamId: event.target.value })}
          >
            <option value="">{t('records:search.any-team')}</option>
            {[...teams.values()].map(({ id, callSign }) => (
              <option key={id} value={id}>
                {callSign}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

function OnlyHere({ search: { siteId, incidentId }, onChange }: PartProps) {
  const { t } = useTranslation()
  const site = useConsole((data) => data.room.sites.get(siteId ?? '')?.name)
  if (siteId === null && incidentId === null) return null
  return (
    <div className="search-form__only">
      {siteId === null ? null : (
        <Button tone="quiet" onClick={() => onChange({ siteId: null })}>
          {t('records:search.only-site', { site: site ?? siteId })}
        </Button>
      )}
      {incidentId === null ? null : (
        <Button tone="quiet" onClick={() => onChange({ incidentId: null })}>
          {t('records:search.only-incident')}
        </Button>
      )}
    </div>
  )
}
