import type { Icon } from '@phosphor-icons/react'
import { ArrowsMergeIcon } from '@phosphor-icons/react/ArrowsMerge'
import { BridgeIcon } from '@phosphor-icons/react/Bridge'
import { CompassIcon } from '@phosphor-icons/react/Compass'
import { DoorOpenIcon } from '@phosphor-icons/react/DoorOpen'
import { HandWavingIcon } from '@phosphor-icons/react/HandWaving'
import { HashIcon } from '@phosphor-icons/react/Hash'
import { LinkBreakIcon } from '@phosphor-icons/react/LinkBreak'
import type { QuestionKind } from '#contract/questions.ts'

/** The sign of each kind of question. */
export const signs: Record<QuestionKind, Icon> = {
  newcomer: HandWavingIcon,
  bridge: BridgeIcon,
  closed: DoorOpenIcon,
  gap: ArrowsMergeIcon,
  missed: LinkBreakIcon,
  'lone-theme': HashIcon,
  'unused-program': CompassIcon
}
