import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { parseHubAddress } from '../node/hub-address'
import { type HubTrust, readTrust } from '../node/hub-trust'
import {
  type ImportReport,
  importRefusedSchema,
  importReportSchema,
} from '../shared/registry/import-report'
import { withoutUnseen } from '../shared/text/shown-text'
import { problemSchema, sessionSchema } from '../shared/wire/sessions'
import { type AskHub, createAskHub, type HubAnswer } from './ask-hub'

/*
 * node --import tsx scripts/import-sites.ts FILE --hub URL [--dry-run] [--skip-bad] [--encoding
 * NAME] [--media DIR] Sends a register of sites (docs/registry.md) to a hub and prints what became of it. Exit 0
 * when every row was good; 1 when rows are bad or the hub refused; 2 when the command line is not
 * right.
 */

const usage = `node --import tsx scripts/import-sites.ts FILE --hub URL [--dry-run] [--skip-bad] [--encoding NAME]
  [--media DIR] [--hub-ca FILE] [--hub-pin SHA256]

  FILE        .csv, .tsv or .txt: a table; .geojson or .json: a FeatureCollection
  --hub URL   the hub, such as http://127.0.0.1:7410
  --media DIR pictures that the column "pictures" names (.png, .jpg, .jpeg, .webp; 4 MB each); they are sent first
  --hub-ca    certificate of a private authority that the hub's own is signed by (a file, PEM)
  --hub-pin   the hub's own certificate, by its SHA-256
  --dry-run   check every row, record nothing
  --skip-bad  record the good rows although some are bad
  --encoding  how the file is written: utf-8, windows-1251, cp866, koi8-r, mac-cyrillic …, in any case and by any of
              their names; else it is found out

The user and password are taken from NAVBATCHI_USER and NAVBATCHI_PASSWORD: a supervisor's or an administrator's.`

const typeOf: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/csv',
  '.txt': 'text/csv',
  '.json': 'application/geo+json',
  '.geojson': 'application/geo+json',
}

const sentSchema = z.object({ picture: z.string() })

interface Task {
  readonly file: string
  readonly type: string
  readonly hub: string
  readonly trust: HubTrust
  readonly dryRun: boolean
  readonly skipBad: boolean
  /** The hub validates this, because it knows the encoding names. */
  readonly encoding: string | undefined
  /** A folder of pictures. */
  readonly media: string | undefined
  readonly username: string
  readonly password: string
}

function readTask(args: readonly string[], env: NodeJS.ProcessEnv): Task {
  const options = {
    hub: { type: 'string' },
    'hub-ca': { type: 'string' },
    'hub-pin': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-bad': { type: 'boolean' },
    encoding: { type: 'string' },
    media: { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error('Name one file')
  if (values.hub === undefined) throw new Error('Name the hub: --hub URL')
  const type = typeOf[extname(file).toLowerCase()]
  if (type === undefined) throw new Error(`${file} is neither .csv nor .geojson`)
  const { NAVBATCHI_USER: username, NAVBATCHI_PASSWORD: password } = env
  if (!username || !password) throw new Error('Set NAVBATCHI_USER and NAVBATCHI_PASSWORD')
  const { 'dry-run': dryRun = false, 'skip-bad': skipBad = false, encoding } = values
  return {
    file,
    type,
    hub: parseHubAddress(values.hub),
    trust: readTrust({
      hub: values.hub,
      ca: values['hub-ca'] ?? null,
      pin: values['hub-pin'] ?? null,
    }),
    dryRun,
    skipBad,
    encoding,
    media: values.media,
    username,
    password,
  }
}

/** What the hub says, as one of the schemas; anything else is thrown as its sentence. */
function read<Schema extends z.ZodType>(
  { status, json }: HubAnswer,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const problem = problemSchema.safeParse(json)
  throw new Error(problem.success ? problem.data.message : `The hub answered ${status}`)
}

async function importFile({ file, type, ...task }: Task): Promise<ImportReport> {
  const body = readFileSync(file)
  const ask = createAskHub(task.hub, task.trust)
  const authorization = await signIn(ask, task)
  try {
    if (task.media !== undefined && !task.dryRun) await sendPictures(ask, authorization, task.media)
    const query = new URLSearchParams({
      dryRun: String(task.dryRun),
      skipBad: String(task.skipBad),
      ...(task.encoding !== undefined && { encoding: task.encoding }),
    })
    const headers = { authorization, 'content-type': type }
    const answer = await ask(`/v1/sites/import?${query}`, { method: 'POST', headers, body })
    return read(answer, answer.status === 422 ? importRefusedSchema : importReportSchema)
  } finally {
    await ask('/v1/sessions', { method: 'DELETE', headers: { authorization } })
  }
}

const picture = /\.(?:png|jpe?g|webp)$/i

/** Sends every picture of a folder; one that the hub refuses is named, and the register waits. */
async function sendPictures(ask: AskHub, authorization: string, folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => picture.test(name))
  for (const name of names) {
    const headers = { authorization, 'content-type': 'application/octet-stream' }
    const path = `/v1/pictures?${new URLSearchParams({ name })}`
    const answer = await ask(path, {
      method: 'PUT',
      headers,
      body: readFileSync(join(folder, name)),
    })
    try {
      read(answer, sentSchema)
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  console.log(`Pictures sent: ${names.length}.`)
}

async function signIn(
  ask: AskHub,
  { username, password }: Pick<Task, 'username' | 'password'>,
): Promise<string> {
  const answer = await ask('/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  return `Bearer ${read(answer, sessionSchema).token}`
}

type Said = Pick<ImportReport['bad'][number], 'line' | 'feature' | 'account'>

const placeOf = ({ line, feature, account }: Said): string =>
  `  line ${line}${feature === undefined ? '' : ` (feature ${feature})`}${account === null ? '' : `, account ${account}`}`

function* linesOf({
  dryRun,
  recorded,
  counts,
  bad,
  warnings,
  unknownColumns,
  read,
}: ImportReport): Generator<string> {
  const separator = read.separator === undefined ? '' : `, cells apart by ${read.separator}`
  yield `Read as ${read.format === 'csv' ? 'CSV' : 'GeoJSON'} in ${read.encoding}${separator}.`
  if (read.orElse)
    yield `It may be ${read.orElse} as well: look at the names on the console, or name it (--encoding ${read.orElse}).`
  if (read.warning) yield `${read.warning}.`
  if (unknownColumns.length > 0)
    yield `Columns nobody knows, not taken: ${unknownColumns.join(', ')}`
  if (bad.length > 0) yield `Bad rows: ${bad.length}`
  for (const row of bad) yield `${placeOf(row)}: ${row.reason}`
  if (warnings.length > 0) yield `Worth a look: ${warnings.length}`
  for (const row of warnings) yield `${placeOf(row)}: ${row.text}`
  yield `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.bad} bad.`
  if (dryRun) yield 'This was a dry run: nothing was recorded.'
  else if (recorded > 0) yield `Recorded: ${recorded} sites.`
  else yield 'Nothing was recorded.'
}

/**
 * Makes a line safe for a terminal: text from a file must not move the cursor or colour what
 * follows.
 */
const plain = (line: string): string => withoutUnseen(line.replace(/\p{Cc}/gu, ' '))

async function main(): Promise<void> {
  let task: Task
  try {
    task = readTask(process.argv.slice(2), process.env)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  try {
    const report = await importFile(task)
    for (const line of linesOf(report)) console.log(plain(line))
    if (report.counts.bad > 0) process.exitCode = 1
  } catch (error) {
    console.error(plain(`Not imported: ${error instanceof Error ? error.message : String(error)}`))
    process.exitCode = 1
  }
}

await main()
