import { searchAttributes } from '@parley/temporal/contract'
import { Connection, isGrpcServiceError } from '@temporalio/client'
import { StackError } from '../stack-error.ts'

/** INDEXED_VALUE_TYPE_KEYWORD of Temporal's protocol. */
const keyword = 2
const deadlineMs = 10_000

type Place = { address: string; namespace: string }

/**
 * Makes sure that a Temporal server knows what calls are found by. Asks first and adds only what is missing, so that a server that has
 * them needs no rights for it. Throws StackError SEARCH_ATTRIBUTES_REFUSED with the command that does it by hand.
 */
export async function registerSearchAttributes({ address, namespace }: Place): Promise<void> {
  const refused = (reason: string) => new StackError('SEARCH_ATTRIBUTES_REFUSED', sentence({ address, namespace }, reason))
  const connection = await Connection.connect({ address, connectTimeout: deadlineMs }).catch((error) => {
    throw refused(reasonOf(error))
  })
  try {
    const { operatorService } = connection
    const missing = async () => {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
      const wrong = searchAttributes.filter((name) => (customAttributes[name] ?? keyword) !== keyword)
      if (wrong.length > 0) throw refused(`${wrong.join(', ')} is there already with another type`)
      return searchAttributes.filter((name) => customAttributes[name] === undefined)
    }
    await connection.withDeadline(Date.now() + deadlineMs, async () => {
      const names = await missing()
      if (names.length === 0) return
      try {
        await operatorService.addSearchAttributes({
          namespace,
          searchAttributes: Object.fromEntries(names.map((name) => [name, keyword])),
        })
      } catch (error) {
        if ((await missing()).length > 0) throw error // another start may have added them meanwhile
      }
    })
  } catch (error) {
    throw error instanceof StackError ? error : refused(reasonOf(error))
  } finally {
    await connection.close()
  }
}

const reasonOf = (error: unknown) => {
  if (isGrpcServiceError(error)) return error.details
  return error instanceof Error ? error.message : String(error)
}

const sentence = ({ address, namespace }: Place, reason: string) =>
  `The search attributes of calls could not be registered in the namespace ${namespace} of the Temporal server at ${address} (${reason}). ` +
  `Let somebody who may do it run \`temporal operator search-attribute create --address ${address} --namespace ${namespace} ` +
  `${searchAttributes.map((name) => `--name ${name} --type Keyword`).join(' ')}\`, then start again.`
