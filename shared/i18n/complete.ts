// Fails to compile when a language lacks a key. One line for each language; nothing of this reaches a bundle.

import type { Message, MessageKey } from './translate.ts';

/** What a language file has to be. */
export type Complete<Language extends Readonly<Record<MessageKey, Message>>> = Language;

/** English is the type of the others, so it needs no line. */
export type Languages = [];
