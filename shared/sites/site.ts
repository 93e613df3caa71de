import { z } from 'zod'
import { toleranceSchema } from '../dc09/tolerances'
import { placeSchema } from '../geo/place'
import { idSchema } from '../lang/id'
import { planNameSchema } from '../plans/plan-names'
import { textEncodingSchema } from '../text/read-bytes'
import { accountSchema } from './account'
import { sitePictureSchema } from './picture'
import { scheduleSchema } from './schedule'

/** The categories of protected sites, strictest first. */
export const siteCategories = [
  'particularly-important',
  'categorised',
  'national-economic',
  'residential',
] as const
export const siteCategorySchema = z.enum(siteCategories)
export type SiteCategory = z.output<typeof siteCategorySchema>

export const zoneSchema = z.object({ number: z.string().max(8), name: z.string().max(120) })
const personSchema = z.object({
  role: z.string().max(80),
  name: z.string().max(120),
  phone: z.string().max(40),
})
export const contactSchema = personSchema.extend({
  /**
   * Says that a duress word is agreed with this person. Only the hub's vault has the word itself.
   */
  hasDuressWord: z.literal(true).optional(),
  /**
   * The telephone does not ring at the site. Only such a contact is called while somebody there may
   * be under threat.
   */
  elsewhere: z.literal(true).optional(),
})

/** How the messages of one account are received. */
export const lineSchema = z.object({
  account: accountSchema,
  /**
   * Seconds between messages (any message counts); null: not supervised. hub/supervision says after
   * how much silence the account is missed.
   */
  interval: z.number().int().min(10, 'at least 10 s').max(604_800, 'at most 7 days').nullable(),
  /** Departures from the standard allowed for this account, see shared/dc09/tolerances.ts. */
  tolerances: z.array(toleranceSchema).max(10),
  /** `required`: messages in clear are refused. */
  encryption: z.enum(['optional', 'required']),
  /** How its panel writes texts that are not UTF-8; detected when absent. */
  textEncoding: textEncodingSchema.optional(),
})
export type Line = z.output<typeof lineSchema>

/** An account without settings: strict, unsupervised. */
export const plainLine = (account: string): Line => ({
  account,
  interval: null,
  tolerances: [],
  encryption: 'optional',
})

export const siteSchema = z.object({
  id: idSchema,
  account: accountSchema,
  name: z.string().min(1).max(200),
  category: siteCategorySchema,
  purpose: z.string().max(80),
  address: z.string().max(200),
  town: z.string().max(80),
  location: placeSchema,
  zones: z.array(zoneSchema).max(500),
  contacts: z.array(contactSchema).max(50),
  hazards: z.array(z.string().max(120)).max(50),
  /** How a crew gets in: entrances, codes of gates, where to stop. */
  accessNotes: z.string().max(1_000).optional(),
  /** Floor plans and photos, in the order in which they are looked at. */
  pictures: z.array(sitePictureSchema).max(24).optional(),
  /** Who has keys and can be fetched. */
  keyHolders: z.array(personSchema).max(20).optional(),
  /**
   * Settings of `account`, and further accounts that report for this site: a second path, or a fire
   * panel beside the first.
   */
  lines: z.array(lineSchema).max(16).optional(),
  /**
   * The plan for all its alarms; absent, each kind has its own. An armed threat always keeps its
   * plan.
   */
  responsePlan: planNameSchema.optional(),
  /** When it should be closed and opened; absent, nobody waits for either. */
  schedule: scheduleSchema.optional(),
})
export type Site = z.output<typeof siteSchema>

export const siteEvents = {
  /**
   * New sites and new versions of known ones (by id), in batches: an import of thousands stays a
   * few entries.
   */
  'sites-registered': z.object({ sites: z.array(siteSchema).min(1).max(1000) }),
} as const

interface HasAccounts {
  readonly account: string
  readonly lines?: readonly Pick<Line, 'account'>[] | undefined
}

/** Every account that reports for a site, its first one first. */
export const accountsOf = ({ account, lines = [] }: HasAccounts): string[] => [
  ...new Set([account, ...lines.map((line) => line.account)]),
]

export const lineOf = (site: Site, account: string): Line =>
  site.lines?.find((line) => line.account === account) ?? plainLine(account)
