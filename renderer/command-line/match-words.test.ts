import { describe, expect, it } from 'vitest'
import { closest, distanceOf, findable } from './match-words'

const found = (query: string, ...texts: string[]) =>
  closest(query, texts, (text) => findable(text)).map(({ item }) => item)

describe('A search of the palette', () => {
  it('finds a text by any of its words, whole, begun, or with letters left out', () => {
    for (const query of ['acknowledge', 'ackn', 'aknl', 'alarm ack', 'ALARM'])
      expect(distanceOf(query, findable('Acknowledge the alarm')), query).not.toBeNull()
    for (const query of ['acknowledge team', 'xyz', 'mrala', 'lrm'])
      expect(distanceOf(query, findable('Acknowledge the alarm')), query).toBeNull()
  })

  it('puts the closest first, and keeps the order of what is equally close', () => {
    expect(found('note', 'Connote', 'Notebook', 'Add a note', 'Note of hand')).toEqual([
      ...['Add a note', 'Note of hand', 'Notebook', 'Connote'],
    ])
    expect(found('', 'b', 'a')).toEqual(['b', 'a'])
  })

  it('knows a name in each spelling of Uzbek', () => {
    for (const query of ['Shahrisabz', 'Şahrisabz', 'Шаҳрисабз', 'шахрисабз'])
      expect(found(query, 'Dorixona, Шаҳрисабз'), query).toHaveLength(1)
    expect(found('qo‘chasi', 'Қўчаси')).toHaveLength(1)
  })
})
