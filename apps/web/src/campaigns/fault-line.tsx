/** What is wrong with a part of the form; told to screen readers. */
export function FaultLine({ fault }: { fault: string | undefined }) {
  if (fault === undefined) return null
  return (
    <p role="alert" className="text-danger text-xs">
      {fault}
    </p>
  )
}
