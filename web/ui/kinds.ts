import type { Icon } from '@phosphor-icons/react'
import { ArticleIcon } from '@phosphor-icons/react/Article'
import { BuildingsIcon } from '@phosphor-icons/react/Buildings'
import { CalendarDotsIcon } from '@phosphor-icons/react/CalendarDots'
import { CompassIcon } from '@phosphor-icons/react/Compass'
import { HandHeartIcon } from '@phosphor-icons/react/HandHeart'
import { HandshakeIcon } from '@phosphor-icons/react/Handshake'
import { HashIcon } from '@phosphor-icons/react/Hash'
import { MapPinIcon } from '@phosphor-icons/react/MapPin'
import { MegaphoneIcon } from '@phosphor-icons/react/Megaphone'
import { PlantIcon } from '@phosphor-icons/react/Plant'
import { UserIcon } from '@phosphor-icons/react/User'
import type { EntityType } from '#contract/vocabulary/kinds.ts'

interface Look {
  icon: Icon
  /** The form of its tile, drawn in a square of 48: kinds are told apart without their colours too. */
  form: string
  /** Whether the form is an outline only. */
  open?: boolean
}

/** A circle, as a path. */
const disc = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

export const looks: Record<EntityType, Look> = {
  person: { icon: UserIcon, form: disc(24, 24, 23) },
  organization: { icon: BuildingsIcon, form: 'M13 2h22a11 11 0 0 1 11 11v22a11 11 0 0 1-11 11H13A11 11 0 0 1 2 35V13A11 11 0 0 1 13 2z' },
  project: {
    icon: PlantIcon,
    form: 'M21 2.2q3-1.7 6 0l15 8.7q3 1.7 3 5.2v15.8q0 3.5-3 5.2l-15 8.7q-3 1.7-6 0l-15-8.7q-3-1.7-3-5.2V16.1q0-3.5 3-5.2z'
  },
  program: { icon: CompassIcon, form: disc(24, 24, 20.5), open: true },
  event: { icon: CalendarDotsIcon, form: 'M20.5 2.5q3.5-3.5 7 0l18 18q3.5 3.5 0 7l-18 18q-3.5 3.5-7 0l-18-18q-3.5-3.5 0-7z' },
  theme: { icon: HashIcon, form: 'M2 22A20 20 0 0 1 22 2h20a4 4 0 0 1 4 4v20a20 20 0 0 1-20 20H6a4 4 0 0 1-4-4z' },
  territory: { icon: MapPinIcon, form: 'M24 1a20 20 0 0 1 20 20q0 13-20 26.5Q4 34 4 21A20 20 0 0 1 24 1z' },
  need: {
    icon: MegaphoneIcon,
    form: 'M14 4.5h20a10 10 0 0 1 10 10v12a10 10 0 0 1-10 10H23.5l-8 5.8q-1.5 1.1-1.5-.8v-5a10 10 0 0 1-10-10v-12a10 10 0 0 1 10-10z',
    open: true
  },
  offer: { icon: HandHeartIcon, form: 'M13 2h22a11 11 0 0 1 11 11v16a11 11 0 0 1-11 11v7l-9-7H13A11 11 0 0 1 2 29V13A11 11 0 0 1 13 2z' },
  introduction: { icon: HandshakeIcon, form: 'M24 9.6a16 16 0 1 1 0 28.8A16 16 0 1 1 24 9.6z' },
  portrait: { icon: ArticleIcon, form: 'M10 2h20l12 12v28a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z' }
}
