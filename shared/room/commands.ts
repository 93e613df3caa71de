import { z } from 'zod'
import { idSchema } from '../lang/id'
import { type Merged, merged } from './merged'
import type { CommandIn } from './noun'
import { nouns } from './nouns'

const fields = merged(nouns, 'commands')
type Fields = Merged<typeof nouns, 'commands'>

/**
 * What people and teams may ask for. The sender chooses the ids of new things, so that a command
 * written while the hub is away can already be referred to by later ones.
 */
export type Command = CommandIn<Fields>
export type CommandType = keyof Fields
export type CommandOf<Type extends CommandType> = CommandIn<Fields, Type>

export const commandTypes = Object.keys(fields) as readonly CommandType[]

const [first, ...others] = commandTypes.map((type) =>
  z.object({ type: z.literal(type), ...fields[type].shape }),
)
if (first === undefined) throw new Error('There is no command at all')
// The compiler knows each command by its type, but not the options made from them.
export const commandSchema = z.discriminatedUnion('type', [
  first,
  ...others,
]) as unknown as z.ZodType<Command>

/** A command in transit. Its own id makes it take effect once, however often it is sent. */
export const envelopeSchema = z.object({
  commandId: idSchema,
  command: commandSchema,
  /**
   * When it was given, by the console's clock (ms). Shown with pending commands, never used to
   * decide.
   */
  issuedAt: z.number().int(),
})
export type Envelope = z.output<typeof envelopeSchema>
