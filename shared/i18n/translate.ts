// Turns a key into a sentence of one language. The language comes in as a value, so nothing here remembers anything.

import type en from './en.json';

export type MessageKey = keyof typeof en;

/** A sentence, or one sentence for each plural form that the language has. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

/** All the sentences of a language, or those of the areas that a page asked for. */
export type Messages = Readonly<Partial<Record<MessageKey, Message>>>;

export interface Words {
  /** The text for `key`. `values.n` chooses the plural form; `{name}` is replaced by `values.name`. */
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** BCP 47 tag, for `Intl` and for the attribute `lang`. */
  readonly locale: string;
}

export function createWords(locale: string, messages: Messages): Words {
  let rules: Intl.PluralRules | undefined; // made when first needed: it costs a millisecond before the first paint
  const formOf = (count: number) => {
    rules ??= new Intl.PluralRules(locale);
    return rules.select(count);
  };
  const translate = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const message = messages[key];
    if (message === undefined) return key; // an area that was not asked for: the tests look for such leftovers
    const text = typeof message === 'string' ? message : (message[formOf(Number(values['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? value.toLocaleString(locale) : (value ?? placeholder);
    });
  };
  return Object.assign(translate, { locale });
}
