import { z } from 'zod'
import { city, count, date, description, type Field, holder, moment, name, territory, text, themes, url, visibility } from './fields.ts'
import type { Words } from './words.ts'

/** A kind of entity: its label in the graph, its file in the CSV form, its fields in the order of the file's columns. */
export interface Kind {
  label: string
  file: string
  name: Words
  plural: Words
  fields: Record<string, Field>
}

const kind = (kind: Kind): Kind => kind

const stage = text({ fr: 'Étape', en: 'Stage' }, { search: 0.2 })
const kindField = text({ fr: 'Type', en: 'Kind' }, { search: 0.3 })
const createdOn = date({ fr: 'Création', en: 'Created' })
const status = text({ fr: 'État', en: 'Status' })
/** Needs and offers have no name of their own: they are called by their text. */
const spoken = text({ fr: 'Texte', en: 'Text' }, { search: 0.8 })

/** Every kind of entity there is; adding one is one entry here. */
export const kinds = {
  person: kind({
    label: 'Person',
    file: 'people',
    name: { fr: 'Personne', en: 'Person' },
    plural: { fr: 'Personnes', en: 'People' },
    fields: {
      name,
      role: text({ fr: 'Fonction', en: 'Role' }, { search: 0.5 }),
      bio: text({ fr: 'Présentation', en: 'About' }, { search: 0.4 }),
      themes,
      territory,
      city,
      email: text({ fr: 'Courriel', en: 'Email' }, { seenBy: 'connectors' }),
      phone: text({ fr: 'Téléphone', en: 'Phone' }, { seenBy: 'connectors' }),
      url,
      visibility
    }
  }),
  organization: kind({
    label: 'Organization',
    file: 'organizations',
    name: { fr: 'Organisation', en: 'Organization' },
    plural: { fr: 'Organisations', en: 'Organizations' },
    fields: {
      name,
      kind: kindField,
      description,
      themes,
      territory,
      city,
      url,
      siren: text({ fr: 'SIREN', en: 'SIREN' }, { search: 0.5 }),
      logo: text({ fr: 'Logo', en: 'Logo' }),
      visibility
    }
  }),
  project: kind({
    label: 'Project',
    file: 'projects',
    name: { fr: 'Projet', en: 'Project' },
    plural: { fr: 'Projets', en: 'Projects' },
    fields: {
      name,
      description,
      stage,
      started_on: date({ fr: 'Début', en: 'Start' }),
      ended_on: date({ fr: 'Fin', en: 'End' }),
      themes,
      territory,
      city,
      url,
      visibility
    }
  }),
  program: kind({
    label: 'Program',
    file: 'programs',
    name: { fr: 'Programme', en: 'Programme' },
    plural: { fr: 'Programmes', en: 'Programmes' },
    fields: { name, kind: kindField, description, themes, territory, city, url, visibility }
  }),
  event: kind({
    label: 'Event',
    file: 'events',
    name: { fr: 'Événement', en: 'Event' },
    plural: { fr: 'Événements', en: 'Events' },
    fields: {
      name,
      description,
      family: text({ fr: 'Famille', en: 'Family' }, { search: 0.3 }),
      format: text({ fr: 'Format', en: 'Format' }, { search: 0.3 }),
      starts_at: moment({ fr: 'Début', en: 'Starts' }),
      ends_at: moment({ fr: 'Fin', en: 'Ends' }),
      venue: text({ fr: 'Lieu', en: 'Venue' }, { search: 0.3 }),
      capacity: count({ fr: 'Places', en: 'Capacity' }),
      themes,
      territory,
      city
    }
  }),
  theme: kind({
    label: 'Theme',
    file: 'themes',
    name: { fr: 'Thème', en: 'Theme' },
    plural: { fr: 'Thèmes', en: 'Themes' },
    fields: { name, description }
  }),
  territory: kind({
    label: 'Territory',
    file: 'territories',
    name: { fr: 'Territoire', en: 'Territory' },
    plural: { fr: 'Territoires', en: 'Territories' },
    fields: { name, description }
  }),
  need: kind({
    label: 'Need',
    file: 'needs',
    name: { fr: 'Besoin', en: 'Need' },
    plural: { fr: 'Besoins', en: 'Needs' },
    fields: {
      holder: holder('SEEKS', { fr: 'Qui cherche', en: 'Who seeks' }),
      text: spoken,
      themes,
      territory,
      status,
      created_on: createdOn
    }
  }),
  offer: kind({
    label: 'Offer',
    file: 'offers',
    name: { fr: 'Offre', en: 'Offer' },
    plural: { fr: 'Offres', en: 'Offers' },
    fields: {
      holder: holder('OFFERS', { fr: 'Qui propose', en: 'Who offers' }),
      text: spoken,
      themes,
      territory,
      status,
      created_on: createdOn
    }
  }),
  introduction: kind({
    label: 'Introduction',
    file: 'introductions',
    name: { fr: 'Mise en relation', en: 'Introduction' },
    plural: { fr: 'Mises en relation', en: 'Introductions' },
    fields: {
      name,
      state: text({ fr: 'État', en: 'State' }),
      created_on: createdOn,
      held_on: date({ fr: 'Rencontre', en: 'Met' }),
      note: text({ fr: 'Note', en: 'Note' }, { search: 0.2 })
    }
  }),
  portrait: kind({
    label: 'Portrait',
    file: 'portraits',
    name: { fr: 'Portrait', en: 'Portrait' },
    plural: { fr: 'Portraits', en: 'Portraits' },
    fields: {
      name,
      text: text({ fr: 'Texte', en: 'Text' }, { search: 0.4 }),
      published_on: date({ fr: 'Publication', en: 'Published' }),
      themes,
      territory,
      url
    }
  })
} satisfies Record<string, Kind>

/** The name of every kind, in the order of `kinds`. */
export const types = Object.keys(kinds) as [EntityType, ...EntityType[]]
export type EntityType = keyof typeof kinds
/** A kind of entity as the API writes it: lowercase, singular. */
export const EntityType = z.enum(types)
