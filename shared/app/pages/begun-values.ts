// What was begun in a form comes from the disk: each value is taken only if the field can show it.

export const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

export const flagOr = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

export const oneOf = <Choice extends string>(choices: readonly Choice[], value: unknown, otherwise: Choice): Choice =>
  choices.find((choice) => choice === value) ?? otherwise;
