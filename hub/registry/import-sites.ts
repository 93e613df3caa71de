import type { Actor } from '../../shared/accounts/actor'
import { type CheckedRow, checkRow } from '../../shared/registry/check-row'
import type { ImportReport } from '../../shared/registry/import-report'
import { type ImportPlan, planImport, type RowSaying } from '../../shared/registry/plan-import'
import type { Register } from '../../shared/registry/register'
import type { WholeRoom } from '../../shared/room/room'
import type { Keeper } from '../keeper/keeper-port'
import type { DuressWords } from '../secrets/duress-words'
import type { PictureStore } from '../sites/picture-store'
import { createPause, inSlices } from './pause'
import { UnreadableFile } from './read-text'
import { recordChanges } from './record-changes'
import type { RegisterFile } from './register-file'

export interface ImportDeps {
  readonly keeper: Pick<Keeper, 'room' | 'record'>
  readonly duressWords: Pick<DuressWords, 'setAll' | 'available'>
  readonly pictures: Pick<PictureStore, 'sent'>
}

export interface ImportOptions {
  readonly dryRun: boolean
  /** Records the good rows even when others are bad. */
  readonly skipBad: boolean
  readonly by: Actor
}

/**
 * Most rows of a file: several times the sites of a duty unit, and a bound on what is held while
 * they are checked.
 */
const mostRows = 100_000

/**
 * Reads a register to its end, checks every row and records what is new or changed. With bad rows
 * it records nothing unless told to skip them. Alarms do not wait for it: it pauses every few
 * milliseconds and records in small batches. Rejects with UnreadableFile, or with NotStored. In the
 * second case what was recorded until then stays, and counts as unchanged when the file is imported
 * again.
 */
export async function importSites(
  file: RegisterFile,
  { dryRun, skipBad, by }: ImportOptions,
  deps: ImportDeps,
): Promise<ImportReport> {
  const register = registerOf(deps)
  const rows = await checkAll(file, register)
  const plan = await inSlices(planImport(rows, register))
  const records = !dryRun && (skipBad || plan.bad.length === 0)
  const { recorded, late } = records
    ? await recordChanges(plan.changes, {
        ...deps,
        by,
        registerOf: (room) => registerOf(deps, room),
      })
    : { recorded: 0, late: [] }
  return reportOf(file, plan, { dryRun, recorded, late })
}

function registerOf(
  { keeper, duressWords, pictures }: ImportDeps,
  room: WholeRoom = keeper.room(),
): Register {
  return {
    sites: room.sites,
    accounts: room.accounts,
    pictures: pictures.sent(),
    secretsTrouble: duressWords.available(),
  }
}

async function checkAll(file: RegisterFile, register: Register): Promise<CheckedRow[]> {
  const rows: CheckedRow[] = []
  const pause = createPause()
  for await (const row of file.rows) {
    if (rows.length >= mostRows)
      throw new UnreadableFile(
        `The file has more than ${mostRows.toLocaleString('en')} rows; divide it`,
      )
    rows.push(checkRow(row, register))
    if (pause.due()) await pause.rest()
  }
  return rows
}

interface Outcome {
  readonly dryRun: boolean
  readonly recorded: number
  /** Rows that were good until the register changed while they were being recorded. */
  readonly late: readonly (RowSaying & { readonly isNew: boolean })[]
}

function reportOf(
  file: RegisterFile,
  plan: ImportPlan,
  { dryRun, recorded, late }: Outcome,
): ImportReport {
  const bad = [...plan.bad, ...late].sort((a, b) => a.line - b.line)
  const lateNew = late.filter(({ isNew }) => isNew).length
  const { counts } = plan
  return {
    dryRun,
    recorded,
    counts: {
      new: counts.new - lateNew,
      changed: counts.changed - (late.length - lateNew),
      unchanged: counts.unchanged,
      bad: bad.length,
    },
    bad: bad.map(({ line, feature, account, text }) => ({
      line,
      ...of(feature),
      account,
      reason: text,
    })),
    warnings: plan.warnings.map(({ line, feature, account, text }) => ({
      line,
      ...of(feature),
      account,
      text,
    })),
    unknownColumns: [...file.unknown],
    read: file.read,
  }
}

const of = (feature: number | undefined) => (feature === undefined ? {} : { feature })
