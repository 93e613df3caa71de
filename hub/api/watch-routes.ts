import { z } from 'zod'
import type { ApiApp, ApiDeps } from './api-app'
import { signedIn } from './bearer'

const healthSchema = z.object({
  status: z.enum(['ok', 'failing']),
  seq: z.number().int(),
  records: z.object({ seq: z.number().int(), behind: z.number().int() }),
  error: z.string().optional(),
  message: z.string().optional(),
})

interface FiguresDeps extends Pick<ApiDeps, 'registry' | 'local' | 'metricsToken'> {
  readonly accounts: Pick<ApiDeps['accounts'], 'find'>
}

/**
 * What a supervising machine asks: whether the hub is alive, how busy it is and how to talk to it.
 * No answer contains anybody's name. Metrics need a token when the hub listens beyond its own
 * machine: their changes would tell a stranger what became of the messages they sent.
 */
export function addWatchRoutes(
  app: ApiApp,
  deps: Pick<ApiDeps, 'keeper' | 'secrets' | 'records'> & FiguresDeps,
): void {
  const { keeper, secrets } = deps
  const recordsNow = () => {
    const { seq, head } = deps.records.state()
    return { seq, behind: Math.max(0, head - seq) }
  }
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether alarms can be stored',
        response: { 200: healthSchema, 503: healthSchema },
      },
    },
    async (_request, reply) => {
      const { ok, text } = keeper.storage()
      const { seq } = keeper.head()
      const vault = secrets.state()
      // Alarms are still taken, but encrypted ones cannot be read. Somebody must fix that.
      const trouble = [
        text,
        vault.open || !vault.trouble ? '' : vault.why,
        deps.records.state().fault ?? '',
      ]
        .filter(Boolean)
        .join('. ')
      const records = recordsNow()
      if (ok)
        return { status: 'ok' as const, seq, records, ...(trouble !== '' && { message: trouble }) }
      return reply
        .code(503)
        .send({ status: 'failing', seq, records, error: 'storage', message: text })
    },
  )

  addMetricsRoute(app, deps)
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

export function addMetricsRoute(
  app: ApiApp,
  { registry, accounts, local, metricsToken }: FiguresDeps,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!local && !metricsToken(request)) signedIn(request, accounts)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
