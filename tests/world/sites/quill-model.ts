/**
 * Defines `quillToHtml(quill)`: Quill 1 has no export of its own, so its delta (the model) is written as HTML. Only
 * what stands in the delta comes out, whatever the element shows.
 */
export const quillToHtml = `
  const escapeText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  window.quillToHtml = (quill) => '<p>' + quill.getContents().ops.map(({ insert, attributes = {} }) => {
    const inner = typeof insert === 'string'
      ? escapeText(insert).replace(/\\n$/, '').replace(/\\n/g, '</p><p>')
      : insert.image ? '<img src="' + escapeText(insert.image) + '">' : '';
    return attributes.link ? '<a href="' + escapeText(attributes.link) + '">' + inner + '</a>' : inner;
  }).join('') + '</p>';
`;
