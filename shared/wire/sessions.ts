import { z } from 'zod'
import { actorSchema } from '../accounts/actor'
import { usernameSchema } from '../accounts/username'
import { plainLineSchema } from '../lang/plain-line'

/** `POST /v1/sessions` */
export const signInSchema = z.object({
  username: usernameSchema,
  password: z.string().min(1, 'a password is needed').max(200),
  desk: plainLineSchema(60).optional(),
  /**
   * Random and kept by the desk. A desk where this user has signed in before is recognised by it,
   * and its tries are counted separately.
   */
  deskKey: z
    .string()
    .regex(/^[\w-]{32,100}$/, 'a key of 32 to 100 letters, digits or _ -')
    .optional(),
})
export type SignInRequest = z.input<typeof signInSchema>
export type SignIn = z.output<typeof signInSchema>

export const sessionSchema = z.object({ token: z.string(), actor: actorSchema })
export type Session = z.output<typeof sessionSchema>

/** Every error answer of the HTTP API: a code for programs, a sentence for people. */
export const problemSchema = z.object({ error: z.string(), message: z.string() })
export type Problem = z.output<typeof problemSchema>
