import { z } from 'zod'
import { idSchema } from '../lang/id'
import { type Merged, merged } from './merged'
import type { CommandIn } from './noun'
import { nouns } from './nouns'

const fields = merged(nouns, 'commands')
type Fields = Merged<typeof nouns, 'commands'>

/**
 * What people and teams may ask for. Whoever starts a thing names it (ids come in on the command),
 * so that a command written while the hub is away can already be followed by others about the same
 * thing.
 */
export type Command = CommandIn<Fields>
export type CommandType = keyof Fields
export type CommandOf<Type extends CommandType> = CommandIn<Fields, Type>

export const commandTypes = Object.keys(fields) as readonly CommandType[]

const [first, ...others] = commandTypes.map((type) =>
  z.object({ type: z.literal(type), ...fields[type].shape }),
)
if (first === undefined) throw new Error('There is no command at all')
// The compiler knows each command by its type, not the options made of them.
export const commandSchema = z.discriminatedUnion('type', [
  first,
  ...others,
]) as unknown as z.ZodType<Command>

/** A command as it travels: its own id makes it take effect once, however often it is sent. */
export const envelopeSchema = z.object({
  commandId: idSchema,
  command: commandSchema,
  /**
   * When it was given, by the console's clock (ms): shown with pending commands, never used to
   * judge.
   */
  issuedAt: z.number().int(),
})
export type Envelope = z.output<typeof envelopeSchema>
