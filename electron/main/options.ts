import { parseHubAddress } from '../../node/hub-address'
import { type HubTrust, readTrust } from '../../node/hub-trust'
import { type Language, languageSchema } from '../../shared/lang/language'

export interface Options {
  readonly hub: string | null
  readonly trust: HubTrust
  readonly data: string | null
  readonly httpPort: number
  readonly dc09Port: number
  readonly demoTeams: number | null
  readonly demoSites: number | null
  /** Saves a picture of the window to this file once the first alarm is shown. */
  readonly screenshot: string | null
  readonly language: Language | null
}

/**
 * The ports of a standalone hub (docs: npm run hub), so that panels find the embedded hub in the
 * same place.
 */
const defaults = { httpPort: 7410, dc09Port: 7411 }

/**
 * Reads `--name value` and `--name=value`. Skips Chromium's and Electron's own switches. Returns a
 * sentence when one of our values is invalid.
 */
export function readOptions(argv: readonly string[]): Options | string {
  const value = (name: string): string | null => {
    const at = argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
    const word = argv[at]
    if (word === undefined) return null
    return word.includes('=') ? word.slice(word.indexOf('=') + 1) : (argv[at + 1] ?? '')
  }
  try {
    return {
      hub: hubAddress(value('hub')),
      trust: trust(value),
      data: notEmpty('data', value('data')),
      httpPort: port('http-port', value('http-port')) ?? defaults.httpPort,
      dc09Port: port('dc09-port', value('dc09-port')) ?? defaults.dc09Port,
      demoTeams: count('demo-teams', value('demo-teams')),
      demoSites: count('demo-sites', value('demo-sites')),
      screenshot: notEmpty('screenshot', value('screenshot')),
      language: language(value('language')),
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const hubAddress = (text: string | null): string | null =>
  text === null ? null : parseHubAddress(text)

const trust = (value: (name: string) => string | null): HubTrust =>
  readTrust({
    hub: value('hub'),
    ca: notEmpty('hub-ca', value('hub-ca')),
    pin: notEmpty('hub-pin', value('hub-pin')),
  })

function notEmpty(name: string, text: string | null): string | null {
  if (text === '' || text?.startsWith('--')) throw new Error(`--${name} needs a value`)
  return text
}

function port(name: string, text: string | null): number | null {
  if (text === null) return null
  const number = Number(text)
  if (text.trim() === '' || !Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`--${name} takes a whole number from 0 to 65535, not "${text}"`)
  return number
}

function count(name: string, text: string | null): number | null {
  if (text === null) return null
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new Error(`--${name} takes a whole number from 1 on, not "${text}"`)
  return Number(text)
}

function language(text: string | null): Language | null {
  if (text === null) return null
  const parsed = languageSchema.safeParse(text)
  if (!parsed.success)
    throw new Error(`--language takes ${languageSchema.options.join(', ')}, not "${text}"`)
  return parsed.data
}
