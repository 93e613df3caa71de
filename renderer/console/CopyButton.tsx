import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../shared/lang/decision'
import { Button } from '../ui/Button'
import { notify } from './console-changes'
import { usePorts } from './console-context'
import './copy-button.css'

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const around = useRef<HTMLSpanElement>(null)
  const copy = () => {
    if (around.current && copyText(text, around.current))
      notify(ports, 'done', sentence('copied', 'Copied'))
    else
      notify(
        ports,
        'refused',
        sentence('copy-failed', 'It cannot be copied here: select it and press Ctrl+C'),
      )
  }
  return (
    <span className="copy-button" ref={around}>
      <Button tone="quiet" onClick={copy}>
        {t('app:copy')}
      </Button>
    </span>
  )
}

/**
 * Copies through its own field, inside `near`, since a modal dialog makes everything else inert.
 * Not through `navigator.clipboard`: the page has no permissions, not even that one (see
 * electron/main/window/guards.ts).
 */
function copyText(text: string, near: HTMLElement): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'visually-hidden'
  near.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
