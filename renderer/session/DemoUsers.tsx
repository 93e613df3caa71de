import { useTranslation } from 'react-i18next'
import type { DemoSignIn } from '../../shared/ipc/contract'
import { Button } from '../ui/Button'

export interface DemoUsersProps {
  readonly demo: DemoSignIn
  readonly onChosen: (username: string, password: string) => void
}

/** The users of a demo, one key press each. Their password is public, so it is shown here. */
export function DemoUsers({ demo, onChosen }: DemoUsersProps) {
  const { t } = useTranslation()
  return (
    <section className="demo-users" aria-label={t('session:demo')}>
      <h2 className="demo-users__title">{t('session:demo')}</h2>
      <ul className="demo-users__list">
        {demo.users.map(({ username, role }) => (
          <li key={username}>
            <Button onClick={() => onChosen(username, demo.password)}>
              <span className="demo-users__role">{t(`kinds:role.${role}`)}</span>{' '}
              <span className="demo-users__name">{username}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="demo-users__password selectable">
        {t('session:demo-password')}: <strong>{demo.password}</strong>
      </p>
    </section>
  )
}
