// The first words of a long text, as one paragraph: lists show a few lines of it and never carry the rest.

const characters = 600;

export const beginningOf = (text: string): string => text.slice(0, characters).replace(/\s+/g, ' ').trim();
