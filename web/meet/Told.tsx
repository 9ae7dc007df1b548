import type { EntityRef } from '#contract/entity.ts'
import { to } from '../location.ts'
import { linked } from '../questions/linked.ts'
import { Link } from '../ui/Link.tsx'

/** A sentence whose names lead to their cards. */
export function Told({ sentence, entities }: { sentence: string; entities: readonly EntityRef[] }) {
  return linked(sentence, entities).map(({ text, entity }) =>
    entity ? (
      <Link key={text} href={to.card(entity.id)}>
        {text}
      </Link>
    ) : (
      text
    )
  )
}
