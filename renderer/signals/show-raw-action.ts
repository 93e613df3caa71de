import { sentence } from '../../shared/lang/decision'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'

/** The site whose signals are meant. A car on its way there does not mean it. */
const siteAbout = (data: ConsoleData, about: Selection): string | null => {
  const { site, team } = subjectOf(data, about)
  return team ? null : (site?.id ?? null)
}

/** Shows the signals of a site as they were received, byte by byte. */
export const showRawAction = dialogAction({
  id: 'show-raw-signals',
  keys: 'shift+f',
  group: 'signals',
  refusal: (data, about) =>
    siteAbout(data, about) ? null : sentence('no-site-selected', 'Select a site first'),
  dialog(data, about) {
    const siteId = siteAbout(data, about)
    return siteId ? { kind: 'raw-signals', siteId } : null
  },
})
