import { z } from 'zod'

export interface Ask {
  readonly method?: string
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const answerSchema = z.record(z.string(), z.unknown())

export async function ask(url: string, { method, token, body, headers }: Ask = {}) {
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  const json = isJson ? answerSchema.parse(JSON.parse(text)) : {}
  return { status: answer.status, headers: answer.headers, text, json }
}
