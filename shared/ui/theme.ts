// Light, dark, or as the system has it. Mirrored outside the vault, so that the first frame is right before any of it
// is open: the mirror holds one of three words and nothing of the person.

export type Theme = 'system' | 'light' | 'dark';

export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (localStorage.getItem('theme') !== theme) localStorage.setItem('theme', theme);
  } catch {
    // Storage refused: the theme then holds for this page alone.
  }
}
