import { z } from 'zod'
import { idSchema } from '../lang/id'

/** The categories of protected sites, strictest first. */
export const siteCategories = ['particularly-important', 'categorised', 'national-economic', 'residential'] as const
export const siteCategorySchema = z.enum(siteCategories)
export type SiteCategory = z.output<typeof siteCategorySchema>

export const placeSchema = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

/** Accounts are hex digits on the wire (DC-09: 3 to 16); kept in upper case. */
export const accountSchema = z.string().regex(/^[0-9A-F]{1,16}$/, 'an account of 1 to 16 hexadecimal digits')

export const zoneSchema = z.object({ number: z.string().max(8), name: z.string().max(120) })
export const contactSchema = z.object({
  role: z.string().max(80),
  name: z.string().max(120),
  phone: z.string().max(40),
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
})
export type Site = z.output<typeof siteSchema>

export const siteEvents = {
  /** New sites, and new versions of known ones (by id); in batches, so that an import of thousands stays a few entries. */
  'sites-registered': z.object({ sites: z.array(siteSchema).min(1).max(1000) }),
} as const
