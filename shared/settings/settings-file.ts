import { z } from 'zod'
import { type Refusal, sentence } from '../lang/decision'
import { deskSoundSchema } from '../sound/desk-sound'
import { deskLayoutSchema } from './layout'
import { peopleSchema, preferencesSchema } from './preferences'

/** The form of the file; a later form gets the next number. */
const version = 1
const mark = 'navbatchi-settings'

/**
 * What one file carries from desk to desk. It leaves out what belongs to one machine: its name, its
 * hub, its beacon.
 */
const carriedSchema = z.object({
  desk: preferencesSchema,
  sound: deskSoundSchema,
  people: peopleSchema,
  layout: deskLayoutSchema,
})
export type CarriedSettings = z.output<typeof carriedSchema>

/** In a form that people can read and compare. */
export const settingsFileText = (carried: CarriedSettings): string =>
  `${JSON.stringify({ file: mark, version, ...carried }, null, 2)}\n`

/** Larger than any such file: anything larger is another file. */
export const settingsFileLimit = 1_000_000

const headSchema = z.object({ file: z.literal(mark), version: z.number().int() })

/** Reads a whole settings file, or says what is wrong; it never accepts a part. */
export function readSettingsFile(text: string): CarriedSettings | Refusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return otherFile
  }
  const head = headSchema.safeParse(value)
  if (!head.success) return otherFile
  if (head.data.version > version)
    return sentence(
      'settings-file-newer',
      'These settings were written by a newer version of the console; update this one first',
    )
  const read = carriedSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return sentence(
    'settings-file-wrong',
    'Nothing was changed: the file has a value at {where} that the console does not know',
    { where: issue?.path.map(String).join('.') ?? '' },
  )
}

export const isRefusal = (read: CarriedSettings | Refusal): read is Refusal => 'code' in read

const otherFile = sentence(
  'settings-file-other',
  'This file holds no settings of a console; choose one that was exported here',
)
