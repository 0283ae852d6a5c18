// The slider of years: moves the upright of the fan and says the figures of that year, which stand in the table below.
(() => {
  const slider = document.getElementById("slider");
  if (!slider) return;
  const years = document.getElementById("years");
  const figure = document.getElementById("fan-figure");
  const arrives = document.getElementById("arrives");
  const steps = [...document.querySelectorAll("[data-months]")];

  function show() {
    const { months, says } = steps[years.valueAsNumber - 1].dataset;
    figure.dataset.ahead = months;
    arrives.textContent = says;
    years.setAttribute("aria-valuetext", `${Number(months) / 12} years`);
  }

  years.addEventListener("input", show);
  slider.hidden = false;
  show();
})();
