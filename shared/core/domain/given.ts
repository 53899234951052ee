// Optional properties, handed on.

type Given<Values> = { readonly [Name in keyof Values]?: NonNullable<Values[Name]> };

/** Only what is there: an optional property is absent, never `undefined` or `null`. */
export const given = <Values extends object>(values: Values): Given<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as Given<Values>;
