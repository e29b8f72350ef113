// Light or dark: as the device says, until a reader says otherwise. Runs before the page is painted.
(() => {
  const KEPT = "joinedup-appearance";
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const read = () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  };
  root.classList.add("js");
  const chosen = read();
  if (chosen === "light" || chosen === "dark") root.dataset.appearance = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.appearance");
    const isDark = () => (root.dataset.appearance ?? (device.matches ? "dark" : "light")) === "dark";
    const paint = () => (button.textContent = isDark() ? "Light" : "Dark");
    button.addEventListener("click", () => {
      root.dataset.appearance = isDark() ? "light" : "dark";
      try {
        localStorage.setItem(KEPT, root.dataset.appearance);
      } catch {
        // Where nothing can be kept, the choice lasts as long as the page.
      }
      paint();
    });
    device.addEventListener("change", paint);
    paint();
    delete button.dataset.waiting;
  });
})();
