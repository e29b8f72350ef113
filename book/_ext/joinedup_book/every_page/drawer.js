// The list of contents on a narrow screen: it closes once a link in it was followed, and opens without popovers too.
(function () {
  var hasPopovers = "popover" in HTMLElement.prototype;

  document.addEventListener("DOMContentLoaded", function () {
    var list = document.getElementById("contents");
    var button = document.querySelector(".contents-button");
    if (!list || !button) return;

    function isOpen() {
      return hasPopovers ? list.matches(":popover-open") : list.hasAttribute("data-open");
    }
    /** Where there are no popovers, do what they would: show the list, say so, and bring the focus back. */
    function show(open) {
      if (hasPopovers) return void (open ? list.showPopover() : list.hidePopover());
      if (open) list.setAttribute("data-open", "");
      else list.removeAttribute("data-open");
      button.setAttribute("aria-expanded", String(open));
      (open ? list.querySelector(".contents-close") : button).focus();
    }
    function close() {
      if (isOpen()) show(false);
    }

    list.addEventListener("click", function (event) {
      for (var link = event.target; link !== list; link = link.parentElement) {
        if (link.tagName === "A" && link.hash && link.pathname === location.pathname) return close();
      }
    });
    if (hasPopovers) return;

    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", list.id);
    document.addEventListener("click", function (event) {
      if (event.target === button) show(!isOpen());
      else if (event.target.className === "contents-close" || !list.contains(event.target)) close();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") close();
    });
  });
})();
