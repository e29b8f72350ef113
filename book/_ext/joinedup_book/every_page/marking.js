// Mark in a figure what is unfolded below it. The figure's own style does so by :has(); Firefox before 121 has none.
(function () {
  if (window.CSS && CSS.supports("selector(:has(a))")) return;

  function mark(part) {
    var figure = part.parentElement.parentElement;
    var drawn = figure.querySelectorAll(".ju-part-" + part.getAttribute("data-part"));
    for (var place = 0; place < drawn.length; place += 1) {
      drawn[place].style.setProperty("--ju-marked", part.open ? "visible" : "");
      drawn[place].style.setProperty("--ju-unmarked", part.open ? "hidden" : "");
    }
  }
  function toggled(event) {
    if (event.target.hasAttribute("data-part")) mark(event.target);
  }
  document.addEventListener("toggle", toggled, true);
})();
