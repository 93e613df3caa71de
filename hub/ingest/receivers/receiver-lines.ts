import { z } from 'zod'
import { idSchema } from '../../../shared/lang/id'
import { plainLineSchema } from '../../../shared/lang/plain-line'
import { mlr2Header } from '../../../shared/surgard/line'
import { shownText } from '../../../shared/text/shown-text'

/**
 * For required fields: the library's own message speaks of `undefined`, which no installer wrote.
 */
const needed = {
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? 'is needed' : undefined,
}

/**
 * One receiver whose automation output the hub reads. docs/reception.md describes the file an
 * installer writes.
 */
const receiverLineSchema = z
  .strictObject({
    /** Stands in the metrics and in entries about the receiver line; never changed afterwards. */
    id: z.string(needed).pipe(idSchema),
    name: z.string(needed).pipe(plainLineSchema(120).min(1, 'must not be empty')),
    format: z.enum(['surgard', 'ademco-685'], needed),
    /** Who makes the connection: receivers are usually dialled, communicators of panels dial in. */
    mode: z.enum(['listen', 'dial'], needed),
    host: z.string(needed).min(1, 'must not be empty').max(253),
    port: z.number(needed).int().min(0).max(65_535),
    /**
     * Sur-Gard: digits of receiver and line number before each line; a System III sends `{
     * "receiver": 2, "line": 3 }`.
     */
    header: z
      .strictObject({
        receiver: z.number().int().min(1).max(3),
        line: z.number().int().min(1).max(4),
      })
      .default(mlr2Header),
    /** Seconds between the receiver's heartbeats; left out when it sends none. */
    heartbeat: z.number().int().min(1).max(3_600).optional(),
    /**
     * Seconds the receiver waits for an answer before it repeats a line (4 on an MLR2E and an
     * MLR2000).
     */
    wait: z.number().int().min(2).max(60).default(4),
    /**
     * What the receiver understands: 06 and 15 (hex), 06 alone, or nothing, when it sends without
     * waiting.
     */
    acknowledge: z.enum(['ack-nak', 'ack', 'none']).default('ack-nak'),
    /** Put before every account, so that two receivers with the same accounts can be told apart. */
    accountPrefix: z
      .string()
      .regex(/^[0-9A-F]{1,6}$/, 'must be 1 to 6 hexadecimal digits in capitals')
      .optional(),
    /**
     * Listening: addresses that may connect; anybody when left out. These formats have no password.
     */
    from: z.array(z.union([z.ipv4(), z.ipv6()])).optional(),
  })
  .refine(({ mode, port }) => mode === 'listen' || port > 0, {
    path: ['port'],
    message: 'must be more than 0 to dial',
  })
  .refine(({ mode, from }) => mode === 'listen' || from === undefined, {
    path: ['from'],
    message: 'is for receiver lines that listen',
  })
export type ReceiverLine = Readonly<z.output<typeof receiverLineSchema>>

/**
 * Reads the file of receiver lines, a JSON array. Throws one sentence that names the receiver line
 * and the wrong field.
 */
export function parseReceiverLines(text: string): readonly ReceiverLine[] {
  const listed = listIn(text)
  const receiverLines = listed.map(receiverLineFrom)
  return receiverLines.map((receiverLine, at) => {
    const before = receiverLines.slice(0, at)
    if (before.some(({ id }) => id === receiverLine.id))
      throw fault(receiverLine, at, 'id', 'is used by two receiver lines')
    if (before.some((other) => sameDoor(other, receiverLine)))
      throw fault(receiverLine, at, 'port', 'is listened on by another receiver line')
    return receiverLine
  })
}

function listIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value
  } catch (error) {
    throw new Error(`The receiver lines are no JSON: ${(error as Error).message}`)
  }
  throw new Error('The receiver lines must be a list: [ { "id": … }, … ]')
}

function receiverLineFrom(raw: unknown, at: number): ReceiverLine {
  const parsed = receiverLineSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const field = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])]
    .map(String)
    .join('.')
  throw fault(
    raw,
    at,
    field || 'the line',
    unknown === undefined ? (issue?.message ?? '') : 'is no field of a receiver line',
  )
}

function fault(receiverLine: unknown, at: number, field: string, message: string): Error {
  const { name, id } = (receiverLine ?? {}) as { name?: unknown; id?: unknown }
  const called = [name, id]
    .map((word) => (typeof word === 'string' ? shownText(word) : ''))
    .find((word) => word !== '')
  return new Error(
    `Receiver line ${called === undefined ? `no. ${at + 1}` : `"${called}"`}: ${field}: ${message}`,
  )
}

const sameDoor = (one: ReceiverLine, other: ReceiverLine): boolean =>
  one.mode === 'listen' &&
  other.mode === 'listen' &&
  one.port !== 0 &&
  one.port === other.port &&
  one.host === other.host
