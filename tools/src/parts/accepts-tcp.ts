import { connect } from 'node:net'

/** True when something accepts connections at host:port. */
export const acceptsTcp = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const split = address.lastIndexOf(':')
    const socket = connect({ host: address.slice(0, split), port: Number(address.slice(split + 1)), timeout: 2_000 })
    const answer = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
