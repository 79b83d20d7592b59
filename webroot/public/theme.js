// Runs before the first paint, so that a page chosen dark never flashes light. The app takes over from here.
(() => {
  try {
    const chosen = localStorage.getItem('tandem.theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden; the system's preference then decides.
  }
})();
