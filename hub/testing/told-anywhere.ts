import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DutyUnit } from './duty-unit'

/** Requests that anybody may make of a hub without signing in. */
const routes = [
  '/metrics',
  '/healthz',
  '/openapi.json',
  '/v1/sites/export?format=csv',
  '/v1/sites/export?format=geojson',
]

/**
 * Which of these secrets occur anywhere in a hub's files as bytes, in its log, its journal or its
 * answers. There should be none.
 */
export async function toldAnywhere(unit: DutyUnit, secrets: readonly string[]): Promise<string[]> {
  const files = readdirSync(unit.data, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')] as const)
  const answers = await Promise.all(
    routes.map(async (route) => [route, (await unit.supervisor.ask(route)).text] as const),
  )
  const places = [
    ...files,
    ...answers,
    ['the log', unit.log()],
    ['the journal', await unit.officer.journal()],
  ] as const
  return places.flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
  )
}
