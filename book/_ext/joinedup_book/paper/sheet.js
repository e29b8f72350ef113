// A page of sheets to print. Without this script, the browser's own print command does the same.

(() => {
  const button = document.querySelector("button[data-print]");
  button.addEventListener("click", () => window.print());
  button.hidden = false;
})();
