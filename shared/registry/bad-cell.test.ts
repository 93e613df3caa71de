import { describe, expect, it } from 'vitest'
import { type Row, refusal } from '../testing/planned-rows'

describe('a bad cell', () => {
  it.each<[Row, string]>([
    [{ account: '' }, 'account: must not be empty'],
    [{ account: 'XYZ' }, 'account: "XYZ" is not an account of 1 to 16 hexadecimal digits'],
    [
      { account: '1.20E+05' },
      'account: "1.20E+05" is not an account of 1 to 16 hexadecimal digits; a spreadsheet has made a number of it: give the column the format "text"',
    ],
    [{ name: '  ' }, 'name: must not be empty'],
    [{ name: 'x'.repeat(201) }, 'name: it is longer than 200 characters'],
    [{ name: 'a\u0000b' }, 'name: holds a character that cannot be shown'],
    [
      { category: 'bank' },
      'category: "bank" is not known; it must be one of particularly-important, categorised, national-economic, residential',
    ],
    [{ lat: '38°51' }, 'lat: "38°51" is not a number of degrees like 38.8606'],
    [{ lat: '' }, 'lat: must not be empty'],
    [{ lon: '181' }, 'lon: it is more than 180'],
    [{ zones: '1=Hall; Vault' }, 'zones: "Vault" has no "="; write 1=Main entrance'],
    [{ zones: '1=Hall; 01=Vault' }, 'zones: zone "01" stands there twice'],
    [{ zones: `123456789=Hall` }, 'zones: item 1 (number) is longer than 8 characters'],
    [
      { contacts: 'Guard post, +998' },
      'contacts: "Guard post, +998" has not three parts; write role | name | phone',
    ],
    [
      { contacts: 'Duty desk | | 102 | here' },
      'contacts: "here" is not known after a telephone; write elsewhere, or nothing',
    ],
    [
      { key_holders: 'Caretaker | A | 1 | elsewhere' },
      'key_holders: "Caretaker | A | 1 | elsewhere" has more than three parts; write role | name | phone',
    ],
    [{ access_notes: 'x'.repeat(1001) }, 'access_notes: it is longer than 1000 characters'],
    [
      { hazards: Array.from({ length: 51 }, (_, at) => `h${at}`).join(';') },
      'hazards: it has more than 50 items',
    ],
    [
      { response_plan: 'fires' },
      'response_plan: "fires" is not known; it must be one of armed-threat, intrusion, fire, gas, medical, technical, unexplained',
    ],
    [
      { schedule: 'weekdays 9-18' },
      'schedule: "weekdays 9-18" cannot be read; write mon-fri 09:00-18:00',
    ],
    [
      { schedule: 'fri-mon 09:00-18:00' },
      'schedule: "fri-mon 09:00-18:00" cannot be read; write mon-fri 09:00-18:00',
    ],
    [
      { schedule: 'mon 09:00-24:00' },
      'schedule: "mon 09:00-24:00" names a time that no clock shows; write 00:00 to 23:59',
    ],
    [{ schedule: 'mon-fri 09:00-18:00; wed 10:00-11:00' }, 'schedule: wed stands there twice'],
    [
      { schedule: '', schedule_grace: '5' },
      'schedule_grace: there is no schedule it could belong to',
    ],
    [{ schedule: 'closed', schedule_grace: '300' }, 'schedule_grace: it is more than 240'],
    [{ interval: '5' }, 'interval: at least 10 s'],
    [{ interval: '1,5' }, 'interval: "1,5" is not a whole number of seconds'],
    [
      { tolerances: 'sloppy' },
      'tolerances: "sloppy" is not known; it must be one of binaryCrc, crcCoversCr, decimalLength, trailingNul, missingPrefix, accountInData, staleTime',
    ],
    [
      { encryption: 'maybe' },
      'encryption: "maybe" is not known; it must be one of optional, required',
    ],
    [{ further_accounts: '1A2B' }, 'further_accounts: 1A2B is the account of the site itself'],
    [{ further_accounts: '1111; 1111' }, 'further_accounts: account 1111 stands there twice'],
    [
      { further_accounts: '1111 speed=3' },
      'further_accounts: 1111: "speed" is not known; after the account may stand interval=, encryption=, text_encoding=, tolerances=',
    ],
    [
      {
        site_id: 'not an id',
        account: '7777',
        name: 'N',
        category: 'residential',
        lat: '38',
        lon: '65',
      },
      'site_id: an id of 1 to 64 letters, digits or . : _ -',
    ],
  ])('%j is refused by its line and reason', (row, reason) => {
    expect(refusal(row)).toBe(`2: ${reason}`)
  })

  it('of hundreds of thousands of characters is refused at once, in a few words', () => {
    // Looked at again from each of its digits it would hold up the hub for minutes.
    expect(refusal({ account: '1'.repeat(300_000) })).toBe(
      `2: account: "${'1'.repeat(40)}…" is not an account of 1 to 16 hexadecimal digits`,
    )
    const zones = Array.from({ length: 20_000 }, (_, at) => `123456789${at}=x`).join(';')
    expect(refusal({ zones })?.length).toBeLessThan(2_000)
    const contacts = Array.from({ length: 20_000 }, (_, at) => `r|${at % 1_000}|1`).join(';')
    const words = Array.from({ length: 999 }, (_, at) => `${at + 1}=A`).join(';')
    expect(refusal({ contacts, duress_words: words })).toContain('two contacts are called 0')
  })

  it('does not hide the others of its row', () =>
    expect(refusal({ lat: 'x', zones: 'y' })).toBe(
      '2: lat: "x" is not a number of degrees like 38.8606; zones: "y" has no "="; write 1=Main entrance',
    ))
})
