// Dragging with Pointer Events, as an extra: everything it does can be done by choosing and pressing too.

const FAR = 8;

/**
 * Let a person drag `handle` and drop it on one of the targets.
 * `targets` returns the elements to drop on; `drop` is called with the one it was dropped on.
 */
export function draggable(handle, targets, drop) {
  handle.addEventListener("pointerdown", (down) => {
    if (!down.isPrimary || down.button !== 0 || down.pointerType === "touch") return;
    let moving = false;
    handle.setPointerCapture(down.pointerId);
    const under = (event) =>
      targets().find((target) => {
        const box = target.getBoundingClientRect();
        return (
          event.clientX >= box.left &&
          event.clientX <= box.right &&
          event.clientY >= box.top &&
          event.clientY <= box.bottom
        );
      });
    const move = (event) => {
      const x = event.clientX - down.clientX;
      const y = event.clientY - down.clientY;
      if (!moving && Math.hypot(x, y) < FAR) return;
      moving = true;
      handle.classList.add("ju-dragged");
      handle.style.transform = `translate(${x}px, ${y}px)`;
      for (const target of targets()) target.classList.toggle("ju-over", target === under(event));
    };
    const end = (event) => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      handle.classList.remove("ju-dragged");
      handle.style.transform = "";
      for (const target of targets()) target.classList.remove("ju-over");
      // The press that ended a drag is not a choice.
      if (moving)
        handle.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, once: true });
      const target = moving && event.type === "pointerup" ? under(event) : null;
      if (target) drop(target);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
  });
}
