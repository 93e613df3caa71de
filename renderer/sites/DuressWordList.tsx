import { useTranslation } from 'react-i18next'
import { duressKey } from '../../shared/registry/duress-cell'
import type { Site } from '../../shared/sites/site'
import { listed } from '../../shared/text/isolated'

export interface DuressWordListProps {
  readonly contacts: Site['contacts']
  /** By `duressKey`, the hub's name for each. */
  readonly words: ReadonlyMap<string, string>
}

/** Contacts in call order with their words, large enough to read with a receiver at the ear. */
export function DuressWordList({ contacts, words }: DuressWordListProps) {
  const { t } = useTranslation()
  const inRegister = new Set(contacts.map(duressKey))
  return (
    <ol className="duress__list">
      {contacts.map((contact, at) => (
        <li key={`${contact.role}${contact.phone}`} className="duress__contact">
          <span className="duress__order">{at + 1}</span>
          <span className="duress__who">
            <span>{listed([contact.role, contact.name], ', ')}</span>
            <strong>{contact.phone}</strong>
          </span>
          <Word word={words.get(duressKey(contact))} agreed={contact.hasDuressWord === true} />
        </li>
      ))}
      {[...words]
        .filter(([contact]) => !inRegister.has(contact))
        .map(([contact, word]) => (
          <li key={contact} className="duress__contact">
            <span />
            <span className="duress__who">
              <span>{contact}</span>
              <span className="duress__none">{t('duress:not-listed')}</span>
            </span>
            <Word word={word} agreed />
          </li>
        ))}
    </ol>
  )
}

function Word({ word, agreed }: { word: string | undefined; agreed: boolean }) {
  const { t } = useTranslation()
  if (word !== undefined) return <strong className="duress__word">{word}</strong>
  return <span className="duress__none">{t(agreed ? 'duress:not-kept' : 'duress:none')}</span>
}
