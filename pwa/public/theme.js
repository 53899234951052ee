// Before the first frame: the theme that was chosen, so that a dark room is not lit up for a moment. A classic script,
// because a module would run too late. `shared/ui/theme.ts` writes what is read here.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage refused: the theme of the system is right enough.
}
