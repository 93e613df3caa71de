import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { ActionButton, type ActionButtonProps } from './ActionButton'
import type { Action } from './action'
import type { ConsoleData } from './console-store'
import {
  actionsOf,
  byPlace,
  type Card,
  type CardRegion,
  type CardSubject,
  type Feature,
  type LedgerPart,
} from './feature'
import type { LineCommand } from './line-command'

const Features = createContext<readonly Feature[]>([])

/** Gives its children the parts and actions of all features, without naming the features. */
export function FeatureParts({
  features,
  children,
}: {
  features: readonly Feature[]
  children: ReactNode
}) {
  return <Features.Provider value={features}>{children}</Features.Provider>
}

export interface CardPartsProps {
  readonly card: Card
  readonly region: CardRegion
  readonly subject: CardSubject
}

export function CardParts({ card, region, subject }: CardPartsProps) {
  const features = useContext(Features)
  const parts = useMemo(
    () =>
      byPlace(
        features
          .flatMap(({ cardParts = [] }) => cardParts)
          .filter((part) => part.region === region && part.cards.includes(card)),
      ),
    [features, region, card],
  )
  return parts.map(({ place, Part }) => <Part key={place} {...subject} />)
}

export function useLedgerParts(): readonly LedgerPart[] {
  const features = useContext(Features)
  return useMemo(() => byPlace(features.flatMap(({ ledger = [] }) => ledger)), [features])
}

export function NamedAction({
  id,
  ...button
}: { readonly id: string } & Omit<ActionButtonProps, 'action'>) {
  const action = useContext(Features)
    .flatMap(({ actions = [] }) => actions)
    .find((one) => one.id === id)
  return action ? <ActionButton action={action} {...button} /> : null
}

/** The actions of all features in one kind of window, in the order of the key list. */
export function useActions(mode: ConsoleData['mode']): readonly Action[] {
  const features = useContext(Features)
  return useMemo(() => actionsOf(features, mode), [features, mode])
}

export function useLineCommands(): readonly LineCommand[] {
  const features = useContext(Features)
  return useMemo(() => features.flatMap(({ line = [] }) => line), [features])
}

export function SettingsParts() {
  const features = useContext(Features)
  return byPlace(features.flatMap(({ settings = [] }) => settings)).map(({ place, Part }) => (
    <Part key={place} />
  ))
}
