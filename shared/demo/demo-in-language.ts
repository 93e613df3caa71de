import type { Language } from '../lang/language'
import type { Site } from '../sites/site'
import type { TeamRecord } from '../teams/team'
import type { DemoRegion } from './demo-region'
import { type DemoLanguage, demoWords } from './demo-words'

/** Places the parts of a text that contains numbers and names. */
type Template = (...parts: readonly string[]) => string

interface Templates {
  readonly unit: string
  readonly street: Template
  readonly road: Template
  readonly quarter: Template
  readonly contact: Template
  readonly team: Template
  readonly post: Template
}

const templates: Readonly<Record<DemoLanguage, Templates>> = {
  ru: {
    unit: 'Дежурная часть Кашкадарьи (демо)',
    street: (street, house, town) => `Демо-улица ${street}, дом ${house}, ${town}`,
    road: (from, to, km) => `Демо-дорога ${from} – ${to}, км ${km}`,
    quarter: (quarter, building, town) => `Демо-квартал ${quarter}, дом ${building}, ${town}`,
    contact: (number) => `Демо-контакт ${number}`,
    team: (callSign) => `Группа реагирования ${callSign}`,
    post: (number, town) => `Пост ${number}, ${town} (демо)`,
  },
  'uz-Latn': {
    unit: 'Qashqadaryo navbatchi qismi (demo)',
    street: (street, house, town) => `Demo koʻcha ${street}, ${house}-uy, ${town}`,
    road: (from, to, km) => `Demo yoʻl ${from} – ${to}, ${km}-km`,
    quarter: (quarter, building, town) => `Demo mavze ${quarter}, ${building}-bino, ${town}`,
    contact: (number) => `Demo aloqa ${number}`,
    team: (callSign) => `Tezkor guruh ${callSign}`,
    post: (number, town) => `${number}-post, ${town} (demo)`,
  },
  'uz-Cyrl': {
    unit: 'Қашқадарё навбатчи қисми (демо)',
    street: (street, house, town) => `Демо кўча ${street}, ${house}-уй, ${town}`,
    road: (from, to, km) => `Демо йўл ${from} – ${to}, ${km}-км`,
    quarter: (quarter, building, town) => `Демо мавзе ${quarter}, ${building}-бино, ${town}`,
    contact: (number) => `Демо алоқа ${number}`,
    team: (callSign) => `Тезкор гуруҳ ${callSign}`,
    post: (number, town) => `${number}-пост, ${town} (демо)`,
  },
}

/**
 * The same region with its names in another language: ids, accounts, places and telephone numbers
 * stay.
 */
export function demoInLanguage(region: DemoRegion, language: Language): DemoRegion {
  if (language === 'en') return region
  const say = sayIn(language)
  return {
    ...region,
    name: templates[language].unit,
    sites: region.sites.map((site) => siteIn(site, say)),
    teams: region.teams.map((team) => teamIn(team, say)),
  }
}

interface Saying {
  readonly word: (english: string) => string
  readonly text: (kind: Exclude<keyof Templates, 'unit'>, text: string) => string | null
}

const patterns = {
  street: /^Demo street (.+), house (.+), (.+)$/,
  road: /^Demo road (.+) – (.+), km (.+)$/,
  quarter: /^Demo quarter (.+), building (.+), (.+)$/,
  contact: /^Demo contact (.+)$/,
  team: /^Response team (.+)$/,
  post: /^Post (.+), (.+) \(demo\)$/,
} as const

function sayIn(language: DemoLanguage): Saying {
  const word = (english: string): string => demoWords[english]?.[language] ?? english
  return {
    word,
    text: (kind, text) => {
      const parts = patterns[kind].exec(text)?.slice(1)
      return parts ? templates[language][kind](...parts.map(word)) : null
    },
  }
}

function siteIn(site: Site, { word, text }: Saying): Site {
  const { name, address, purpose, town, zones, contacts, hazards, accessNotes, keyHolders } = site
  const person = <Person extends { readonly role: string; readonly name: string }>(
    one: Person,
  ): Person => ({
    ...one,
    role: word(one.role),
    name: text('contact', one.name) ?? one.name,
  })
  const [, kind = '', number = '', where = ''] = /^(.+) (\S+) · (.+)$/.exec(name) ?? []
  return {
    ...site,
    name: `${word(kind)} ${number} · ${word(where)}`,
    address:
      text('street', address) ?? text('road', address) ?? text('quarter', address) ?? address,
    purpose: word(purpose),
    town: word(town),
    zones: zones.map((zone) => ({ ...zone, name: word(zone.name) })),
    contacts: contacts.map(person),
    hazards: hazards.map(word),
    ...(accessNotes !== undefined && { accessNotes: word(accessNotes) }),
    ...(keyHolders && { keyHolders: keyHolders.map(person) }),
  }
}

const teamIn = (team: TeamRecord, { text }: Saying): TeamRecord => ({
  ...team,
  name: text('team', team.name) ?? team.name,
  post: text('post', team.post) ?? team.post,
})
