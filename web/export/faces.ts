import display from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2?url'
import text from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'

const faces = [
  { name: 'Bricolage Grotesque', weights: '200 800', url: display },
  { name: 'Instrument Sans', weights: '400 700', url: text }
]

/** A file of this site as a URL that holds it. */
async function held(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** The faces of the pages (both SIL OFL 1.1) in a style sheet that needs nothing else: an SVG looks the same in any browser. */
export async function facesInside(): Promise<string> {
  const rules = faces.map(
    async ({ name, weights, url }) => `@font-face{font-family:"${name}";font-weight:${weights};src:url(${await held(url)}) format("woff2")}`
  )
  return (await Promise.all(rules)).join('')
}
