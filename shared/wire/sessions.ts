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
   * Random and kept by the desk: a desk at which this user has signed in before is known by it, and
   * its tries are counted apart from everybody else's.
   */
  deskKey: z
    .string()
    .regex(/^[\w-]{32,100}$/, 'a key of 32 to 100 letters, digits or _ -')
    .optional(),
})
/** As a client sends it. */
export type SignInRequest = z.input<typeof signInSchema>
/** As the hub has read it. */
export type SignIn = z.output<typeof signInSchema>

export const sessionSchema = z.object({ token: z.string(), actor: actorSchema })
export type Session = z.output<typeof sessionSchema>

/** Every error the HTTP API answers with: a code for programs, a sentence for people. */
export const problemSchema = z.object({ error: z.string(), message: z.string() })
export type Problem = z.output<typeof problemSchema>
