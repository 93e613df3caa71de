import { storageTrouble } from '../../node/sqlite'
import type { Actor } from '../../shared/accounts/actor'
import type { CheckedRow } from '../../shared/registry/check-row'
import type { WordChange } from '../../shared/registry/duress-cell'
import { type PlannedChange, type RowSaying, stillFits } from '../../shared/registry/plan-import'
import type { Register } from '../../shared/registry/register'
import type { WholeRoom } from '../../shared/room/room'
import { accountsOf, type Site } from '../../shared/sites/site'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import type { DuressWords } from '../secrets/duress-words'

type WordKeeper = Pick<DuressWords, 'setAll'>

/**
 * Sites in one entry: few entries for thousands of sites, each recorded within some milliseconds.
 */
const sitesPerEntry = 200
/**
 * Held signals that take effect with one entry, beyond those of its first site: some tens of
 * milliseconds in which nothing else is judged. Otherwise a register imported after its panels were
 * connected would stop everything for seconds.
 */
const heldPerEntry = 1_000

export interface RecordDeps {
  readonly keeper: Pick<Keeper, 'record' | 'room'>
  readonly duressWords: WordKeeper
  readonly by: Actor
  readonly registerOf: (room: WholeRoom) => Register
}

export interface Recorded {
  readonly recorded: number
  /** Rows that no longer fit, because somebody else changed the register meanwhile. */
  readonly late: readonly LateRow[]
}

type LateRow = RowSaying & { readonly isNew: boolean }

interface Fitting {
  readonly sites: readonly Site[]
  readonly late: readonly LateRow[]
}

/**
 * Records the planned changes batch by batch; each is durable before the next. Rejects with
 * NotStored.
 */
export async function recordChanges(
  changes: readonly PlannedChange[],
  deps: RecordDeps,
): Promise<Recorded> {
  const planned = new Map(changes.map((change) => [change.site.id, change]))
  const late: LateRow[] = []
  let recorded = 0
  for (let at = 0; at < changes.length; ) {
    const batch = changes.slice(at, at + batchSize(changes, at, deps.keeper.room()))
    at += batch.length
    keepWords(batch, deps.duressWords)
    // Decided again when signals held for these sites must be read first; the last decision counts.
    let fitting: Fitting = { sites: [], late: [] }
    await deps.keeper.record((room) => {
      fitting = whatFits(batch, deps.registerOf(room), planned)
      const { sites } = fitting
      return sites.length === 0 ? [] : [{ type: 'sites-registered', data: { sites: [...sites] } }]
    }, deps.by)
    recorded += fitting.sites.length
    late.push(...fitting.late)
    forgetWords(batch, deps.duressWords)
  }
  return { recorded, late }
}

function whatFits(
  batch: readonly PlannedChange[],
  register: Register,
  planned: ReadonlyMap<string, PlannedChange>,
): Fitting {
  const sites: Site[] = []
  const late: LateRow[] = []
  for (const change of batch) {
    const row = stillFits(change, register, planned)
    if (row.site && row.reasons.length === 0) sites.push(row.site)
    else late.push(lateRow(change, row))
  }
  return { sites, late }
}

/** How many changes from `at` on are recorded together. Sites and held signals both limit it. */
function batchSize(changes: readonly PlannedChange[], at: number, { held }: WholeRoom): number {
  let signals = 0
  let size = 0
  for (const { site } of changes.slice(at, at + sitesPerEntry)) {
    for (const account of accountsOf(site)) signals += held.get(account)?.seqs.length ?? 0
    if (size > 0 && signals > heldPerEntry) return size
    size += 1
  }
  return size
}

const lateRow = ({ place, account, before }: PlannedChange, { reasons }: CheckedRow) => ({
  ...{ ...place, account, text: reasons.join('; '), isNew: before === undefined },
})

/** Words are kept before the site is recorded, so that a contact said to have a word has one. */
const keepWords = (batch: readonly PlannedChange[], words: WordKeeper) =>
  changeWords(batch, words, ({ word }) => word !== null)
/** Removed words are forgotten after the site is recorded, for the same reason. */
const forgetWords = (batch: readonly PlannedChange[], words: WordKeeper) =>
  changeWords(batch, words, ({ word }) => word === null)

function changeWords(
  batch: readonly PlannedChange[],
  duressWords: WordKeeper,
  meant: (change: WordChange) => boolean,
): void {
  const changes = batch.flatMap(({ site, words }) =>
    words.filter(meant).map((change) => ({ siteId: site.id, ...change })),
  )
  if (changes.length === 0) return
  try {
    duressWords.setAll(changes)
  } catch (error) {
    throw new NotStored(`duress words cannot be kept: ${storageTrouble(error)}`)
  }
}
