/**
 * A connection URL as separate fields: with a `connectionString` node-postgres ignores a `database` given beside it,
 * and a "shadow" database would be the main one.
 */
export function connectionOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    schema: searchParams.get('schema') ?? undefined,
    client: {
      host: searchParams.get('host') ?? hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)),
      ssl: sslOf(searchParams.get('sslmode')),
      max: 4,
    },
  }
}

/** As libpq: `require` encrypts without checking the certificate, the verify modes check it. */
function sslOf(mode) {
  if (mode === 'require') return { rejectUnauthorized: false }
  return mode === 'verify-ca' || mode === 'verify-full' ? true : undefined
}
