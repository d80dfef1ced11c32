// Keeps what is typed as a draft: at most every ten seconds, and when the page is put away, if it changed. Without script there is the button.
(() => {
  const form = document.getElementById("reply");
  const said = document.querySelector("#kept-draft span");
  if (!form || !said) return;
  const words = () => ["title", "text"].map((name) => form.elements[name]?.value ?? "").join("\n");
  let kept = words();
  let timer = 0;
  let leaving = false;

  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    const now = words();
    if (leaving || now === kept) return;
    const data = new URLSearchParams(new FormData(form));
    data.set("keep", "yes");
    fetch(form.action, { method: "POST", body: data, keepalive: true })
      .then((answer) => {
        // It leads to the list of drafts; if not, the session has ended, or the group's agreement comes first, and nothing was kept.
        if (!answer.url.endsWith("show=drafts")) return;
        kept = now;
        said.hidden = words() !== now;
      })
      .catch(() => {});
  };

  form.addEventListener("input", () => {
    said.hidden = true;
    if (!timer) timer = setTimeout(keep, 10_000);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
})();
