import { maskName, maskPhone } from '../contacts/mask-person.ts'
import { shownNumber } from '../telephony/shown-number.ts'

/** Who a lead is as pages show it: only the first letter and the last two digits unless `personal`. */
export const shownContact = ({ name, phone }: { name?: string; phone: string }, { personal }: { personal: boolean }) =>
  personal ? { name, phone: shownNumber(phone).international } : { name: name && maskName(name), phone: maskPhone(phone) }
