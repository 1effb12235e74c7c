export { type CarrierStatus, earlierStatuses, isOver, laterStatus } from './call-status.ts'
export {
  type CallEndCode,
  type Carrier,
  type CarrierConnection,
  type CarrierDeps,
  type CarrierKind,
  type CarrierNews,
  type CarrierNumber,
  type CarrierReply,
  type CarrierRequest,
  type CarrierType,
  type CredentialField,
  carrierKind,
  type DialOrder,
  type DialResult,
  type FoundCall,
  type HangUpResult,
  mediaOf,
  type RouteResult,
  type SoughtCall,
  type TestStep,
  type TransferOrder,
  type TransferResult,
} from './carrier.ts'
export { type CarrierCode, CarrierError, DialUnknown } from './carrier-error.ts'
export { carrierTypeOf, carrierTypes } from './carrier-types.ts'
export { type CarrierEvent, carrierEvents, carrierUrl } from './carrier-urls.ts'
