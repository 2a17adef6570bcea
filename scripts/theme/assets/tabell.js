// Tables that sort by a column and rows that can be chosen by role, phase and place. Without it everything is shown.
(() => {
  const language = document.documentElement.lang;
  const order = new Intl.Collator([language, "nb"], { numeric: true });
  const words = (cell) => cell.dataset.sort ?? cell.textContent.trim();

  for (const table of document.querySelectorAll("table[data-sorter]")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows];
        rows.sort((a, b) => (down ? -1 : 1) * order.compare(words(a.cells[column]), words(b.cells[column])));
        table.tBodies[0].append(...rows);
      });
    });
  }

  const place = () => {
    try { return JSON.parse(localStorage.getItem("arbeidsplass"))?.sted; } catch { return ""; }
  };

  for (const form of document.querySelectorAll("form[data-filter]")) {
    const rows = [...form.nextElementSibling.querySelectorAll("tbody > tr")];
    const count = form.querySelector("[data-treff]");
    const choose = () => {
      const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
      for (const row of rows) {
        row.hidden = !chosen.every((select) => (row.dataset[select.name] ?? "").split(" ").includes(select.value));
      }
      count.textContent = `${count.dataset.ord} ${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
    };
    // #tildelingskontor, from a hit in the search: that role, at the reader's own place if there is one.
    const select = (name, value) => {
      const field = form.elements[name];
      if (value && [...(field?.options ?? [])].some((option) => option.value === value)) field.value = value;
    };
    const asked = () => {
      const role = decodeURIComponent(location.hash.slice(1));
      if (!role || !rows.some((row) => row.id === role)) return;
      form.reset();
      select("rolle", role);
      if (rows.some((row) => row.dataset.rolle === role && row.dataset.sted === place())) select("sted", place());
      choose();
      form.scrollIntoView();
    };
    form.hidden = false;
    form.addEventListener("change", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    choose();
    asked();
    addEventListener("hashchange", asked);
  }
})();
