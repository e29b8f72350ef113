// A page of sheets to print. Without this script, the browser's own print command does the same.

(function () {
  var button = document.querySelector("button[data-print]");
  button.addEventListener("click", function () {
    window.print();
  });
  button.hidden = false;
  // The style sheet shows one sheet alone by :has(); where the browser has none, it asks for this.
  if (CSS.supports("selector(:has(a))")) return;
  function tellWhetherOne() {
    document.body.setAttribute("data-one", String(document.querySelector(".sheet:target") !== null));
  }
  window.addEventListener("hashchange", tellWhetherOne);
  window.addEventListener("load", tellWhetherOne); // not before: until then the address may point at nothing
})();
