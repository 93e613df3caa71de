import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '../../shared/search/hit'
import { usePorts } from '../console/console-context'
import { useDraftFields } from '../console/drafts'
import { selectOnly } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { FoundEntry } from './FoundEntry'
import { FoundList } from './FoundList'
import { SearchForm } from './SearchForm'
import { emptySearch, requestOf, type Search } from './search'
import { usePages } from './use-pages'
import './journal-search.css'

/** Everything that ever happened: search by when, where, who and words. */
export function JournalSearchDialog({ siteId }: { siteId: string | null }) {
  const { t } = useTranslation()
  const { close } = useDialog()
  const listId = useId()
  const [search, changeSearch] = useSearch(siteId)
  const [chosen, setChosen] = useState<string | null>(null)
  const found = usePages('journal', requestOf(search))
  const hit = found.rows.find(({ seq }) => String(seq) === chosen) ?? found.rows[0]
  const change = (part: Partial<Search>) => {
    changeSearch(part)
    setChosen(null)
  }
  const open = useOpenIncident()
  const list = {
    ...{ rows: found.rows, chosen: hit ? String(hit.seq) : null, onChoose: setChosen, listId },
    onConfirm: () => hit && open(hit),
  }
  return (
    <Dialog
      title={t('records:search.title')}
      width="large"
      onClose={close}
      footer={
        <Button onClick={close} keys="escape">
          {t('app:close')}
        </Button>
      }
    >
      <SearchForm search={search} onChange={change} list={list} />
      <p className="journal-search__count" aria-live="polite">
        {found.phase === 'failed' ? t('records:unknown') : null}
        {found.phase !== 'failed'
          ? t(found.next === null ? 'records:search.all' : 'records:search.newest', {
              count: found.rows.length,
            })
          : null}
        {found.behind > 0 ? ` ${t('records:behind', { count: found.behind })}` : null}
      </p>
      {hit ? (
        <div className="journal-search__pair">
          <FoundList {...list} more={found.next === null ? null : found.more} />
          <FoundEntry key={hit.seq} hit={hit} onOpen={open} onSearch={change} />
        </div>
      ) : (
        <EmptyState
          text={t(found.phase === 'asking' ? 'records:search.asking' : 'records:search.none')}
          hint={t('records:search.none-hint')}
        />
      )}
    </Dialog>
  )
}

/** The search. Its typed and chosen fields are there again on return. */
function useSearch(siteId: string | null): readonly [Search, (part: Partial<Search>) => void] {
  const [typed, type] = useDraftFields()
  const [only, setOnly] = useState<Pick<Search, 'siteId' | 'incidentId'>>({
    siteId,
    incidentId: null,
  })
  const change = ({ siteId: site, incidentId: incident, ...fields }: Partial<Search>) => {
    setOnly((before) => ({
      siteId: site === undefined ? before.siteId : site,
      incidentId: incident === undefined ? before.incidentId : incident,
    }))
    for (const [field, text] of Object.entries(fields)) type(field, text)
  }
  return [{ ...emptySearch, ...typed, ...only }, change]
}

function useOpenIncident(): (hit: Hit) => void {
  const { store } = usePorts()
  const { close } = useDialog()
  return ({ incidentId, siteId }) => {
    if (incidentId !== null && store.getState().room.incidents.has(incidentId)) {
      close()
      selectOnly(store, { kind: 'incident', incidentId })
    } else if (siteId !== null) {
      close()
      selectOnly(store, { kind: 'site', siteId })
    }
  }
}
