import { describe, expect, it } from 'vitest'
import { answerTo, ProblemError } from './problem'

describe('an error as an answer', () => {
  it('says what a refusal says', () => {
    expect(answerTo(new ProblemError(429, 'too-many', 'Try later', 7))).toEqual({
      status: 429,
      body: { error: 'too-many', message: 'Try later' },
      retryAfter: 7,
    })
  })
  it('names the field that does not fit', () => {
    const error = {
      statusCode: 400,
      validation: [{ instancePath: '/command/text', message: 'a note needs words' }],
    }
    expect(answerTo(error).body).toEqual({
      error: 'invalid',
      message: 'command.text: a note needs words',
    })
  })
  it('puts the refusals of the framework in plain words', () => {
    const tooLarge = answerTo({
      code: 'FST_ERR_CTP_BODY_TOO_LARGE',
      statusCode: 413,
      message: 'Request body is too large',
    })
    expect(tooLarge).toMatchObject({ status: 413, body: { error: 'too-large' } })
  })
  it('tells nothing of the inside when nobody foresaw the error', () => {
    const { status, body } = answerTo(
      new TypeError("Cannot read properties of undefined (reading 'seq')"),
    )
    expect(status).toBe(500)
    expect(body.message).not.toContain('seq')
  })
  it('survives whatever is thrown', () => {
    for (const thrown of [null, undefined, 'text', 7, { code: 3, validation: 'x' }])
      expect(answerTo(thrown).status).toBe(500)
  })
})
