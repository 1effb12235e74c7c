import type { Language } from '@parley/flow-runtime'

export type Greeting = { language: Language; voice: string; speed: number; text: string; isMachine: boolean }

/** Sentences a machine says; `|` is a pause of 600 ms. */
const machines: Record<Language, readonly string[]> = {
  en: [
    'Hello, you have reached Jane Smith. I am not available right now. Please leave a message after the tone.',
    'Hi, this is Tom. I can’t come to the phone right now. Leave your name and number and I will call you back.',
    'Hi! | You have reached the voicemail of Peter Miller. Please leave a message after the beep.',
    'The person you are calling is not available. At the tone, please record your message.',
    'Your call has been forwarded to an automated voice messaging system. At the tone, please record your message.',
    'Hello. | We are not at home. | Please leave a message.',
    'You have reached Green Garden Services. Our office is closed. We are open from Monday to Friday between nine and five.',
    'This is the mailbox of Anna Brown. Please leave a message.',
    'Sorry, I missed your call, please leave a message and I will get back to you as soon as possible.',
    'Welcome to the Riverside dental practice. All our lines are busy at the moment, please try again later.',
    'Thank you for calling. We are unable to take your call at the moment. Please call again during our opening hours.',
  ],
  fr: [
    'Bonjour, vous êtes bien sur la messagerie de Claire Martin. Laissez un message après le signal sonore.',
    'Bonjour, je ne suis pas disponible pour le moment. Laissez-moi un message et je vous rappellerai.',
    'Votre correspondant n’est pas joignable. Veuillez laisser un message après le bip.',
    'Bonjour ! | Vous êtes bien chez les Durand. | Nous sommes absents, laissez-nous un message.',
    'Vous êtes sur le répondeur de Paul Bernard. Merci de laisser votre message.',
    'La boîte vocale de votre correspondant est pleine. Veuillez rappeler plus tard.',
    'Bienvenue au cabinet du docteur Moreau. Nos bureaux sont fermés, ouverts du lundi au vendredi de neuf heures à dix-huit heures.',
    'Bonjour, c’est Julie, je ne peux pas vous répondre, laissez vos coordonnées et je vous rappelle dès que possible.',
    'Le numéro que vous avez demandé est indisponible pour le moment, veuillez renouveler votre appel ultérieurement.',
    'Bonjour, vous êtes bien chez Luc. Je ne suis pas là pour le moment. Parlez après la tonalité.',
    'Messagerie vocale du zéro six douze. Laissez un message après le bip sonore.',
  ],
}

const people: Record<Language, readonly string[]> = {
  en: [
    'Hello?',
    'Hello, yes?',
    'Yes?',
    'Hi.',
    'Good morning.',
    'Jane Smith.',
    'Hello, this is Tom.',
    'Speaking.',
    'Who is this?',
    'Yeah, hello?',
    'Good morning, Riverside dental practice, how can I help you?',
  ],
  fr: [
    'Allô ?',
    'Oui ?',
    'Allô, oui ?',
    'Oui, bonjour.',
    'Bonjour.',
    'Claire Martin.',
    'Oui, j’écoute.',
    'Qui est à l’appareil ?',
    'Allô, c’est qui ?',
    'Oui, Paul Bernard, bonjour.',
    'Cabinet du docteur Moreau, bonjour, que puis-je faire pour vous ?',
  ],
}

const voices: Record<Language, readonly string[]> = {
  en: ['en-us', 'en-us+f2', 'en-gb-x-rp', 'en-us+m3'],
  fr: ['fr', 'fr+f3', 'fr+m3', 'fr+f1'],
}
const speeds = [0.8, 1, 1.15]

const all = (kind: Record<Language, readonly string[]>, isMachine: boolean): Greeting[] =>
  (['en', 'fr'] as const).flatMap((language) =>
    kind[language].map((text, index) => ({
      language,
      text,
      isMachine,
      voice: voices[language][index % 4] ?? language,
      speed: speeds[index % 3] ?? 1,
    })),
  )

/** How calls are answered: 22 greetings of machines and 22 of people, in English and French, several voices and speeds. */
export const greetings: readonly Greeting[] = [...all(machines, true), ...all(people, false)]
