/** What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets): most control characters, halves of characters, two that are none. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Whether XML can hold a text as it is. */
export const isSayable = (text: string): boolean => text.search(FORBIDDEN) < 0

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML holds it, between tags or within double quotes; line ends and tabs stay what they are in both. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/g, (one) => references[one] ?? `&#${one.charCodeAt(0)};`)

type Value = string | number | undefined

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Record<string, Value>, ...content: string[]): string {
  let opening = name
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) opening += ` ${attribute}="${typeof value === 'number' ? value : escaped(value)}"`
  return content.length > 0 ? `<${opening}>${content.join('')}</${name}>` : `<${opening}/>`
}
