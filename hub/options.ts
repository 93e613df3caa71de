import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Language, languageSchema } from '../shared/lang/language'
import type { TlsFiles } from './tls'

export const usage = `npm run hub -- --data DIR [options]

  --data DIR             where the journal, the accounts and the tracks are kept; made when it is not there
  --host ADDRESS         address to listen on                      (127.0.0.1)
  --http-port PORT       HTTP, consoles and teams; 0: a free one   (7410)
  --dc09-port PORT       DC-09 by TCP and UDP; 0: a free one       (7411)
  --tls-cert FILE        certificate (PEM, with its chain): HTTP, consoles and teams then speak TLS
  --tls-key FILE         its private key (PEM)
  --receivers FILE       lines of alarm receivers (Sur-Gard, Ademco 685), see docs/reception.md
  --source-rate N        DC-09 messages a second of one address       (10000)
  --demo                 found a demo unit with sites, teams and users; listens on this machine only
  --demo-teams N         teams of a demo unit, for measuring         (48)
  --demo-sites N         sites of a demo unit, for measuring         (19250)
  --demo-language CODE   names in a demo unit: uz-Latn, uz-Cyrl, ru, en (en)
  --found-anew           begin a new journal where the old one of this unit is gone
  --max-journal-mb MB    quota of the journal; when it is reached nothing is acknowledged any more

NAVBATCHI_BOOTSTRAP_ADMIN=name:password makes the first administrator.
NAVBATCHI_SECRETS_KEY=KEY seals keys of accounts and duress words: 32 random bytes, see SECURITY.md
NAVBATCHI_METRICS_TOKEN=TOKEN lets a program read /metrics from another machine: 16 characters or more`

/** A port number given as an option; 0 picks a free one. */
export const portSchema = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0)
  .max(65_535)

/** Up to the size of the largest unit in the benchmarks. Left out, the demo's own number. */
export const demoTeamsSchema = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1)
  .max(1_000)
  .optional()

/** Limited by the accounts a demo has to give. Left out, the demo's own number. */
export const demoSitesSchema = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(100)
  .max(40_000)
  .optional()

const megabyte = 1024 * 1024

const optionsSchema = z.object({
  data: z.string('say where to keep the data').min(1, 'say where to keep the data'),
  host: z.string().min(1).default('127.0.0.1'),
  'http-port': portSchema.default(7410),
  'dc09-port': portSchema.default(7411),
  'database-url': z
    .undefined(
      'PostgreSQL is not available yet; the journal is kept in SQLite in the data directory',
    )
    .optional(),
  demo: z.boolean().default(false),
  'demo-teams': demoTeamsSchema,
  'demo-sites': demoSitesSchema,
  'demo-language': languageSchema.optional(),
  'found-anew': z.boolean().default(false),
  receivers: z.string().min(1).optional(),
  'tls-cert': z.string().min(1).optional(),
  'tls-key': z.string().min(1).optional(),
  'source-rate': z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1)
    .max(1_000_000)
    .optional(),
  'max-journal-mb': z.coerce.number('must be a number').positive('must be more than 0').optional(),
})

export interface HubOptions {
  readonly data: string
  readonly host: string
  readonly httpPort: number
  readonly dc09Port: number
  readonly demo: boolean
  readonly demoTeams?: number | undefined
  readonly demoSites?: number | undefined
  /** Language of the names in a demo. Left out, English. */
  readonly demoLanguage?: Language | undefined
  readonly maxJournalBytes: number | null
  /** Files of the certificate and its key. Left out, connections are not encrypted. */
  readonly tls?: TlsFiles | undefined
  /** Found the journal again when it is gone although its unit was at work here. */
  readonly foundAnew?: boolean | undefined
  readonly receivers?: string | undefined
  /** Messages a second taken from one address. Left out, the listener's default. */
  readonly sourceRate?: number | undefined
}

/** Throws one sentence that names the option that is wrong. */
export function parseHubOptions(args: readonly string[]): HubOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      host: { type: 'string' },
      'http-port': { type: 'string' },
      'dc09-port': { type: 'string' },
      'database-url': { type: 'string' },
      demo: { type: 'boolean' },
      'demo-teams': { type: 'string' },
      'demo-sites': { type: 'string' },
      'demo-language': { type: 'string' },
      'max-journal-mb': { type: 'string' },
      'found-anew': { type: 'boolean' },
      receivers: { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'source-rate': { type: 'string' },
    },
  })
  const parsed = optionsSchema.safeParse(values)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`--${String(issue?.path[0])}: ${issue?.message}`)
  }
  const { data, host, demo } = parsed.data
  const maxMegabytes = parsed.data['max-journal-mb']
  return {
    data,
    host,
    demo,
    demoTeams: parsed.data['demo-teams'],
    demoSites: parsed.data['demo-sites'],
    demoLanguage: parsed.data['demo-language'],
    foundAnew: parsed.data['found-anew'],
    httpPort: parsed.data['http-port'],
    dc09Port: parsed.data['dc09-port'],
    tls: tlsFiles(parsed.data['tls-cert'], parsed.data['tls-key']),
    receivers: parsed.data.receivers,
    sourceRate: parsed.data['source-rate'],
    maxJournalBytes: maxMegabytes === undefined ? null : Math.round(maxMegabytes * megabyte),
  }
}

function tlsFiles(cert: string | undefined, key: string | undefined): TlsFiles | undefined {
  if (cert !== undefined && key !== undefined) return { cert, key }
  if (cert === undefined && key === undefined) return undefined
  throw new Error('--tls-cert and --tls-key belong together: give both')
}
