import { openDialog } from '../console/console-changes'
import type { LineCommand } from '../console/line-command'

const searchLine: LineCommand = {
  id: 'search-journal',
  words: ['y', 'journal'],
  takes: ['text'],
  refusal: () => null,
  perform({ ports }, { text }) {
    openDialog(ports, { kind: 'search-journal', siteId: null }, { words: text })
  },
}

export const recordsLine: readonly LineCommand[] = [searchLine]
