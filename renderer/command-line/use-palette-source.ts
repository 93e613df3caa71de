import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmKind } from '../../shared/codes/kinds'
import { languages } from '../../shared/lang/language'
import { useConsole } from '../console/console-context'
import { useActions } from '../console/feature-parts'
import { indexSites, searchSites } from '../console/site-search'
import { type Findable, findable } from './match-words'
import type { PaletteSource } from './palette-rows'

/** What the palette looks through for a query. */
export function usePaletteSource(query: string): PaletteSource {
  const actions = useActionTexts()
  const work = useWork()
  const teams = useConsole((data) => data.room.teams)
  const sites = useConsole((data) => data.room.sites)
  const index = useMemo(() => indexSites(sites), [sites])
  const foundSites = useMemo(() => searchSites(index, query), [index, query])
  const found = useMemo(() => {
    const texts = new Map(
      [...teams.values()].map((team) => [team.id, findable(team.callSign, team.name, team.post)]),
    )
    return { items: [...teams.values()], textOf: textsBy(texts) }
  }, [teams])
  return { actions, ...work, teams: found, sites: foundSites }
}

const nothing = findable('')
const textsBy =
  (texts: ReadonlyMap<string, Findable>) =>
  ({ id }: { readonly id: string }): Findable =>
    texts.get(id) ?? nothing

/** Actions by their name in every language: somebody may know it in another one. */
function useActionTexts(): PaletteSource['actions'] {
  const { i18n } = useTranslation()
  const mode = useConsole((data) => data.mode)
  const actions = useActions(mode)
  return useMemo(() => {
    const named = (id: string) =>
      languages.map((lng) => String(i18n.getResource(lng, 'actions', id) ?? ''))
    const texts = new Map(actions.map(({ id }) => [id, findable(...named(id))]))
    return { items: actions.filter(({ id }) => id !== 'show-palette'), textOf: textsBy(texts) }
  }, [i18n, actions])
}

/** What is open: alarms that wait and incidents, the newest first. */
function useWork(): Pick<PaletteSource, 'incidents' | 'alarms'> {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  return useMemo(() => {
    const text = ({ kind, siteId }: { readonly kind: AlarmKind; readonly siteId: string }) => {
      const site = room.sites.get(siteId)
      return findable(t(`kinds:alarm.${kind}`), site?.name ?? '', site?.address ?? '')
    }
    const incidents = [...room.openIncidents.values()]
      .flatMap((id) => room.incidents.get(id) ?? [])
      .sort((a, b) => b.openedAt - a.openedAt)
    const alarms = [...new Set(room.openAlarms.values())]
      .flatMap((id) => room.alarms.get(id) ?? [])
      .filter(({ phase, bundleId }) => phase === 'raised' && bundleId === undefined)
      .sort((a, b) => b.raisedSeq - a.raisedSeq)
    return {
      incidents: { items: incidents, textOf: text },
      alarms: { items: alarms, textOf: text },
    }
  }, [room, t])
}
