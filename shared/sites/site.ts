import { z } from 'zod'
import { toleranceSchema } from '../dc09/tolerances'
import { placeSchema } from '../geo/place'
import { idSchema } from '../lang/id'
import { planNameSchema } from '../plans/plan-names'
import { textEncodingSchema } from '../text/read-bytes'
import { accountSchema } from './account'
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
export const contactSchema = z.object({
  role: z.string().max(80),
  name: z.string().max(120),
  phone: z.string().max(40),
  /**
   * A word is agreed on by which this person says to be under threat. The word itself is kept in
   * the hub's vault only.
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
   * How often it says something, s (any message counts); after how much silence it is missed:
   * hub/supervision. Null: not supervised.
   */
  interval: z.number().int().min(10, 'at least 10 s').max(604_800, 'at most 7 days').nullable(),
  /** Departures from the standard let pass for this account, see shared/dc09/tolerances.ts. */
  tolerances: z.array(toleranceSchema).max(10),
  /** `required`: what comes in clear is refused. */
  encryption: z.enum(['optional', 'required']),
  /** How its panel writes texts that are not UTF-8; left out, it is found out. */
  textEncoding: textEncodingSchema.optional(),
})
export type Line = z.output<typeof lineSchema>

/** An account nobody set anything for: strict, unsupervised. */
export const plainLine = (account: string): Line => ({
  account,
  interval: null,
  tolerances: [],
  encryption: 'optional',
})

/** A protected object: what the officer's site card shows. Contacts stand in call order. */
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
  /**
   * Settings of `account`, and further accounts that report for this site: a second path, a fire
   * panel beside the first.
   */
  lines: z.array(lineSchema).max(16).optional(),
  /**
   * The plan its alarms follow whatever their kind; left out, the kind's own. An armed threat keeps
   * its plan.
   */
  responsePlan: planNameSchema.optional(),
  /** When it is to be closed and opened; left out, nobody waits for either. */
  schedule: scheduleSchema.optional(),
})
export type Site = z.output<typeof siteSchema>

export const siteEvents = {
  /**
   * New sites, and new versions of known ones (by id); in batches, so that an import of thousands
   * stays a few entries.
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

/** How an account of a site is received. */
export const lineOf = (site: Site, account: string): Line =>
  site.lines?.find((line) => line.account === account) ?? plainLine(account)
