// Put into every page that is tried, before its own scripts: notes what it complains of, in any engine.
(function () {
  var complaints = (window.complaints = []);
  function note(what) {
    complaints.push(String(what));
  }
  window.addEventListener(
    "error",
    function (event) {
      var part = event.target;
      note(event.message || "did not load: " + (part.src || part.href || part.tagName));
    },
    true,
  );
  window.addEventListener("unhandledrejection", function (event) {
    note(event.reason);
  });
  window.addEventListener("securitypolicyviolation", function (event) {
    note("forbidden: " + event.blockedURI);
  });
  ["error", "warn"].forEach(function (kind) {
    var say = console[kind];
    console[kind] = function () {
      note(Array.prototype.join.call(arguments, " "));
      say.apply(console, arguments);
    };
  });
})();
