// Where an exercise, or a page that a script makes, does not start: one line that says so and what to do.
//
// A browser that is too old cannot read the script that starts them, and would say nothing to its reader.
(function () {
  /** How long, in milliseconds, a browser that is new enough may take once everything is here. */
  var PATIENCE = 10000;
  var STARTED = "[data-joinedup], [data-workbook], [data-group], [data-paper], #search-results";
  var words = document.currentScript ? document.currentScript.dataset : {};

  /** Whether this browser lacks what Chrome 109, Firefox 115 and Safari 16.4 all have. */
  function isTooOld() {
    return !(
      window.CSS &&
      CSS.supports("container-type", "inline-size") &&
      "CompressionStream" in window &&
      "findLast" in Array.prototype
    );
  }
  function waiting() {
    var found = document.querySelectorAll(STARTED);
    return Array.prototype.filter.call(found, function (part) {
      return !part.hasAttribute("data-ready");
    });
  }
  /** Every exercise says it; of a page that is made of several parts, the first. */
  function say(text) {
    waiting().forEach(function (part, place) {
      if (place > 0 && !part.hasAttribute("data-joinedup")) return;
      var line = document.createElement("p");
      line.className = "not-started";
      line.setAttribute("role", "status");
      line.textContent = text;
      part.insertBefore(line, part.querySelector(".ju-paper") || part.firstChild);
      takeBackOnce(part, line);
    });
  }
  /** What starts late after all no longer says that it hasn't. */
  function takeBackOnce(part, line) {
    var watch = new MutationObserver(function () {
      if (!part.hasAttribute("data-ready")) return;
      if (line.parentNode) line.parentNode.removeChild(line);
      watch.disconnect();
    });
    watch.observe(part, { attributes: true });
  }

  window.addEventListener("load", function () {
    if (isTooOld()) say(words.tooOld);
    else {
      setTimeout(function () {
        say(words.notStarted);
      }, PATIENCE);
    }
  });
})();
