/** Meetings on their way. */
export function MeetingsWaiting({ count }: { count: number }) {
  return (
    <div className="meetings" aria-hidden="true">
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <div key={place} className="meeting">
          <span className="pair">
            <span className="ghost ghost-tile" />
            <span className="ghost ghost-tile" />
          </span>
          <span className="ghost-text">
            <span className="ghost ghost-line" />
            <span className="ghost ghost-line" />
          </span>
        </div>
      ))}
    </div>
  )
}
