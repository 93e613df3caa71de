import { z } from 'zod'
import { actorSchema } from '../accounts/actor'

/** `POST /v1/sessions` */
export const signInSchema = z.object({
  username: z.string().trim().min(1, 'a name is needed').max(80),
  password: z.string().min(1, 'a password is needed').max(200),
  desk: z.string().trim().max(60).optional(),
})
export type SignIn = z.output<typeof signInSchema>

export const sessionSchema = z.object({ token: z.string(), actor: actorSchema })
export type Session = z.output<typeof sessionSchema>

/** Every error the HTTP API answers with: a code for programs, a sentence for people. */
export const problemSchema = z.object({ error: z.string(), message: z.string() })
export type Problem = z.output<typeof problemSchema>
