import { describe, expect, test } from 'vitest'
import { intentIn } from '../web/box/parse.ts'

describe('what a text in the box asks for', () => {
  test.each([
    ["chemin d'Ada à Bob", { act: 'way', from: 'Ada', to: 'Bob' }],
    ['Chemin d’Ada Morel a Bob Lave', { act: 'way', from: 'Ada Morel', to: 'Bob Lave' }],
    ['chemin de Nour Arnica à ', { act: 'way', from: 'Nour Arnica', to: '' }],
    ['chemin de Nour', { act: 'way', from: 'Nour', to: '' }],
    ['de Théo à la Fabrique', { act: 'way', from: 'Théo', to: 'Fabrique' }],
    ['way from Ada to Bob', { act: 'way', from: 'Ada', to: 'Bob' }],
    ['comment rejoindre Élodie', { act: 'reach', to: 'Élodie' }],
    ['reach Élodie', { act: 'reach', to: 'Élodie' }],
    ['qui peut me présenter à octave', { act: 'reach', to: 'octave' }],
    ['Qui peut me présenter Octave Basalte ?', { act: 'reach', to: 'Octave Basalte' }],
    ['qui pourrait nous présenter au Connecteur', { act: 'reach', to: 'Connecteur' }],
    ['Comment rejoindre Octave ?', { act: 'reach', to: 'Octave' }],
    ['who can introduce me to Octave?', { act: 'reach', to: 'Octave' }],
    ['qui connaît octave', { act: 'knows', of: 'octave' }],
    ['who knows Octave?', { act: 'knows', of: 'Octave' }],
    ["besoins d'Octave", { act: 'needs', of: 'Octave' }],
    ['offres du Connecteur', { act: 'offers', of: 'Connecteur' }],
    ['offers by Octave', { act: 'offers', of: 'Octave' }],
    ['autour de Turing 22', { act: 'around', of: 'Turing 22' }],
    ['Autour d’Ada', { act: 'around', of: 'Ada' }],
    ['autour du Connecteur', { act: 'around', of: 'Connecteur' }],
    ['around Turing 22', { act: 'around', of: 'Turing 22' }],
    ["projets autour de l'énergie", { act: 'kind', type: 'project', about: 'énergie' }],
    ['personnes à Thiers', { act: 'kind', type: 'person', about: 'Thiers' }],
    ['événements', { act: 'kind', type: 'event', about: '' }],
    ['EVENEMENTS', { act: 'kind', type: 'event', about: '' }],
    ['people in Lyon', { act: 'kind', type: 'person', about: 'Lyon' }],
    ['liste', { act: 'list' }],
    ['communautés', { act: 'communities' }]
  ])('%s', (text, intent) => {
    expect(intentIn(text)).toEqual(intent)
  })

  test.each(['Turing 22', 'Ada', 'chemin', 'projet de loi', 'autour', '', 'à', 'qui', '?'])('%s is only searched', (text) => {
    expect(intentIn(text)).toBeUndefined()
  })
})
