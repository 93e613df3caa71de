import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import { seeDuressWords } from '../../shared/accounts/see-duress-words'
import { keyForms } from '../../shared/dc09/key'
import { idSchema } from '../../shared/lang/id'
import { accountOf, accountSchema, siteOf } from '../../shared/sites/account'
import { lineOf, lineSchema, plainLine } from '../../shared/sites/site'
import { duressWordsSchema } from '../../shared/wire/duress-words'
import { problemSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedInAs } from '../api/bearer'
import { carryOut, leaveEvidence } from '../api/evidence'
import { fieldSentence } from '../api/field-sentence'
import { ProblemError } from '../api/problem'
import type { Secrets } from './secrets'

type SecretRouteDeps = Pick<ApiDeps, 'keeper' | 'accounts' | 'secrets'>

const accountParams = z.object({
  account: z.string().trim().overwrite(accountOf).pipe(accountSchema),
})

const keyBodySchema = z.object({
  form: z
    .enum(keyForms)
    .describe('`characters`: they are the key’s bytes. `hex`: two digits a byte'),
  key: z
    .string()
    .max(200)
    .describe('16, 24 or 32 bytes, for AES-128, -192 or -256. Never told again'),
})

const receptionSchema = lineSchema.extend({
  siteId: idSchema
    .nullable()
    .describe('The site it reports for; null when no site has this account'),
  hasKey: z.boolean().describe('Whether a key is kept for it'),
})

const sharedKeySchema = z.object({
  sharedBy: z.number().int().describe('How many accounts have this key now, this one among them'),
  warning: z.string(),
})
const sharedKeysSchema = z.object({
  groups: z
    .array(z.object({ accounts: z.array(accountSchema) }))
    .describe('The accounts of each key that several have'),
})

/**
 * The vault's account keys and sites' duress words. Answers reveal as little of them as possible.
 */
export function addSecretRoutes(app: ApiApp, deps: SecretRouteDeps): void {
  addKeyRoutes(app, deps)
  addSharedKeysRoute(app, deps)
  addReceptionRoute(app, deps)
  addDuressRoute(app, deps)
}

function addKeyRoutes(app: ApiApp, { keeper, accounts, secrets }: SecretRouteDeps): void {
  const refusals = {
    400: problemSchema,
    401: problemSchema,
    403: problemSchema,
    503: problemSchema,
  }
  app.put(
    '/v1/accounts/:account/key',
    {
      schema: {
        summary: 'Set the key of an account',
        description:
          'For administrators. From then on encrypted messages of this account are deciphered with it. The key is kept in the vault and told to nobody; the journal says who set it, and when. A key that other accounts have as well is taken with a warning.',
        params: accountParams,
        body: keyBodySchema,
        response: { 200: sharedKeySchema, 204: z.null(), ...refusals },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      const { account } = request.params
      const fault = secrets.accountKeys.fault(request.body)
      if (fault) throw new ProblemError(400, 'invalid', fieldSentence(['key'], fault.detail))
      assertOpen(secrets)
      await leaveEvidence(
        keeper,
        { type: 'change-account-key', data: { account, change: 'set' } },
        actor,
      )
      carryOut(() => secrets.accountKeys.set(account, request.body))
      const others = secrets.accountKeys.sharedWith(account).length
      return others === 0
        ? reply.code(204).send(null)
        : reply.code(200).send(sharedKey(account, others))
    },
  )

  app.delete(
    '/v1/accounts/:account/key',
    {
      schema: {
        summary: 'Remove the key of an account',
        description:
          'For administrators. Encrypted messages of this account go to the quarantine from then on.',
        params: accountParams,
        response: { 204: z.null(), ...refusals, 404: problemSchema },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      const { account } = request.params
      if (!secrets.accountKeys.has(account))
        throw new ProblemError(404, 'no-key', `There is no key of account ${account}`)
      await leaveEvidence(
        keeper,
        { type: 'change-account-key', data: { account, change: 'removed' } },
        actor,
      )
      carryOut(() => secrets.accountKeys.remove(account))
      return reply.code(204).send(null)
    },
  )
}

const sharedKey = (account: string, others: number): z.infer<typeof sharedKeySchema> => ({
  sharedBy: others + 1,
  warning: `The key of account ${account} is set, but ${others === 1 ? 'another account has' : `${others} other accounts have`} the same one: whoever has a panel of one of them can speak for all. Give each account a key of its own`,
})

function addSharedKeysRoute(app: ApiApp, { accounts, secrets }: SecretRouteDeps): void {
  app.get(
    '/v1/accounts/shared-keys',
    {
      schema: {
        summary: 'Which accounts share a key',
        description: 'For administrators. Keys are compared in the vault; none of them is told.',
        response: {
          200: sharedKeysSchema,
          401: problemSchema,
          403: problemSchema,
          503: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request) => {
      signedInAs(request, accounts, ['admin'])
      assertOpen(secrets)
      return { groups: secrets.accountKeys.shared().map((sharing) => ({ accounts: [...sharing] })) }
    },
  )
}

function addReceptionRoute(app: ApiApp, { keeper, accounts, secrets }: SecretRouteDeps): void {
  app.get(
    '/v1/accounts/:account/reception',
    {
      schema: {
        summary: 'How an account is received',
        description:
          'Its supervision, tolerances and encryption. Of a key only whether there is one.',
        params: accountParams,
        response: {
          200: receptionSchema,
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request) => {
      signedInAs(request, accounts, roleSchema.options)
      const { account } = request.params
      const room = keeper.room()
      const site = siteOf(room, account)
      return {
        ...(site ? lineOf(site, account) : plainLine(account)),
        siteId: site?.id ?? null,
        hasKey: secrets.accountKeys.has(account),
      }
    },
  )
}

function addDuressRoute(app: ApiApp, { keeper, accounts, secrets }: SecretRouteDeps): void {
  app.post(
    '/v1/sites/:id/duress-words',
    {
      schema: {
        summary: 'Show the duress words of a site',
        description:
          'For officers and supervisors with somebody of the site on the line. The journal says who asked before the words are answered; when it cannot, they are not.',
        params: z.object({ id: idSchema }),
        response: {
          200: duressWordsSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
          503: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request) => {
      const { actor } = signedInAs(request, accounts, seeDuressWords)
      const { id } = request.params
      if (!keeper.room().sites.has(id))
        throw new ProblemError(404, 'site-unknown', `There is no site ${id}`)
      assertOpen(secrets)
      await leaveEvidence(keeper, { type: 'show-duress-words', data: { siteId: id } }, actor)
      return {
        words: [...secrets.duressWords.get(id)].map(([contact, word]) => ({ contact, word })),
      }
    },
  )
}

function assertOpen(secrets: Secrets): void {
  const state = secrets.state()
  if (!state.open) throw new ProblemError(503, 'secrets-closed', state.why)
}
