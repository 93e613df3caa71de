import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

export type MetricsToken = (request: Pick<FastifyRequest, 'headers'>) => boolean

const form = /^[\x21-\x7E]{16,200}$/
const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Reads `NAVBATCHI_METRICS_TOKEN`. When it is not set, no token matches. Throws a sentence when it
 * is not a valid token.
 */
export function metricsTokenOf(env: Readonly<Record<string, string | undefined>>): MetricsToken {
  const token = env.NAVBATCHI_METRICS_TOKEN ?? ''
  if (token === '') return () => false
  if (!form.test(token))
    throw new Error(
      'NAVBATCHI_METRICS_TOKEN must have 16 to 200 characters: letters, digits and signs, no spaces',
    )
  const expected = digest(token)
  return ({ headers }) => {
    const [, given = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
    return timingSafeEqual(digest(given), expected)
  }
}
