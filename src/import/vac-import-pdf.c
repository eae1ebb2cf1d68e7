/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pdf"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vac-error.h"
#include "vac-import-lines.h"
#include "vac-import-pdf-text.h"
#include "vac-import-private.h"
#include "vac-package.h"
#include "vac-paste-line.h"
#include "vac-poppler.h"

/* A posting has a few pages, and a page about fifty lines. */
#define MAX_PAGES 200
#define MAX_LINES_OF_PAGE 1000
#define MAX_LINES 20000

/* Gaps of a line, in parts of its size: of words, of cells. */
#define WORD_GAP 0.2
#define CELL_GAP 0.8

/* Letters whose heights differ by more, in parts of their size, are not on one line. */
#define OTHER_HEIGHT 0.6

/* In bytes: the two words that our own pages keep on a last line, see paper/vac-piece-marks.c. */
#define LONGEST_ENDING 28

typedef struct
{
  const VacPoppler *poppler;
  GPtrArray        *lines;     /* of VacPdfLine */
  double            width;     /* of the first page, in points */
  double            height;
  int               n_right;   /* letters of the first page from the right, less the others */
} Reader;

/* Each character of a page, in the order in which they are read. */
typedef struct
{
  char             *text;      /* without the marks of direction, which have no box */
  PopplerRectangle *boxes;
  guint             n_boxes;
  char             *bold;      /* a byte for each character: 'b' or not */
  float            *sizes;
  gboolean          from_right;
} Characters;

static gboolean
is_bold_font (const char *name)
{
  static const char *const words[] = { "bold", "black", "heavy", "demi" };
  g_autofree char *folded = g_ascii_strdown (name != NULL ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Lines that run from the right are measured from there, so that all others need not care. */
static void
mirror (Characters *self,
        double      width)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      PopplerRectangle *box = &self->boxes[i];
      const double left = box->x1;

      box->x1 = width - box->x2;
      box->x2 = width - left;
    }
}

static void
count_directions (Reader      *self,
                  PopplerPage *page)
{
  g_autofree char *whole = self->poppler->poppler_page_get_text (page);

  for (const char *text = whole != NULL ? whole : ""; *text != '\0'; text = g_utf8_next_char (text))
    {
      const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW)
        self->n_right++;
      else if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED)
        self->n_right--;
    }
}

static char *
strip_directions (char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x202a || c > 0x202e)
        g_string_append_unichar (out, c);
    }
  g_free (text);

  return g_string_free (out, FALSE);
}

static void
characters_init (Characters   *self,
                 const Reader *reader,
                 PopplerPage  *page)
{
  const VacPoppler *poppler = reader->poppler;
  const gboolean from_right = reader->n_right > 0;
  PopplerRectangle area = { 0 };
  GList *attributes;

  /* From the corner where the text begins: what is before it in the first line is left out. */
  poppler->poppler_page_get_size (page, from_right ? &area.x1 : &area.x2, &area.y2);
  attributes = poppler->poppler_page_get_text_attributes_for_area (page, &area);
  *self = (Characters) {
    .text = strip_directions (poppler->poppler_page_get_text_for_area (page, &area)),
    .from_right = from_right,
  };
  poppler->poppler_page_get_text_layout_for_area (page, &area, &self->boxes, &self->n_boxes);
  if (from_right)
    mirror (self, area.x1);
  self->bold = g_malloc0 (self->n_boxes + 1);
  self->sizes = g_new0 (float, self->n_boxes + 1);
  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *attribute = l->data;
      const char bold = is_bold_font (attribute->font_name) ? 'b' : '-';
      const guint end = (guint) CLAMP (attribute->end_index + 1, 0, (gint64) self->n_boxes);

      for (guint i = (guint) MAX (attribute->start_index, 0); i < end; i++)
        {
          self->bold[i] = bold;
          self->sizes[i] = (float) attribute->font_size;
        }
    }
  poppler->poppler_page_free_text_attributes (attributes);
}

static void
characters_clear (Characters *self)
{
  g_free (self->text);
  g_free (self->boxes);
  g_free (self->bold);
  g_free (self->sizes);
}

/* Letters that type sets as one, such as "fi", and forms of Arabic ones. */
static char *
spell (gunichar c)
{
  const gboolean is_form = (c >= 0xfb00 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
  char text[7] = "";

  g_unichar_to_utf8 (c, text);

  return is_form ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL) : g_strdup (text);
}

static void
append (VacPdfLine *line,
        const char *text,
        char        bold)
{
  g_string_append (line->text, text);
  while (line->bold->len < line->text->len)
    g_string_append_c (line->bold, bold);
}

/* A gap of words is a blank and one of cells a tab, whether or not the file has a blank in it. In a
 * line that runs from the right a wide gap is rather where figures run from the left. */
static void
append_gap (VacPdfLine *line,
            double      gap,
            double      size,
            gboolean    from_right)
{
  const gboolean blank = line->text->len > 0 &&
                         g_ascii_isspace (line->text->str[line->text->len - 1]);
  const gboolean wide = gap > CELL_GAP * size && !from_right;

  if (wide && blank)
    line->text->str[line->text->len - 1] = '\t';
  else if (wide || (gap > WORD_GAP * size && !blank))
    append (line, wide ? "\t" : " ", 'b');
}

static double
get_gap (const PopplerRectangle *before,
         const PopplerRectangle *box)
{
  return MAX (box->x1 - before->x2, before->x1 - box->x2);
}

/* Two short words alone on a line may be there so that none is alone: no room was short. */
static gboolean
is_kept_ending (const char *text)
{
  const char *blank = strchr (text, ' ');

  return blank != NULL && strchr (blank + 1, ' ') == NULL && strlen (text) <= LONGEST_ENDING;
}

/* "2 900 €" and "25 %" stay together. */
static gboolean
is_within_number (const char *text,
                  const char *blank)
{
  const gunichar next = *blank == ' ' ? g_utf8_get_char (blank + 1) : 0;

  return next != 0 && blank > text && g_ascii_isdigit (blank[-1]) &&
         (g_unichar_isdigit (next) || next == '%' ||
          g_unichar_type (next) == G_UNICODE_CURRENCY_SYMBOL);
}

/* How wide its first word is about, by the others; what stays together is one word here. */
static void
measure_word (VacPdfLine *line)
{
  const double length = (double) MAX (g_utf8_strlen (line->text->str, -1), 1);
  const char *start = line->text->str + vac_paste_measure_bullet (line->text->str);
  const char *end = start;

  if (is_kept_ending (start))
    {
      line->word_width = line->right - line->left;
      return;
    }
  while (*end != '\0' &&
         (!g_unichar_isspace (g_utf8_get_char (end)) || is_within_number (start, end)))
    {
      end = g_utf8_next_char (end);
      if (g_unichar_iswide (g_utf8_get_char (end)))
        break;
    }
  line->word_width = (line->right - line->left) / length *
                     (double) g_utf8_strlen (start, end - start);
}

/* Takes the characters up to the end of a line, which are @n. */
static VacPdfLine *
read_line (const Characters *characters,
           const char       *text,
           guint             first,
           guint             n,
           guint             page)
{
  VacPdfLine *line = vac_pdf_line_new (page);
  const PopplerRectangle *before = NULL;
  gboolean in_mark = TRUE;
  double size = 0;

  for (guint i = first; i < first + n; i++, text = g_utf8_next_char (text))
    {
      const PopplerRectangle *box = &characters->boxes[i];
      const gunichar c = g_utf8_get_char (text);
      g_autofree char *spelled = spell (c);

      if (g_unichar_isspace (c))
        {
          /* Where text runs from the right, blanks stand after the letter that follows them. */
          append (line, before != NULL && !characters->from_right ? " " : "",
                  characters->bold[i]);
          continue;
        }
      size = characters->sizes[i] > 0 ? (double) characters->sizes[i] : size;
      if (before != NULL)
        append_gap (line, get_gap (before, box), size, characters->from_right);
      append (line, spelled, characters->bold[i]);
      if (in_mark && vac_paste_measure_bullet (line->text->str) < line->text->len)
        {
          in_mark = FALSE;
          line->text_left = box->x1;
        }
      line->left = MIN (line->left, box->x1);
      line->right = MAX (line->right, box->x2);
      line->bottom = box->y2;
      line->size = MAX (line->size, size);
      before = box;
    }
  while (line->text->len > 0 && g_ascii_isspace (line->text->str[line->text->len - 1]))
    g_string_truncate (line->text, line->text->len - 1);
  g_string_truncate (line->bold, line->text->len);
  measure_word (line);

  return line;
}

/* A bullet stays with its text. */
static void
take_line (Reader     *self,
           VacPdfLine *line,
           gboolean    goes_on)
{
  VacPdfLine *before = goes_on && self->lines->len > 0
                       ? g_ptr_array_index (self->lines, self->lines->len - 1) : NULL;

  line->goes_on = before != NULL;
  if (line->text->len > 0 && (before == NULL || !vac_pdf_line_is_mark (before)))
    {
      g_ptr_array_add (self->lines, line);
      return;
    }
  if (line->text->len > 0)
    {
      before->text_left = line->left;
      vac_pdf_line_append (before, line, "\t");
    }
  vac_pdf_line_free (line);
}

/* How far characters reach, from a place in a line to its end or from its beginning. */
typedef struct
{
  double left;
  double right;
} Reach;

static void
extend (Reach                  *reach,
        const PopplerRectangle *box)
{
  reach->left = MIN (reach->left, box->x1);
  reach->right = MAX (reach->right, box->x2);
}

/* Takes the characters of one height, and what is behind each wide gap as a line of its own. */
static void
read_pieces (Reader           *self,
             const Characters *characters,
             const char       *text,
             guint             first,
             guint             n,
             guint             page)
{
  g_autofree Reach *rest = g_new (Reach, n + 1);
  const char *at = g_utf8_offset_to_pointer (text, n), *start = text;
  Reach before = { G_MAXDOUBLE, -G_MAXDOUBLE };
  guint from = 0;

  rest[n] = before;
  for (guint i = n; i-- > 0;)
    {
      at = g_utf8_prev_char (at);
      rest[i] = rest[i + 1];
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        extend (&rest[i], &characters->boxes[first + i]);
    }
  for (guint i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      const double gap = MAX (rest[i].left - before.right, before.left - rest[i].right);

      if (g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      if (before.right > before.left &&
          gap > CELL_GAP * (double) characters->sizes[first + i])
        {
          take_line (self, read_line (characters, start, first + from, i - from, page), from > 0);
          from = i;
          start = at;
        }
      extend (&before, &characters->boxes[first + i]);
    }
  take_line (self, read_line (characters, start, first + from, n - from, page), from > 0);
}

/* Takes what is one line to the library: lines of narrow columns are, at several heights. */
static void
read_row (Reader           *self,
          const Characters *characters,
          const char       *text,
          guint             first,
          guint             n,
          guint             page)
{
  const char *start = text;
  double bottom = 0, size = 0;
  guint from = 0;

  for (guint i = 0; i < n; i++, text = g_utf8_next_char (text))
    {
      const double here = characters->boxes[first + i].y2;

      if (g_unichar_isspace (g_utf8_get_char (text)))
        continue;
      if (size > 0 &&
          fabs (here - bottom) > OTHER_HEIGHT * MAX (size, (double) characters->sizes[first + i]))
        {
          read_pieces (self, characters, start, first + from, i - from, page);
          from = i;
          start = text;
        }
      bottom = here;
      size = (double) characters->sizes[first + i];
    }
  read_pieces (self, characters, start, first + from, n - from, page);
}

static void
read_page (Reader      *self,
           PopplerPage *page,
           guint        number)
{
  Characters characters;
  guint first = 0, n_lines = 0;

  characters_init (&characters, self, page);
  for (const char *text = characters.text;
       *text != '\0' && n_lines < MAX_LINES_OF_PAGE; n_lines++)
    {
      const char *end = strchr (text, '\n');
      const gsize size = end != NULL ? (gsize) (end - text) : strlen (text);
      const guint n = (guint) g_utf8_strlen (text, (gssize) size);

      if (n > characters.n_boxes || first > characters.n_boxes - n)
        break;
      read_row (self, &characters, text, first, n, number);
      first += n + 1;
      text += size + (end != NULL);
    }
  characters_clear (&characters);
}

static void
read_pages (Reader          *self,
            PopplerDocument *document,
            VacDraft        *draft)
{
  const int n_pages = self->poppler->poppler_document_get_n_pages (document);

  for (int i = 0; i < MIN (n_pages, MAX_PAGES) && self->lines->len < MAX_LINES; i++)
    {
      PopplerPage *page = self->poppler->poppler_document_get_page (document, i);

      if (page == NULL)
        continue;
      if (self->width <= 0)
        {
          self->poppler->poppler_page_get_size (page, &self->width, &self->height);
          count_directions (self, page);
        }
      read_page (self, page, (guint) i);
      g_object_unref (page);
    }
  if (n_pages > MAX_PAGES || self->lines->len >= MAX_LINES)
    vac_draft_remark_cut (draft);
}

static const char *
guess_language (GPtrArray *lines,
                VacDraft  *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n",
                            ((const VacPdfLine *) g_ptr_array_index (lines, i))->text->str);

  return vac_draft_guess_language (draft, text->str);
}

/*
 * vac_import_pdf:
 * @bytes: a PDF file
 * @drafts: (element-type VacDraft): takes its draft
 * @error: return location for a sentence
 *
 * Returns: whether it could be read and has a text
 */
gboolean
vac_import_pdf (GBytes    *bytes,
                GPtrArray *drafts,
                GError   **error)
{
  const VacPoppler *poppler = vac_poppler_load (error);
  const char *language;
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (vac_pdf_line_free);
  g_autoptr (VacDraft) draft = vac_draft_new ();
  g_autofree char *title = NULL;
  Reader reader = { .poppler = poppler, .lines = lines };

  if (poppler == NULL)
    return FALSE;
  document = poppler->poppler_document_new_from_bytes (bytes, NULL, &cause);
  if (document == NULL)
    {
      if (g_error_matches (cause, poppler->poppler_error_quark (), POPPLER_ERROR_ENCRYPTED))
        vac_package_set_locked (error);
      else
        vac_package_set_damaged (error);
      return FALSE;
    }
  title = poppler->poppler_document_get_title (document);
  read_pages (&reader, document, draft);
  g_object_unref (document);
  if (lines->len == 0)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file holds pictures of pages, and no text that can be read."));
      return FALSE;
    }
  language = guess_language (lines, draft);
  vac_pdf_lines_take_cells (lines, vac_pdf_lines_find_size (lines), language);
  vac_pdf_lines_order_lists (lines);
  vac_pdf_lines_join_gaps (lines, reader.n_right > 0);
  vac_pdf_lines_drop_heads (lines, reader.height, title);
  vac_pdf_lines_join_rows (lines);
  vac_pdf_lines_set_columns (lines, reader.width);
  vac_pdf_lines_compose (lines, title, language, draft);

  return vac_import_take_draft (g_steal_pointer (&draft), drafts, error);
}
