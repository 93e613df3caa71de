import { z } from 'zod'
import { idSchema } from '../lang/id'

export const roleSchema = z.enum(['officer', 'supervisor', 'trainer', 'admin'])
export type Role = z.output<typeof roleSchema>

/** Who did it, on every entry. `role` is there for people, `desk` for people at a workstation. */
export const actorSchema = z.object({
  kind: z.enum(['officer', 'team', 'centre', 'receiver', 'system']),
  id: idSchema,
  name: z.string().min(1).max(120),
  role: roleSchema.optional(),
  desk: z.string().max(60).optional(),
})
export type Actor = z.output<typeof actorSchema>

export type Who = Pick<Actor, 'id' | 'name'>
export const whoIs = ({ id, name }: Actor): Who => ({ id, name })

export const systemActor: Actor = { kind: 'system', id: 'hub', name: 'Hub' }
