// The box to search from. What somebody looks for is put behind a # in the address, which no browser sends anywhere.
(function () {
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.getAttribute("role") !== "search" && !/(^| )find-here( |$)/.test(form.className)) return;
    event.preventDefault();
    var words = form.querySelector("input").value.trim();
    if (words) location.assign(form.action.split(/[?#]/)[0] + "#q=" + encodeURIComponent(words));
  });
})();
