import fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import type { Accounts } from '../accounts/accounts'
import { metricsTokenOf } from './metrics-token'
import { addMetricsRoute } from './watch-routes'

const token = 'figures-of-the-hub'
const accounts: Pick<Accounts, 'find'> = { find: () => null }

const statusOf = async (local: boolean, authorization?: string) => {
  const app = fastify().withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const metricsToken = metricsTokenOf({ NAVBATCHI_METRICS_TOKEN: token })
  addMetricsRoute(app, { registry: new Registry(), accounts, local, metricsToken })
  const headers = authorization === undefined ? {} : { authorization }
  const { statusCode } = await app.inject({ url: '/metrics', headers })
  await app.close()
  return statusCode
}

it('Figures are told beyond the hub’s own machine to whoever brings their token, and to nobody without', async () => {
  expect(await statusOf(false, `Bearer ${token}`)).toBe(200)
  for (const other of [undefined, 'Bearer', `Bearer ${token}-`, `Basic ${token}`])
    expect(await statusOf(false, other)).not.toBe(200)
  expect(await statusOf(true)).toBe(200)
})
