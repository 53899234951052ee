// What both the form and the row of a promise are checked against. Apart from the form, because Today reads rows before
// anybody writes one.

export const forms = ['dated', 'ifThen'] as const;
export type CommitmentForm = (typeof forms)[number];

/** `HH:MM` */
export const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
