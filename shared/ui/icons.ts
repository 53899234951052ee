// The drawings themselves, on a grid of 24, one path each. Add one only where a word alone would be slower to find.

export const icons = {
  back: 'M19 12H5M11 6l-6 6 6 6',
} as const;
