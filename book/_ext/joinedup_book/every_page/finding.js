// The box to search from. What somebody looks for stands behind a # in the address, which no browser sends anywhere.
(() => {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[role=search], .find-here");
    if (!form) return;
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    if (words) location.assign(`${form.action.split(/[?#]/)[0]}#q=${encodeURIComponent(words)}`);
  });
})();
