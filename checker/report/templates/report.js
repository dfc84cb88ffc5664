(function () {
  "use strict";
  var one = function (selector, inside) { return (inside || document).querySelector(selector); };
  var all = function (selector, inside) { return Array.from((inside || document).querySelectorAll(selector)); };
  document.documentElement.classList.add("js");

  // A link such as scorecard.html?view=provider opens on that side.
  var asked = /[?&]view=(commissioner|provider|both)\b/.exec(location.search);
  if (asked) { one({ commissioner: "#v-com", provider: "#v-pro", both: "#v-both" }[asked[1]]).checked = true; }

  // The evidence can be narrowed to one priority and one stage.
  var priority = one("#f-prio"), stage = one("#f-stage"), items = all(".ev-item");
  function narrow() {
    var shown = 0;
    items.forEach(function (item) {
      var fits = (!priority.value || item.dataset.prio.split(" ").includes(priority.value)) &&
        (!stage.value || item.dataset.stage.split(" ").includes(stage.value));
      item.hidden = !fits;
      if (fits) { shown += 1; }
    });
    all(".ev-doc").forEach(function (file) { file.hidden = !one(".ev-item:not([hidden])", file); });
    one("#f-none").hidden = shown > 0;
    one("#f-count").textContent = "Showing " + shown + " of " + items.length;
  }
  function clear() { priority.value = stage.value = ""; narrow(); }
  if (priority && stage) {
    priority.addEventListener("change", narrow);
    stage.addEventListener("change", narrow);
    one("#f-clear").addEventListener("click", clear);
    // A link to a quote that is filtered out shows all quotes first.
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest('a[href^="#"]');
      var target = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
      if (target && target.closest(".ev-item[hidden], .ev-doc[hidden]")) { clear(); }
    });
  }

  // Wording and questions can be copied where the browser allows it.
  if (navigator.clipboard) {
    all("[data-copy]").forEach(function (place) {
      var button = document.createElement("button"), words = place.dataset.copy;
      button.type = "button";
      button.className = "noprint";
      button.textContent = words;
      if (place.dataset.about) { button.setAttribute("aria-label", words + ": " + place.dataset.about); }
      button.addEventListener("click", function () {
        var text = all(".w", place).map(function (part, at) {
          var says = (part.dataset.say || part.textContent).trim();
          return place.dataset.numbered ? (at + 1) + ". " + says : says;
        }).join("\n\n");
        navigator.clipboard.writeText(text).then(
          function () { button.removeAttribute("aria-label"); button.textContent = "Copied"; },
          function () { button.textContent = "Could not copy"; }
        );
      });
      place.appendChild(button);
    });
  }
  addEventListener("beforeprint", function () { all("details").forEach(function (part) { part.open = true; }); });
}());
