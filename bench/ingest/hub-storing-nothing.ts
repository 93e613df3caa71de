import type { OpenStore } from '../../hub/keeper/journal-store'
import { createLog } from '../../hub/log'
import { parseHubOptions } from '../../hub/options'
import { startHub } from '../../hub/start-hub'
import type { RecordsDesk } from '../../node/records/records-desk'
import { pagesOf } from '../../shared/journal/entry-page'
import { createMemoryJournal } from '../../shared/journal/memory-journal'

/*
 * The hub with storing turned off, for comparison: everything is received, judged, hashed and
 * shown, nothing is written anywhere. For measuring only; the hub itself has no such option.
 */
const journal = createMemoryJournal()
const noRecords: RecordsDesk = {
  ask: async () => '{}',
  state: () => ({ seq: 0, head: 0, fault: null }),
  grown: () => {},
  close: async () => {},
}
const storeNothing: OpenStore = () => ({
  file: 'nowhere',
  journal: { ...journal, append: async () => ({ ok: true }) },
  pages: pagesOf(journal),
  probe: () => {},
  saveSnapshot: async () => '0'.repeat(64),
  explain: String,
  openRecords: () => noRecords,
  close: async () => {},
})

const surroundings = { log: createLog(process.env), env: process.env, openStore: storeNothing }
const hub = await startHub(parseHubOptions(process.argv.slice(2)), surroundings)
process.once('SIGTERM', () => void hub.stop().then(() => process.exit(0)))
console.log(JSON.stringify({ ready: true, http: hub.http, dc09: hub.dc09 }))
