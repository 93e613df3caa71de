import { request as askByHttp, type IncomingMessage } from 'node:http'
import { request as askByHttps } from 'node:https'
import { type HubTrust, hubAgent, trustFault } from '../node/hub-trust'

export interface HubRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface HubAnswer {
  readonly status: number
  /** The body as JSON; null when it is none. */
  readonly json: unknown
}

/** Asks one hub. Rejects with a sentence when it cannot be reached or trusted. */
export function createAskHub(hub: string, trust: HubTrust) {
  const secure = hub.startsWith('https:')
  const agent = hubAgent(trust) ?? false
  return async (path: string, { method, headers, body }: HubRequest): Promise<HubAnswer> => {
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const given = { method, headers }
        const asked = secure
          ? askByHttps(`${hub}${path}`, { ...given, agent })
          : askByHttp(`${hub}${path}`, given)
        asked.on('error', reject)
        asked.on('response', resolve)
        asked.end(body)
      })
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      return { status: answer.statusCode ?? 0, json: parsed(Buffer.concat(chunks).toString()) }
    } catch (error) {
      const { message } = error as Error
      throw new Error(`The hub cannot be asked: ${trustFault(error)?.text ?? message}`)
    }
  }
}
export type AskHub = ReturnType<typeof createAskHub>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
