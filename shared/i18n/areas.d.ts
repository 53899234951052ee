// An import with a query is made by scripts/word-areas.ts: some areas of the words instead of all of them. Which keys
// those are the compiler cannot read from the address, so the answer has the type of any part of a language.
declare module '@i18n/en.json?areas=*' {
  const words: import('./translate.ts').Messages;
  export default words;
}
