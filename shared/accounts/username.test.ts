import { describe, expect, it } from 'vitest'
import { signInSchema } from '../wire/sessions'
import { usernameSchema } from './username'

describe('A name to sign in with', () => {
  it('is read into one form, whatever its case and the blanks around it', () => {
    expect(usernameSchema.parse('  Officer-1 ')).toBe('officer-1')
  })
  it.each([
    ['a NUL behind it', 'name\u0000x'],
    ['a NUL at its end', 'name\u0000'],
    ['a line feed', 'name\n'],
    ['a zero-width space', 'na\u200bme'],
    ['a byte order mark before it', '\ufeffname'],
    ['a direction override', '\u202ename'],
    ['a no-break space', 'name\u00a0'],
    ['a Cyrillic letter that looks Latin', 'n\u0430me'],
    ['a Kelvin sign, which becomes a k in lower case', '\u212aname'],
    ['a full-width letter', '\uff4eame'],
    ['nothing in it', ''],
    ['more than 40 letters', 'n'.repeat(41)],
  ])('is refused with %s', (_what, name) => {
    expect(usernameSchema.safeParse(name).success).toBe(false)
  })
})

describe('The name of a desk', () => {
  const deskOf = (desk: string) => signInSchema.safeParse({ username: 'a', password: 'b', desk })
  it('is one line that can be seen, in one form', () => {
    expect(deskOf(' Пульт й ').data?.desk).toBe('Пульт \u0439')
  })
  it.each(['desk\u0000', 'desk\u202e', 'de\u200bsk', 'desk\n2', 'x'.repeat(61)])(
    'is refused as %j',
    (desk) => {
      expect(deskOf(desk).success).toBe(false)
    },
  )
})
