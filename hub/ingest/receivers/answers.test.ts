import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { type Answer, createAnswers } from './answers'

function connection(patience = 3_000) {
  const clock = createManualClock()
  const sent: string[] = []
  let late = 0
  const answers = createAnswers({
    clock,
    patience,
    send: (answer) => sent.push(answer),
    late: () => {
      late += 1
    },
  })
  /** A line whose outcome is told later. */
  const line = () => {
    let tell: (answer: Answer) => void = () => {}
    const slot = answers.expect(
      new Promise<Answer>((resolve) => {
        tell = resolve
      }),
    )
    return {
      ...slot,
      async comesTo(answer: Answer) {
        tell(answer)
        await Promise.resolve()
      },
    }
  }
  return { ...answers, line, sent, clock, late: () => late }
}

describe('Answers to lines that carry no number', () => {
  it('are given in the order the lines came', async () => {
    const { line, sent } = connection()
    const [one, two, three] = [line(), line(), line()]
    await two.comesTo('nak')
    await three.comesTo('ack')
    expect(sent).toEqual([])
    await one.comesTo('ack')
    expect(sent).toEqual(['ack', 'nak', 'ack'])
  })

  it('are not given once the receiver no longer waits: the line is repeated, and answered then', async () => {
    const { line, sent, clock, late } = connection()
    const one = line()
    clock.advance(3_000)
    expect(one.unanswered()).toBe(true)
    await one.comesTo('ack')
    expect([sent, late()]).toEqual([[], 1])
    await line().comesTo('ack')
    expect(sent).toEqual(['ack'])
  })

  it('are not given to lines behind one without an answer, for which they would be taken', async () => {
    const { line, sent } = connection()
    const [one, two, three] = [line(), line(), line()]
    await three.comesTo('ack')
    await two.comesTo('silence')
    expect([one, two, three].map((each) => each.unanswered())).toEqual([false, true, true])
    await one.comesTo('ack')
    await line().comesTo('nak')
    expect(sent).toEqual(['ack', 'nak'])
  })

  it('are not given when the connection is gone', async () => {
    const { line, sent, stop, clock, late } = connection()
    const one = line()
    stop()
    await one.comesTo('ack')
    clock.advance(10_000)
    expect([sent, one.unanswered(), late()]).toEqual([[], true, 0])
  })
})
