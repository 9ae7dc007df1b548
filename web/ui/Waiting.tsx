const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** Lines that are on their way, in the form they will have. */
export function LinesWaiting({ count }: { count: number }) {
  return (
    <div className="lines" aria-hidden="true">
      {range(count).map((index) => (
        <div key={index} className="line">
          <span className="ghost ghost-tile" />
          <span className="line-words">
            <span className="ghost ghost-name" />
            <span className="ghost ghost-detail" />
          </span>
        </div>
      ))}
    </div>
  )
}

/** A text on its way. */
export function TextWaiting({ lines }: { lines: number }) {
  return (
    <div className="ghost-text" aria-hidden="true">
      {range(lines).map((index) => (
        <span key={index} className="ghost ghost-line" />
      ))}
    </div>
  )
}

/** A page on its way. */
export function PageWaiting() {
  return (
    <div className="page waiting" aria-busy="true">
      <TextWaiting lines={4} />
    </div>
  )
}
