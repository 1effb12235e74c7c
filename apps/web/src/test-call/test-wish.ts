/** A test that something outside the drawer asks for; another `key` each time. */
export type TestWish = { kind: 'voice' | 'text'; key: number }
