import path from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A flow of 10 MB is imported as text inside JSON, where its quotes take two characters.
  experimental: { proxyClientMaxBodySize: '24mb' },
  transpilePackages: [
    '@parley/campaigns',
    '@parley/db',
    '@parley/flow-runtime',
    '@parley/net-guard',
    '@parley/recordings',
    '@parley/temporal',
    '@parley/understanding',
  ],
  serverExternalPackages: [
    '@livekit/av',
    'pg',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@temporalio/client',
    'livekit-server-sdk',
    'undici',
    '@deepgram/sdk',
    '@elevenlabs/elevenlabs-js',
    'openai',
    '@microsoft/recognizers-text-suite',
  ],
  turbopack: { root: path.join(import.meta.dirname, '../..') },
}

export default config
