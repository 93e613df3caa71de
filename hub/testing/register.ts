/**
 * A duty unit's register as an installer writes it: one column for each that docs/registry.md
 * promises.
 */

const columns = [
  'account',
  'name',
  'category',
  'purpose',
  'address',
  'town',
  'lat',
  'lon',
  'zones',
  'contacts',
  'duress_words',
  'hazards',
  'access_notes',
  'key_holders',
  'response_plan',
  'schedule',
  'schedule_grace',
  'interval',
  'tolerances',
  'encryption',
  'further_accounts',
] as const
type Row = Partial<Record<(typeof columns)[number], string>> & { readonly account: string }

/** Words that only the officer on the phone line may ever read. */
export const duressWords = ['pomegranate-orchard', 'silver-thistle'] as const

const place = { category: 'categorised', town: 'Qarshi', lat: '38.8612', lon: '65.7904' }
const plain = (account: string, more: Partial<Row> = {}): Row => ({
  ...place,
  account,
  name: `Site ${account}`,
  ...more,
})

/** Sites that each tolerate one departure, by departure. */
export const tolerant = {
  binaryCrc: 'B001',
  crcCoversCr: 'B002',
  decimalLength: 'B003',
  trailingNul: 'B004',
  missingPrefix: 'B005',
  accountInData: 'B006',
  staleTime: 'B007',
} as const

/** Sites in one town on the same mains, as many as a storm needs. */
export const mainsSites = Array.from(
  { length: 30 },
  (_, at) => `50${String(at + 1).padStart(2, '0')}`,
)
export const otherMainsSites = mainsSites.slice(0, 8).map((account) => `F${account}`)

const rows: readonly Row[] = [
  plain('FACE', { name: 'Poll site' }),
  plain('A001', {
    name: 'Bank branch 001',
    purpose: 'Bank branch',
    address: 'Test street 1',
    zones: '1=Main entrance; 2=Hold-up button; 3=Cash room',
    contacts: 'Guard post | Test contact 1 | +998 00 000 10 01; Site manager | | +998 00 000 10 02',
    duress_words: `1=${duressWords[0]}; 2=${duressWords[1]}`,
    hazards: 'Weapon room; Chlorine store',
    access_notes: 'Gate from the lane',
    key_holders: 'Caretaker | Test contact 3 | +998 00 000 10 03',
    response_plan: 'fire',
    schedule: 'mon-sun 00:00-23:59',
    schedule_grace: '0',
    further_accounts: 'A101; A104 encryption=required tolerances=binaryCrc+trailingNul',
  }),
  plain('A002', { interval: '10' }),
  plain('E128', { encryption: 'required' }),
  plain('E192', { encryption: 'required' }),
  plain('E256', { encryption: 'required' }),
  ...Object.entries(tolerant).map(([tolerance, account]) =>
    plain(account, { tolerances: tolerance }),
  ),
  plain('C001', { name: 'Strict site' }),
  plain('1234', { name: 'Sur-Gard site' }),
  plain('1235', { name: 'System III site' }),
  plain('0123', { name: 'Ademco site' }),
  plain('770123', { name: 'Prefixed site' }),
  plain('C0DE', { name: 'Centre site' }),
  plain('7E57', { name: 'Site on test' }),
  ...mainsSites.map((account) => plain(account, { town: 'Kitob', lat: '39.1222', lon: '66.8871' })),
  ...otherMainsSites.map((account) =>
    plain(account, { town: 'Koson', lat: '39.0379', lon: '65.5862' }),
  ),
]

export const siteCount = rows.length

const quoted = (cell: string): string =>
  /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The register as a spreadsheet saves it: with a byte order mark, semicolons and CR LF. */
export const registerCsv = [
  columns,
  ...rows.map((row) => columns.map((column) => row[column] ?? '')),
]
  .map((cells) => cells.map(quoted).join(';'))
  .join('\r\n')
  .replace(/^/, '\uFEFF')
