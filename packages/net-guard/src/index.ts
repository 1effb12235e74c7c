export { type AddressGuard, type AddressRefusal, AddressRefusedError, createAddressGuard, originsOf } from './address-guard.ts'
