// Light or dark: as the device says, until a reader says otherwise. Runs before the page is painted.
//
// Whatever a browser knows of later JavaScript, it can read this file and those it is joined with: they say what has to
// be said where the other scripts cannot be read. So they keep to the JavaScript of 2009.
(function () {
  var KEPT = "joinedup-appearance";
  var root = document.documentElement;
  var device = window.matchMedia("(prefers-color-scheme: dark)");

  function read() {
    try {
      return localStorage.getItem(KEPT);
    } catch (_error) {
      return null;
    }
  }
  function isDark() {
    return (root.getAttribute("data-appearance") || (device.matches ? "dark" : "light")) === "dark";
  }

  root.className += " js";
  var chosen = read();
  if (chosen === "light" || chosen === "dark") root.setAttribute("data-appearance", chosen);

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.appearance");
    function paint() {
      button.textContent = isDark() ? "Light" : "Dark";
    }
    button.addEventListener("click", function () {
      var wanted = isDark() ? "light" : "dark";
      root.setAttribute("data-appearance", wanted);
      try {
        localStorage.setItem(KEPT, wanted);
      } catch (_error) {
        // Where nothing can be kept, the choice lasts as long as the page.
      }
      paint();
    });
    if (device.addEventListener) device.addEventListener("change", paint);
    paint();
    button.removeAttribute("data-waiting");
  });
})();
