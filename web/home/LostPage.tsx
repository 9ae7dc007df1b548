import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { words } from '../words.ts'

export function LostPage() {
  const say = useSay()
  return (
    <Page title={say(words.lost.title)}>
      <Heading className="unseen">{say(words.lost.title)}</Heading>
      <Face title={say(words.lost.title)} hint={say(words.lost.hint)}>
        <ButtonLink rank="main" href={to.home()}>
          {say(words.lost.home)}
        </ButtonLink>
        <ButtonLink href={to.search()}>{say(words.search.title)}</ButtonLink>
      </Face>
    </Page>
  )
}
