import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siteSchema } from '../sites/site'
import { anySites } from '../testing/any-site'
import { site } from '../testing/builders'
import {
  bank,
  changed,
  complete,
  plan,
  type Row,
  refusal,
  registerOf,
  rows,
  said,
  shop,
} from '../testing/planned-rows'
import { columns, readHeading } from './columns'
import { cellsOf } from './site-cells'

/** ms; on a busy machine hundreds of registers take their time. */
const unhurried = 60_000

describe('a register that was exported', () => {
  it(
    'changes nothing when it is imported again, whatever stands in it',
    () => {
      fc.assert(
        fc.property(anySites, (sites) => {
          const { counts, bad } = plan(rows(...sites.map(cellsOf)), registerOf(sites))
          expect(bad).toEqual([])
          expect(counts).toEqual({ new: 0, changed: 0, unchanged: sites.length, bad: 0 })
        }),
        { numRuns: 100 },
      )
    },
    unhurried,
  )

  it(
    'makes the same sites where there are none, except for duress words, which it does not hold',
    () => {
      fc.assert(
        fc.property(anySites, (sites) => {
          const { changes, counts } = plan(rows(...sites.map(cellsOf)), registerOf([]))
          expect(counts.new).toBe(sites.length)
          for (const { site } of changes) expect(siteSchema.safeParse(site).success).toBe(true)
          const again = plan(
            rows(...changes.map((change) => cellsOf(change.site))),
            registerOf(changes.map((c) => c.site)),
          )
          expect(again.counts.unchanged).toBe(sites.length)
        }),
      )
    },
    unhurried,
  )
})

describe('a row whose account is known', () => {
  it('changes what its columns say and keeps the rest', () => {
    expect(changed({ name: 'Bank, new wing' }).site).toEqual({ ...bank, name: 'Bank, new wing' })
  })
  it('clears what its cell is empty for', () => {
    const full = site('site-1', {
      account: '1A2B',
      responsePlan: 'fire',
      schedule: { utcOffset: 300, grace: 10, hours: [] },
      lines: [{ account: '1A2B', interval: 90, tolerances: ['staleTime'], encryption: 'required' }],
    })
    const { responsePlan: _, schedule: __, lines: ___, ...bare } = full
    const empty = {
      zones: '',
      contacts: '',
      response_plan: '',
      schedule: '',
      interval: '',
      tolerances: '',
      encryption: '',
    }
    expect(changed(empty, full).site).toEqual({ ...bare, zones: [], contacts: [] })
  })
  it('leaves the site alone when it says nothing new', () => {
    expect(
      plan(rows({ account: '1a2b', name: ' Bank ' }), registerOf([bank])).counts.unchanged,
    ).toBe(1)
  })
  it('may give the site another account by its id', () => {
    const { changes } = plan(rows({ account: '1A2F', site_id: 'site-1' }), registerOf([bank]))
    expect(changes.map(({ site }) => [site.id, site.account])).toEqual([['site-1', '1A2F']])
  })
})

describe('a row whose account is unknown', () => {
  it('makes a new site whose id follows from its account', () => {
    const { changes, counts } = plan(rows(complete), registerOf([bank]))
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 0 })
    expect(changes[0]?.site).toMatchObject({
      id: 'site-1A2D',
      account: '1A2D',
      location: { lat: 38.86, lon: 65.79 },
    })
  })
  it('needs a name, a category and a place', () => {
    const { bad } = plan(rows({ account: '9999', town: 'Qarshi' }), registerOf([]))
    expect(said(bad)).toEqual(['2: a new site needs name, category, lat, lon'])
  })
  it('is taken with a warning when it differs from a known one by zeros only', () => {
    const { warnings } = plan(
      rows({ ...complete, account: '42' }),
      registerOf([site('s', { account: '0042' })]),
    )
    expect(said(warnings)).toEqual([
      '2: account 42 is new, and 0042 is known: has a spreadsheet dropped or added zeros?',
    ])
  })
})

describe('one account at two sites', () => {
  const registered = [
    bank,
    shop,
    site('site-3', {
      account: '3333',
      name: 'Court',
      lines: [{ account: '4444', interval: null, tolerances: [], encryption: 'optional' }],
    }),
  ]
  const bad = (...given: Row[]) => said(plan(rows(...given), registerOf(registered)).bad)

  it('is refused when two rows name it, by the line of the second', () => {
    expect(bad({ account: '1A2B' }, complete, { ...complete, name: 'Other' })).toEqual([
      '4: account 1A2D stands in line 3 already',
    ])
    expect(
      bad(
        { account: '1A2B', further_accounts: '7777' },
        { account: '1A2C', further_accounts: '7777' },
      ),
    ).toEqual(['3: account 7777 stands in line 2 already'])
  })
  it('is refused even when the first row that names it is bad itself', () =>
    expect(bad({ ...complete, lat: 'x' }, complete)).toEqual([
      '2: lat: "x" is not a number of degrees like 38.8606',
      '3: account 1A2D stands in line 2 already',
    ]))
  it('is refused when it belongs to a site that is not in the file', () => {
    expect(bad({ account: '1A2B', further_accounts: '1A2C' })).toEqual([
      '2: account 1A2C belongs to "Shop" (account 1A2C)',
    ])
    expect(bad({ ...complete, account: '4444' })).toEqual([
      '2: account: 4444 is a further account of "Court" (account 3333)',
    ])
    expect(bad({ account: '1A2C', site_id: 'site-9' })).toEqual([
      '2: site_id: 1A2C is the account of "Shop" (account 1A2C), whose id is site-2',
    ])
  })
  it('is no fault when both rows together move it', () => {
    const { changes, counts } = plan(
      rows({ account: '1A2C', site_id: 'site-1' }, { account: '1A2B', site_id: 'site-2' }),
      registerOf(registered),
    )
    expect(counts).toMatchObject({ changed: 2, bad: 0 })
    expect(changes.map(({ site }) => `${site.id} ${site.account}`)).toEqual([
      'site-1 1A2C',
      'site-2 1A2B',
    ])
  })
  it('is refused to the one when the other row, which was to let it go, is bad', () => {
    const moves = [
      { account: '1A2C', site_id: 'site-1' },
      { account: '3333', site_id: 'site-2' },
      { account: '5555', site_id: 'site-3', lat: 'x' },
    ]
    expect(bad(...moves)).toEqual([
      '2: account 1A2C belongs to "Shop" (account 1A2C)',
      '3: account 3333 belongs to "Court" (account 3333)',
      '4: lat: "x" is not a number of degrees like 38.8606',
    ])
  })
  it('leads to the one that takes it before the other lets it go', () => {
    const { changes } = plan(
      rows({ account: '9999', site_id: 'site-2' }, { account: '1A2C', site_id: 'site-1' }),
      registerOf(registered),
    )
    expect(changes.map(({ site }) => site.id)).toEqual(['site-1', 'site-2'])
  })
  it('is refused when two rows are about one site', () =>
    expect(bad({ account: '1A2B' }, { account: '8888', site_id: 'site-1' })).toEqual([
      '3: the site site-1 stands in line 2 already',
    ]))
})

describe('a duress word', () => {
  const two = { contacts: 'Guard post | Day | 1; Manager | Night | 2' }
  const withWord = site('site-1', {
    account: '1A2B',
    contacts: [
      { role: 'Guard post', name: 'Day', phone: '1', hasDuressWord: true },
      { role: 'Manager', name: 'Night', phone: '2' },
    ],
  })

  it('goes to the vault, and the site says only that there is one', () => {
    const { site: after, words } = changed({ ...two, duress_words: '2=Lilac' })
    expect(words).toEqual([{ contact: 'Night', word: 'Lilac' }])
    expect(after?.contacts.map(({ hasDuressWord }) => hasDuressWord)).toEqual([undefined, true])
    expect(JSON.stringify(after)).not.toContain('Lilac')
  })
  it('stays with its contact when the call order changes', () => {
    const { site: after, words } = changed(
      { contacts: 'Manager | Night | 2; Guard post | Day | 1' },
      withWord,
    )
    expect(words).toEqual([])
    expect(after?.contacts.map(({ hasDuressWord }) => hasDuressWord)).toEqual([undefined, true])
  })
  it('is forgotten with an empty cell, or with its contact', () => {
    expect(changed({ duress_words: '' }, withWord).words).toEqual([{ contact: 'Day', word: null }])
    expect(changed({ contacts: 'Manager | Night | 2' }, withWord).words).toEqual([
      { contact: 'Day', word: null },
    ])
  })
  it('that an export only hints at is kept where it is known, and missed where it is not', () => {
    expect(changed({ duress_words: '1=*' }, withWord).site).toBeUndefined()
    const { notes, site: after } = changed(
      { name: 'B', duress_words: '2=*' },
      { ...withWord, contacts: bankContacts },
    )
    expect(notes).toEqual([
      'duress_words: the word of Night is not in this file and not kept here; set it',
    ])
    expect(after?.contacts.some(({ hasDuressWord }) => hasDuressWord)).toBe(false)
  })
  const bankContacts = withWord.contacts.map(({ role, name, phone }) => ({ role, name, phone }))

  it('makes its row bad when there is nowhere to keep it', () => {
    const trouble = 'No key to keep secrets with: set NAVBATCHI_SECRETS_KEY'
    expect(refusal({ ...two, duress_words: '1=Lilac' }, [bank], trouble)).toBe(
      `2: duress_words: ${trouble}`,
    )
    expect(refusal({ name: 'B' }, [bank], trouble)).toBeUndefined()
  })
  it.each([
    [
      'Lilac',
      'an item cannot be read; write 1=WORD; 2=WORD, the number being the place among the contacts',
    ],
    ['3=Lilac', 'there is no contact 3'],
    ['1=Lilac; 1=Lilac', 'contact 1 has two words'],
    ['1= ; 2=Lilac', 'contact 1 has no word after "="'],
    [`1=${'Lilac'.repeat(20)}`, 'the word of contact 1 is longer than 80 characters'],
  ])('is never repeated when its cell cannot be read: %s', (cell, reason) => {
    const text = refusal({ ...two, duress_words: cell })
    expect(text).toBe(`2: duress_words: ${reason}`)
    expect(text).not.toContain('Lilac')
  })
  it('needs a contact with a name of its own', () =>
    expect(refusal({ contacts: 'A | Day | 1; B | Day | 2', duress_words: '1=Lilac' })).toBe(
      '2: duress_words: two contacts are called Day; one with a word needs a name of its own',
    ))
})

describe('a place outside the country', () => {
  it('is taken with a warning, which says when lat and lon look swapped', () => {
    expect(changed({ lat: '65.79', lon: '38.86' }).notes).toEqual([
      'lat 65.79, lon 38.86 lies outside Uzbekistan; swapped it would lie inside',
    ])
    expect(changed({ lat: '51.5', lon: '-0.1' }).notes).toEqual([
      'lat 51.5, lon -0.1 lies outside Uzbekistan',
    ])
  })
})

describe('the first line', () => {
  it('names columns however they are spelled, and unknown ones are told', () => {
    expect(readHeading([' Account ', 'Response plan', 'DURESS-WORDS', 'Colour', ''])).toEqual({
      columns: ['account', 'response_plan', 'duress_words', null, null],
      unknown: ['Colour'],
    })
  })
  it('must name the account, and nothing twice', () => {
    expect(readHeading(['Name', 'Town'])).toEqual({
      fault:
        'There is no column "account". The first line must name the columns. It has: "Name", "Town"',
    })
    expect(readHeading(['account', 'name', 'Name'])).toEqual({
      fault: 'The column name stands in the first line twice',
    })
  })
  it('is written with all columns', () =>
    expect(readHeading([...columns])).toEqual({ columns: [...columns], unknown: [] }))
})

describe('line settings', () => {
  it('are read per account and left out when they are as usual', () => {
    const further = '5555 interval=90 encryption=required tolerances=binaryCrc+staleTime; 6666'
    const after = changed({ interval: '120', further_accounts: further }).site
    expect(after?.lines).toEqual([
      { account: '1A2B', interval: 120, tolerances: [], encryption: 'optional' },
      {
        account: '5555',
        interval: 90,
        tolerances: ['binaryCrc', 'staleTime'],
        encryption: 'required',
      },
      { account: '6666', interval: null, tolerances: [], encryption: 'optional' },
    ])
    expect(after && cellsOf(after).further_accounts).toBe(further)
  })
})

describe('a schedule', () => {
  it('is read by spans of days, with the usual grace and offset', () => {
    const after = changed({ schedule: 'Mon-Fri 9:00-18:00; sat 10:00-02:00' }).site
    expect(after?.schedule).toMatchObject({ utcOffset: 300, grace: 15 })
    expect(after?.schedule?.hours).toHaveLength(6)
    expect(after && cellsOf(after).schedule).toBe('mon-fri 09:00-18:00; sat 10:00-02:00')
  })
})

describe('how a crew gets into a site', () => {
  const row = {
    contacts: 'Guard post | A | 1; Duty desk | | 2 | Elsewhere',
    access_notes: ' Gate from the lane; the bell does not work ',
    key_holders: 'Caretaker | B | 3',
  }
  it('is read with who has keys, and which telephone does not ring at the site', () => {
    const after = changed(row).site
    expect(after).toMatchObject({
      contacts: [
        { role: 'Guard post', name: 'A', phone: '1' },
        { role: 'Duty desk', name: '', phone: '2', elsewhere: true },
      ],
      accessNotes: 'Gate from the lane; the bell does not work',
      keyHolders: [{ role: 'Caretaker', name: 'B', phone: '3' }],
    })
    expect(after && cellsOf(after).contacts).toBe(
      'Guard post | A | 1; Duty desk |  | 2 | elsewhere',
    )
  })
  it('is forgotten with an empty cell', () => {
    const full = changed(row).site
    if (!full) throw new Error('The row made a site')
    const after = changed({ access_notes: '', key_holders: '' }, full).site
    expect(after).not.toHaveProperty('accessNotes')
    expect(after).not.toHaveProperty('keyHolders')
  })
})

describe('the pictures of a site', () => {
  const kept = `${'a'.repeat(64)}.png`
  const sent = { ...registerOf([bank]), pictures: new Map([['Ground floor.png', kept]]) }
  const row = (pictures: string) => plan(rows({ account: '1A2B', pictures }), sent)
  it('are named by the files that were sent, with a caption or the name of the file', () => {
    const site = row('Ground floor.png=Plan\\; ground; Ground floor.png').changes[0]?.site
    expect(site?.pictures).toEqual([
      { picture: kept, caption: 'Plan; ground' },
      { picture: kept, caption: 'Ground floor' },
    ])
    expect(site && cellsOf(site).pictures).toBe(`${kept}=Plan\\; ground; ${kept}=Ground floor`)
  })
  it('are refused where nobody sent the file', () => {
    expect(said(row('yard.jpg').bad)).toEqual([
      '2: pictures: the hub has no picture "yard.jpg"; send it first (import with --media)',
    ])
  })
})
