import { openDialog } from '../console/console-changes'
import type { LineCommand } from '../console/line-command'
import { selectOnly } from '../console/selection'
import { indexSites, searchSites } from '../console/site-search'

/** Shows the one site that is meant, or a list to choose from. */
const findLine: LineCommand = {
  id: 'find-site',
  words: ['f', 'site'],
  takes: ['text'],
  refusal: () => null,
  perform({ data, ports }, { text }) {
    const [found, another] = searchSites(indexSites(data.room.sites), text)
    if (found !== undefined && another === undefined)
      selectOnly(ports.store, { kind: 'site', siteId: found })
    else openDialog(ports, { kind: 'find-site' }, { query: text })
  },
}

export const siteLine: readonly LineCommand[] = [findLine]
