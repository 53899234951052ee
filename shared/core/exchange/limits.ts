// How much a file from outside may hold. What is larger is refused before it is read, or as soon as it shows.

const mebibyte = 1024 * 1024;

export const exchangeLimits = {
  /** An archive on the disk. Only the texts in it are read, so that years of photos beside them do no harm. */
  archive: 1024 * mebibyte,
  /** A file of text on the disk. */
  text: 64 * mebibyte,
  /** All that is unpacked from one archive. */
  unpacked: 96 * mebibyte,
  /** Unpacked bytes for each packed one. Words reach 10 and tables of equal lines 100; the format allows 1032. */
  ratio: 250,
  /** Below this many bytes the ratio says nothing. */
  ratioFrom: mebibyte,
  /** Records of one import, because they are written in one act: ten years of three a day, and as many again. */
  records: 20_000,
} as const;
