import { z } from 'zod'
import type { ApiApp, ApiDeps } from './api-app'

const healthSchema = z.object({
  status: z.enum(['ok', 'failing']),
  seq: z.number().int(),
  error: z.string().optional(),
  message: z.string().optional(),
})

/** What a supervisor of machines asks: alive, how busy, and how to talk to it. They tell no one's name and need no token. */
export function addWatchRoutes(app: ApiApp, { keeper, registry }: Pick<ApiDeps, 'keeper' | 'registry'>): void {
  app.get(
    '/healthz',
    { schema: { summary: 'Whether alarms can be stored', response: { 200: healthSchema, 503: healthSchema } } },
    async (_request, reply) => {
      const { ok, text } = keeper.storage()
      const { seq } = keeper.head()
      if (ok) return { status: 'ok' as const, seq, ...(text !== '' && { message: text }) }
      return reply.code(503).send({ status: 'failing', seq, error: 'storage', message: text })
    },
  )

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
