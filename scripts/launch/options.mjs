import { resolve } from 'node:path'

export const usage = `Usage: npm start -- [options]
Opens the console on a hub of its own with the demo region and simulated signals.

  --hub URL           connect to this hub instead; no hub of its own, no simulator
  --hub-ca FILE       certificate of a private authority that the hub's own is signed by
  --hub-pin SHA256    the hub's own certificate, by its fingerprint
  --data DIR          where the journal and all other data are kept (default: .data)
  --http-port N       port of the hub's HTTP interface (default: 7410; 0 picks a free one)
  --dc09-port N       port for alarm panels (default: 7411; 0 picks a free one)
  --no-simulator      no simulated panels and cars
  --rate N            simulated signals a second, some of them alarms (default: 0.2)
  --screenshot FILE   write a picture once the first alarm is on screen
  --language CODE     language of the screens
  --help              show this`

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {string} [hub]
 * @property {string} [hubCa] absolute
 * @property {string} [hubPin]
 * @property {string} [data] absolute
 * @property {number} [httpPort]
 * @property {number} [dc09Port]
 * @property {string} [screenshot] absolute
 * @property {string} [language]
 * @property {boolean} simulator
 * @property {number} rate signals a second
 */

const port = (word) => (/^\d{1,5}$/.test(word) && Number(word) <= 65_535 ? Number(word) : undefined)
const positive = (word) => (/^\d*\.?\d+$/.test(word) && Number(word) > 0 ? Number(word) : undefined)
const hubAddress = (word) =>
  /^https?:$/.test(URL.canParse(word) ? new URL(word).protocol : '') ? word : undefined

/** For each option that takes a value: where it goes, how it is read, what it must be. */
const valued = (from) => ({
  '--hub': { key: 'hub', read: hubAddress, wants: 'an address such as http://127.0.0.1:7410' },
  '--hub-ca': { key: 'hubCa', read: (word) => resolve(from, word), wants: 'a file name' },
  '--hub-pin': { key: 'hubPin', read: (word) => word, wants: 'a SHA-256 of 64 hexadecimal digits' },
  '--data': { key: 'data', read: (word) => resolve(from, word), wants: 'a directory' },
  '--http-port': { key: 'httpPort', read: port, wants: 'a port number' },
  '--dc09-port': { key: 'dc09Port', read: port, wants: 'a port number' },
  '--rate': { key: 'rate', read: positive, wants: 'a number above 0' },
  '--screenshot': { key: 'screenshot', read: (word) => resolve(from, word), wants: 'a file name' },
  '--language': { key: 'language', read: (word) => word, wants: 'the code of a language' },
})

const clash = (options) =>
  options.hub !== undefined && (options.httpPort !== undefined || options.dc09Port !== undefined)
    ? 'With --hub there is no hub of its own, so --http-port and --dc09-port have nothing to set.'
    : undefined

/**
 * Reads the command line of `npm start`.
 * @param {readonly string[]} words
 * @param {string} from directory that relative paths start at
 * @returns {StartOptions | { problem: string }}
 */
export const readStartOptions = (words, from) => {
  const known = valued(from)
  const options = { help: false, simulator: true, rate: 0.2 }
  // Both `--rate 2` and `--rate=2`.
  const rest = words.flatMap((word) =>
    /^--[\w-]+=/.test(word)
      ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
      : [word],
  )
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (word === '--help' || word === '-h') options.help = true
    else if (word === '--no-simulator') options.simulator = false
    else {
      const option = Object.hasOwn(known, word) ? known[word] : undefined
      if (option === undefined) return { problem: `There is no option ${word}.` }
      const given = rest[++at]
      const value = given === undefined || given === '' ? undefined : option.read(given)
      if (value === undefined) return { problem: `${word} wants ${option.wants}.` }
      Object.assign(options, { [option.key]: value })
    }
  }
  const problem = clash(options)
  if (problem !== undefined) return { problem }
  return options
}
