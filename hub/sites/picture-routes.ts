import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import {
  keptPictureSchema,
  largestPicture,
  mediaTypeOfPicture,
  pictureTypes,
} from '../../shared/sites/picture'
import { problemSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedInAs } from '../api/bearer'
import { badMediaType, ProblemError } from '../api/problem'

const mediaTypes = [...Object.values(pictureTypes), 'application/octet-stream']

/** The name of a file, not a way to one. */
const nameSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'the name of a file, without a folder')
  .overwrite((name) => name.normalize('NFC'))

type PictureRouteDeps = Pick<ApiDeps, 'accounts' | 'pictures'>

/** Floor plans and photos of sites: sent with the register, fetched by consoles. */
export function addPictureRoutes(app: ApiApp, deps: PictureRouteDeps): void {
  app.register(async (scope: ApiApp) => {
    scope.addContentTypeParser(
      mediaTypes,
      { parseAs: 'buffer', bodyLimit: largestPicture },
      (_, body, done) => done(null, body),
    )
    scope.setErrorHandler((error) => {
      throw inWords(error)
    })
    addKeep(scope, deps)
    addFetch(scope, deps)
  })
}

function addKeep(app: ApiApp, { accounts, pictures }: PictureRouteDeps): void {
  app.put(
    '/v1/pictures',
    {
      bodyLimit: largestPicture,
      schema: {
        summary: 'Send a picture',
        description:
          'A floor plan or photo (PNG, JPEG or WebP, by its first bytes). A register names it in its column `pictures` by `name`. The same bytes are kept once.',
        consumes: mediaTypes,
        body: z.any().describe('The picture as it is, 4 MB at most'),
        querystring: z.object({ name: nameSchema.describe('The name of its file') }),
        response: {
          200: z.object({ picture: keptPictureSchema }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          413: problemSchema,
          415: problemSchema,
        },
        security: [{ session: [] }],
      },
      // Before the body is read, as for a register.
      onRequest: async (request) => {
        signedInAs(request, accounts, ['supervisor', 'admin'])
      },
    },
    async ({ body, query }) => {
      const bytes: unknown = body
      if (!Buffer.isBuffer(bytes)) throw refusals['no-picture']()
      const answer = await pictures.keep(query.name, bytes)
      if ('refused' in answer) throw refusals[answer.refused]()
      return { picture: answer.kept }
    },
  )
}

function addFetch(app: ApiApp, { accounts, pictures }: PictureRouteDeps): void {
  app.get(
    '/v1/pictures/:picture',
    {
      schema: {
        summary: 'Fetch a picture',
        description: 'The picture of a site, by the name its card gives.',
        params: z.object({ picture: keptPictureSchema }),
        response: {
          200: z.any().describe('The picture as it was sent'),
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      signedInAs(request, accounts, roleSchema.options)
      const { picture } = request.params
      const bytes = await pictures.read(picture)
      if (!bytes) throw new ProblemError(404, 'picture-unknown', 'The hub keeps no such picture')
      reply.type(mediaTypeOfPicture(picture))
      // Whoever opens it in a browser sees a picture and nothing that runs.
      reply.header('x-content-type-options', 'nosniff')
      reply.header('content-security-policy', "default-src 'none'; sandbox")
      return reply.send(bytes)
    },
  )
}

const refusals = {
  'no-picture': () =>
    new ProblemError(415, 'no-picture', 'This is no PNG, JPEG or WebP picture, by its first bytes'),
  'too-many-pictures': () =>
    new ProblemError(400, 'too-many-pictures', 'The hub keeps as many pictures as it can name'),
} as const

function inWords(error: unknown): unknown {
  const { code } = error as { readonly code?: unknown }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ProblemError(413, 'too-large', 'The picture is larger than 4 MB')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return badMediaType(mediaTypes)
  return error
}
