(function () {
  "use strict";
  var PAGE = 50;
  var one = function (selector, inside) { return (inside || document).querySelector(selector); };
  var all = function (selector, inside) { return Array.from((inside || document).querySelectorAll(selector)); };
  var parts = all("#list .part");
  if (!parts.length) { return; }
  document.documentElement.classList.add("js");

  // Only the rows of one page stay in the document; the others wait here.
  var rows = all("#list .part tbody tr"), table = one("table", parts[0]), body = table.tBodies[0];
  var search = one("#q"), buyer = one("#f-buyer"), year = one("#f-year"), show = one("#f-show");
  var back = one("#back"), on = one("#on"), heads = Array.from(table.tHead.rows[0].cells);
  var at = 0, fit = rows, names = rows.map(function (row) { return row.cells[0].textContent.toLowerCase(); });
  rows.forEach(function (row, place) { row.place = place; });
  parts.slice(1).forEach(function (part) { part.remove(); });
  table.caption.textContent = "Tenders";

  function fits(row) {
    var kind = show.value, when = row.cells[2].textContent || "unknown";
    return names[row.place].includes(search.value.trim().toLowerCase()) &&
      (!buyer.value || row.dataset.b === buyer.value) && (!year.value || when === year.value) &&
      (!kind || (kind === "must" ? +row.cells[8].textContent > 0 : kind === "gap" || kind === "unread" ?
        kind in row.dataset : row.dataset.p.split(" ").includes(kind)));
  }
  function draw() {
    var shown = fit.slice(at, at + PAGE), many = fit.length.toLocaleString("en-GB");
    body.replaceChildren.apply(body, shown);
    one("#count").textContent = shown.length ? "Showing " + (at + 1).toLocaleString("en-GB") + " to " +
      (at + shown.length).toLocaleString("en-GB") + " of " + many + (fit.length < rows.length ? " that match" : "") :
      "No tender matches";
    back.hidden = at === 0;
    on.hidden = at + PAGE >= fit.length;
  }
  function narrow() { at = 0; fit = rows.filter(fits); draw(); }
  function turn(pages) {
    return function () {
      at += pages * PAGE;
      draw();
      one("#list").scrollIntoView();
      // The button may have gone; the first row is where reading goes on.
      var first = one("a", body) || body;
      first.focus({ preventScroll: true });
    };
  }
  [buyer, year, show].forEach(function (choice) { choice.addEventListener("change", narrow); });
  search.addEventListener("input", narrow);
  back.addEventListener("click", turn(-1));
  on.addEventListener("click", turn(1));

  // Every head sorts; what is not known stands last in either direction.
  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent : cell.dataset.v;
  }
  function sort(head, column) {
    var down = head.getAttribute("aria-sort") === "ascending", numbers = head.classList.contains("n");
    heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var order = new Intl.Collator("en-GB", { numeric: true });
    var keyed = rows.map(function (row) { return [value(row, column), row]; });
    keyed.sort(function (a, b) {
      var x = a[0], y = b[0], by;
      if (x === "" || y === "") { return (x === "") - (y === "") || a[1].place - b[1].place; }
      by = numbers ? x - y : order.compare(x, y);
      return (down ? -by : by) || a[1].place - b[1].place;
    });
    rows = keyed.map(function (pair) { return pair[1]; });
    narrow();
  }
  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () { sort(head, column); });
  });

  // On paper the list is whole: every tender that fits, and every fold open.
  addEventListener("beforeprint", function () {
    all("details").forEach(function (part) { part.open = true; });
    body.replaceChildren.apply(body, fit);
  });
  addEventListener("afterprint", draw);
  draw();
}());
