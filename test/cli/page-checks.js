// Questions to a page, asked inside the browser: the value of this file is an object of functions.
({
  /** Elements that reach beyond the window, and texts of a picture that reach beyond their boxes. */
  sticksOut() {
    const width = document.documentElement.clientWidth;
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.closest('.skip, desc, title') === null);
    const wide = shown.filter((element) => element.getBoundingClientRect().right > width + 0.5 || element.getBoundingClientRect().left < -0.5);
    const cut = [...document.querySelectorAll('svg')].flatMap((svg) => {
      const boxes = [...svg.querySelectorAll('rect.box')].map((box) => box.getBoundingClientRect());
      return [...svg.querySelectorAll('text:not([transform])')].filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return !boxes.some((box) => box.left <= left && box.right >= right && box.top <= top + 1 && box.bottom >= bottom - 1);
      });
    });
    return [...wide, ...cut].map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
  },

  width: () => document.documentElement.scrollWidth,

  /** The lowest contrast between a text and what is behind it. */
  lowestContrast() {
    const channels = (color) => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const light = (color) => {
      const [r, g, b] = channels(color).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      const color = getComputedStyle(element).backgroundColor;
      return channels(color)[3] === 0 ? behind(element.parentElement) : color;
    };
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    const texts = [...document.querySelectorAll('body *')].filter((element) => element.closest('svg, .skip') === null && hasText(element));
    return Math.min(
      ...texts.map((element) => {
        const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      }),
    );
  },

  headings: () => [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName).join(' '),

  danglingLinks: () => [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')).filter((href) => document.querySelector(href) === null),
});
