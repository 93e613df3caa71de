import fc from 'fast-check'
import { toleranceSchema } from '../dc09/tolerances'
import { planNames } from '../plans/plan-names'
import { type Line, type Site, siteCategories } from '../sites/site'
import { zoneNumber } from '../sites/zone-of'
import { textEncodingSchema } from '../text/read-bytes'
import { unseenIn } from '../text/shown-text'

/** Any text people could type, mostly of characters that mean something in a register. */
const text = (maxLength: number, minLength = 0) =>
  fc
    .oneof(
      fc.string({ maxLength, minLength, unit: 'grapheme' }),
      fc.string({ maxLength, minLength, unit: fc.constantFrom(...'ab 1;=|\\",\t\n\'+-@=ЎқоʻO') }),
    )
    .filter(
      (value) =>
        !/(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(value) &&
        unseenIn(value).length === 0 &&
        value.length <= maxLength,
    )

const name = (maxLength: number) => text(maxLength, 1).filter((value) => value.trim() !== '')

export const anyAccount = fc.string({
  minLength: 3,
  maxLength: 16,
  unit: fc.constantFrom(...'0123456789ABCDEF'),
})

const plainSettings = fc.record({
  interval: fc.option(fc.integer({ min: 10, max: 604_800 })),
  tolerances: fc.uniqueArray(fc.constantFrom(...toleranceSchema.options)),
  encryption: fc.constantFrom('optional' as const, 'required' as const),
})
const settings = fc
  .tuple(plainSettings, fc.option(fc.constantFrom(...textEncodingSchema.options)))
  .map(([plain, textEncoding]) => ({ ...plain, ...(textEncoding !== null && { textEncoding }) }))

const degrees = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0)

const schedule = fc.record({
  utcOffset: fc
    .integer({ min: -48, max: 56 })
    .map((quarters) => (Math.abs(quarters) < 4 ? 0 : quarters * 15)),
  grace: fc.integer({ min: 0, max: 240 }),
  hours: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      open: fc.integer({ min: 0, max: 1_439 }),
      close: fc.integer({ min: 0, max: 1_439 }),
    }),
    { selector: ({ day }) => day, maxLength: 7 },
  ),
})

const contacts = fc.uniqueArray(
  fc.record(
    {
      role: text(20),
      name: name(20),
      phone: text(20),
      hasDuressWord: fc.constant(true as const),
      elsewhere: fc.constant(true as const),
    },
    { requiredKeys: ['role', 'name', 'phone'] },
  ),
  // A word is kept by the name of its contact.
  { selector: (contact) => contact.name.trim(), maxLength: 4 },
)

const zones = fc.uniqueArray(fc.record({ number: text(8), name: text(30) }), {
  selector: ({ number }) => zoneNumber(number.trim()),
  maxLength: 5,
})

/** Pictures as a hub keeps them. */
const kept = fc
  .tuple(fc.nat({ max: 0xffff_ffff }), fc.constantFrom('png', 'jpg', 'webp'))
  .map(([hash, type]) => `${hash.toString(16).padStart(64, '0')}.${type}`)

/**
 * Any site that can be registered with these accounts; the first is its own, and all others report
 * for it too.
 */
export const anySite = (
  id: string,
  [account = '', ...further]: readonly string[],
): fc.Arbitrary<Site> =>
  fc
    .record({
      facts: fc.record({
        name: name(200),
        category: fc.constantFrom(...siteCategories),
        purpose: text(80),
        address: text(200),
        town: text(80),
        location: fc.record({ lon: degrees(180), lat: degrees(90) }),
        zones,
        contacts,
        hazards: fc.array(text(30), { maxLength: 4 }),
      }),
      more: fc.record(
        {
          responsePlan: fc.constantFrom(...planNames),
          schedule,
          accessNotes: text(100),
          pictures: fc.array(fc.record({ picture: kept, caption: text(30) }), {
            minLength: 1,
            maxLength: 2,
          }),
          keyHolders: fc.array(fc.record({ role: text(20), name: text(20), phone: text(20) }), {
            minLength: 1,
            maxLength: 2,
          }),
        },
        { requiredKeys: [] },
      ),
      first: fc.option(settings),
      others: fc.array(settings, { minLength: further.length, maxLength: further.length }),
    })
    .map(({ facts, more, first, others }) => {
      const own: Line[] = first ? [{ account, ...first }] : []
      const rest = further.flatMap((other, at): Line[] => {
        const set = others[at]
        return set ? [{ account: other, ...set }] : []
      })
      const lines = [...own, ...rest]
      return { id, account, ...facts, ...more, ...(lines.length > 0 && { lines }) }
    })

/** A few sites, no account among them twice. */
export const anySites: fc.Arbitrary<Site[]> = fc
  .uniqueArray(anyAccount, { minLength: 1, maxLength: 8 })
  .chain((accounts) => {
    const groups = accounts.reduce<string[][]>((made, account, at) => {
      if (at % 3 === 2) made.at(-1)?.push(account)
      else made.push([account])
      return made
    }, [])
    return fc.tuple(...groups.map((group, at) => anySite(`site-${at + 1}`, group)))
  })
