import { useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { accountsOf } from '../../shared/sites/site'
import { EmptyState } from '../ui/EmptyState'
import { Field } from '../ui/Field'
import { onListKey } from '../ui/list-steps'
import { type ListModel, rowIdIn, VirtualList } from '../ui/VirtualList'
import { useConsole } from './console-context'
import { useDraft } from './drafts'
import { indexSites, searchSites } from './site-search'
import './site-search.css'

export interface SiteSearchProps {
  readonly chosen: string | null
  readonly onChoose: (siteId: string | null) => void
  readonly onConfirm: (siteId: string) => void
}

const keyOf = (siteId: string): string => siteId
/** As in site-search.css. */
const rowHeight = 48

/**
 * One field that finds a site by name, address or account while the officer types; the arrows move
 * through the results.
 */
export function SiteSearch({ chosen, onChoose, onConfirm }: SiteSearchProps) {
  const { t } = useTranslation()
  const listId = useId()
  const sites = useConsole((data) => data.room.sites)
  const index = useMemo(() => indexSites(sites), [sites])
  const [query, setQuery] = useDraft('query')
  const found = useMemo(() => searchSites(index, query), [index, query])
  useFirstChosen({ chosen, onChoose, first: found[0] ?? null })
  const model: ListModel<string> = { items: found, keyOf, rowHeight, draw: drawSite }
  const type = (text: string) => {
    setQuery(text)
    // Until the officer moves, the best match is chosen.
    onChoose(searchSites(index, text)[0] ?? null)
  }
  return (
    <div className="site-search">
      <Field
        label={t('sites:find.label')}
        hint={t('sites:find.found', { found: found.length, all: sites.size })}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen === null ? undefined : rowIdIn(listId, chosen)}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            value={query}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => onListKey(event, { keys: found, chosen, onChoose, onConfirm })}
          />
        )}
      </Field>
      <div className="site-search__list">
        {found.length > 0 ? (
          <VirtualList
            label={t('sites:find.list')}
            model={model}
            chosen={chosen}
            onChoose={onChoose}
            onConfirm={onConfirm}
            steeredAs={listId}
          />
        ) : query.trim() === '' ? (
          <EmptyState text={t('sites:find.start')} />
        ) : (
          <EmptyState text={t('sites:find.none')} hint={t('sites:find.none-hint')} />
        )}
      </div>
    </div>
  )
}

/** If the field is filled already when it appears, the best match is chosen. */
function useFirstChosen(given: {
  readonly chosen: string | null
  readonly onChoose: (siteId: string | null) => void
  readonly first: string | null
}): void {
  const begun = useRef(given)
  useEffect(() => {
    const { chosen, onChoose, first } = begun.current
    if (chosen === null && first !== null) onChoose(first)
  }, [])
}

const drawSite = (siteId: string) => <FoundSite siteId={siteId} />

function FoundSite({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const site = useConsole((data) => data.room.sites.get(siteId))
  if (!site) return null
  const accounts = accountsOf(site).join(' · ')
  return (
    <div className="found-site">
      <strong className="ellipsis" title={site.name}>
        {site.name}
      </strong>
      <code className="ellipsis" title={accounts}>
        {accounts}
      </code>
      <span className="ellipsis" title={site.address}>
        {site.address}
      </span>
      <span className="found-site__category">{t(`kinds:category.${site.category}`)}</span>
    </div>
  )
}
