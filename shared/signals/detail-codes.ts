import { type Refusal, sentence } from '../lang/decision'

/**
 * What the hub tells people about a quarantined item or a lost receiver. Whoever finds a fault
 * gives its code (`detail`), and the table's sentence goes into the journal. A screen recognises
 * the sentence by the same table, even in entries years old, and words it from its code and values.
 * So a form that was once written never changes.
 */
export const detailForms = {
  'no-prefix': 'no line prefix',
  'no-bracket': 'the data has no closing bracket',
  header: 'header not understood: {text}',
  sequence: 'sequence {value} is not four decimal digits',
  'receiver-empty': 'receiver number is empty',
  'receiver-hex': 'receiver number {value} is not hexadecimal',
  'receiver-long': 'receiver number {value} is longer than {most} digits',
  'prefix-empty': 'line prefix is empty',
  'prefix-hex': 'line prefix {value} is not hexadecimal',
  'prefix-long': 'line prefix {value} is longer than {most} digits',
  'account-empty': 'account is empty',
  'account-hex': 'account {value} is not hexadecimal',
  'account-long': 'account {value} is longer than {most} digits',
  crc: 'CRC {received} received, {computed} computed',
  length: 'length {received} received, {counted} counted',
  'too-long': '{bytes} bytes, more than a frame can announce',
  'too-short': '{bytes} bytes cannot hold a frame',
  'no-lf': 'a frame starts with LF',
  'no-cr': 'a frame ends with CR',
  'no-crc': 'no CRC and length before a quoted token',
  'no-pad-end': 'nothing ends the padding',
  reflected: 'our own acknowledgement, sent back',
  'no-time': 'no time that can be read',
  'needs-time':
    'an encrypted message must carry the time, and this one carries none that can be read',
  'must-time': 'An encrypted message must carry a time',
  'no-blocks': '{count} characters that are no whole blocks in hex',
  'other-account': 'the data is of account {named}, the frame of {account}',
  'no-key': "{token} cannot be read without the account's key",
  'no-cid': 'no Contact ID event in "{data}"',
  'no-sia': 'no SIA event in "{data}"',
  reply: '{token} answers a message; none was sent',
  token: 'token {token} is not supported',
  'no-line': 'no line of a known form: {line}',
  surgard: 'Sur-Gard protocol {protocol} is not read here',
  'no-account': 'no account in [{data}]',
  pictures: 'Pictures were taken: {about}',
  'no-site': 'Account {account} belongs to no site; it reported: {meaning}',
  counted:
    '{count} more unreadable items came from {address} within a minute; they were counted, not kept',
  'frame-over': 'Longer than any frame can be',
  'line-over': 'Longer than any line can be',
  slow: 'No whole message within the time one may take',
  behind: "The sender's clock says {time} UTC, {seconds} s behind",
  ahead: "The sender's clock says {time} UTC, {seconds} s ahead",
  again: 'The same encrypted message came before under another number, line or account',
  foreign: 'The same encrypted message came before with another token or account',
  altered: 'Ends like an encrypted message that came before, and begins in another way',
  heard: 'Nothing was heard for {seconds} s',
  'not-accepted': '{where} did not accept the connection',
  unreached: '{where} cannot be reached: {reason}',
  closed: '{where} has closed the connection',
  needs: 'account {account} would need {tolerances}',
  unnamed: 'no account is named {tolerances}',
  'data-only': 'the account stands in the data only',
  'item-no-object': 'an item is an object',
  'item-text': '{field}: text is needed',
  'item-account': 'account: an account of 1 to 16 hexadecimal digits',
  'item-table': 'table: cid or sia',
  'item-cid': 'code: Contact ID has three digits, e.g. 130',
  'item-sia': 'code: SIA has two letters, e.g. BA',
  'item-no-id': 'id: needed, unless the batch has an Idempotency-Key',
  'item-id': 'id: an id is a text or a number',
  'in-clear': 'This account must be encrypted, and this came in clear',
  'no-witness': 'The data names no account and cannot be read',
  'form-685': 'This form of an Ademco 685 line is not read here',
  'prefix-full': 'Account {account} is too long for the prefix {prefix}',
  between: 'Bytes outside a message',
  endless: 'A message without an end',
  'cut-off': 'The sender closed in the middle of a message',
  broken: 'The connection broke in the middle of a message',
  'other-program': 'Another program, which speaks {protocol}, called this port',
  'said-nothing': '{where} was connected and said nothing',
} as const

export type DetailCode = keyof typeof detailForms

/** A sentence of the table, or one worded elsewhere. */
export type Detail = string & { readonly detail: true }

type Places<Form extends string> = Form extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never
type Values<Code extends DetailCode> = Readonly<
  Record<Places<(typeof detailForms)[Code]>, string | number>
>

/** Makes a detail from its code; every value its form has a place for is required. */
export const detail = <Code extends DetailCode>(
  code: Code,
  ...[values]: Places<(typeof detailForms)[Code]> extends never ? [] : [Values<Code>]
): Detail => sentence(code, detailForms[code], values ?? {}).text as Detail

/** Joins several faults of one item. */
export const details = (several: readonly Detail[]): Detail => several.join('; ') as Detail

/**
 * Words for the program that sent an item, already sent to it in English; a screen shows them
 * unchanged.
 */
export const sendersDetail = (words: string): Detail => words as Detail

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
const readers = Object.entries(detailForms).map(([code, form]) => {
  const pattern = escaped(form).replace(/\{(\w+)\}/g, '(?<$1>.+)')
  return { code: `detail-${code}`, form, pattern: new RegExp(`^${pattern}$`, 's') }
})

function formOf(text: string): Refusal | null {
  for (const { code, form, pattern } of readers) {
    const found = pattern.exec(text)
    if (found) return sentence(code, form, { ...found.groups })
  }
  return null
}

/** How the two kinds of writers join sentences. */
const joints = ['; ', '. '] as const

/** The sentences of a detail; null when the words are not in the table. */
export function readDetail(text: string): readonly Refusal[] | null {
  for (const joint of joints) {
    const parts = text.split(joint).map(formOf)
    if (parts.length > 1 && parts.every((part) => part !== null)) return parts
  }
  const whole = formOf(text)
  return whole && [whole]
}
