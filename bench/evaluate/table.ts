import { aligned, milliseconds } from '../figures.ts'
import { type Evaluation, OURS } from './evaluate.ts'
import type { Estimate } from './intervals.ts'
import { measureNames, measures } from './scores.ts'

/** As shares are written: .272, and −.041 where less. */
const shown = (value: number, isSigned = false): string => {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  if (Number(digits) === 0) return digits
  return value < 0 ? `−${digits}` : isSigned ? `+${digits}` : digits
}

const cell = ({ mean, low, high }: Estimate): string => `${shown(mean)} (${shown(low)}–${shown(high)})`

/** A difference, marked where its interval leaves no doubt on which side of zero it is. */
function differenceCell({ mean, low, high }: Estimate): string {
  const told = `${shown(mean, true)} (${shown(low, true)} to ${shown(high, true)})`
  return low > 0 || high < 0 ? `${told} *` : told
}

const count = (number: number): string => number.toLocaleString('en').replaceAll(',', ' ')

/** What was measured, as lines to be read. */
export function tableOf(evaluation: Evaluation): string[] {
  const { folder, asOf, type, seed, settings, entities, ties, queries, candidates, pairs, farPairs, methods, differences } = evaluation
  const { alreadyMet, answering, seconds } = evaluation
  const titles = measureNames.map((measure) => measures[measure])
  const asked = Object.entries(settings).map(([name, value]) => `, ${name} ${value}`)
  return [
    `${folder}: ${count(entities)} entities and ${count(ties)} ties, as of ${asOf}${asked.join('')}`,
    `${count(queries)} queries, ${count(candidates)} candidates (${type}), ${count(pairs)} true pairs, ${count(farPairs)} of them three steps apart or farther; seed ${seed}`,
    '',
    ...aligned([
      ['', ...titles, 'suggested'],
      ...methods.map(({ method, measures, suggested }) => [
        method,
        ...measureNames.map((measure) => cell(measures[measure])),
        count(suggested)
      ])
    ]),
    '',
    `${OURS} less each, query by query; * where the interval leaves zero out`,
    '',
    ...aligned([
      ['', ...titles],
      ...differences.map(({ than, measures }) => [than, ...measureNames.map((measure) => differenceCell(measures[measure]))])
    ]),
    '',
    ...(alreadyMet > 0 ? [`${count(alreadyMet)} of ${OURS}'s suggestions had met already.`] : []),
    `Answered in ${milliseconds(answering.p50)} (p50), ${milliseconds(answering.p95)} (p95); ${seconds.toFixed(0)} s in all.`
  ]
}
