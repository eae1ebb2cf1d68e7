/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pdf"

#include "config.h"

#include <string.h>

#include "vac-pdf-private.h"

/* An entry of the cross-reference table: ten digits, a blank, five, a blank, a letter, line end. */
#define XREF_ENTRY 20

/* Finds @text at or after @from. */
static const char *
find (GByteArray *pdf,
      gsize       from,
      const char *text)
{
  if (from >= pdf->len)
    return NULL;

  return memmem (pdf->data + from, pdf->len - from, text, strlen (text));
}

static const char *
find_last (GByteArray *pdf,
           const char *text)
{
  const char *found = NULL;

  for (const char *at = find (pdf, 0, text); at != NULL;
       at = find (pdf, (gsize) (at + 1 - (const char *) pdf->data), text))
    found = at;

  return found;
}

/* Reads the number after @name in the trailer. */
static gboolean
read_number (GByteArray *pdf,
             gsize       from,
             const char *name,
             guint64    *number)
{
  const char *at = find (pdf, from, name);

  if (at == NULL)
    return FALSE;

  *number = g_ascii_strtoull (at + strlen (name), NULL, 10);
  return *number > 0;
}

/* Where an object begins, if the table at @xref has one section that begins with object 0. */
static gsize
find_object (GByteArray *pdf,
             gsize       xref,
             guint64     object,
             guint64     size)
{
  const char *header = find (pdf, xref, "\n0 ");
  const char *entries;
  gsize entry;

  if (header == NULL || object >= size)
    return 0;

  entries = memchr (header + 1, '\n', (gsize) ((const char *) pdf->data + pdf->len - header - 1));
  if (entries == NULL)
    return 0;

  entry = (gsize) (entries + 1 - (const char *) pdf->data) + object * XREF_ENTRY;
  if (entry + XREF_ENTRY > pdf->len)
    return 0;

  return (gsize) g_ascii_strtoull ((const char *) pdf->data + entry, NULL, 10);
}

static gboolean
is_language (const char *language)
{
  return *language != '\0'
         && strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
              == strlen (language);
}

/* What the file is read by, apart from its pages. */
typedef struct
{
  GByteArray *pdf;
  guint64     xref;
  guint64     root;
  guint64     info;
  guint64     size;
  const char *catalog;      /* what is in it */
  gsize       length;       /* of what is in it */
  GString    *objects;      /* written anew */
  GString    *entries;      /* where they are */
} Update;

/* Begins an object that takes the place of the earlier one. */
static void
begin_object (Update  *self,
              guint64  number)
{
  const gsize place = self->pdf->len + self->objects->len;

  g_string_append_printf (self->entries, "%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT
                                         " 00000 n \n", number, place);
  g_string_append_printf (self->objects, "%" G_GUINT64_FORMAT " 0 obj\n<< ", number);
}

/* The catalog once more, with what it had and the language. */
static void
add_catalog (Update     *self,
             const char *language)
{
  begin_object (self, self->root);
  g_string_append_printf (self->objects, "/Lang (%s)\n"
                                         "   /ViewerPreferences << /DisplayDocTitle true >>",
                          language);
  g_string_append_len (self->objects, self->catalog, (gssize) self->length);
  g_string_append (self->objects, "endobj\n");
}

/* ISO 32000-1, 7.9.2.2, text string. */
static void
append_text (GString    *out,
             const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  g_string_append (out, "<FEFF");
  for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
    g_string_append_printf (out, "%04X", *unit);
  g_string_append_c (out, '>');
}

/* The tag of the picture at or after @from once more, with what is read in its place (14.9.3). A
 * title cannot look like it: cairo lets no line end into one. Returns: where the tag ends, 0 when
 * there is none */
static gsize
add_figure (Update     *self,
            gsize       from,
            const char *alternative)
{
  static const char head[] = " 0 obj\n<< /Type /StructElem\n   /S /" VAC_PDF_FIGURE "\n";
  const char *start = find (self->pdf, from, head);
  const char *end = start != NULL
                        ? find (self->pdf, (gsize) (start - (const char *) self->pdf->data),
                                "endobj") : NULL;
  const char *number = start;

  if (end == NULL)
    return 0;
  while (number > (const char *) self->pdf->data && g_ascii_isdigit (number[-1]))
    number--;

  begin_object (self, g_ascii_strtoull (number, NULL, 10));
  g_string_append (self->objects, "/Alt ");
  append_text (self->objects, alternative);
  start += strlen (" 0 obj\n<<");
  g_string_append_len (self->objects, start, end - start);
  g_string_append (self->objects, "endobj\n");

  return (gsize) (end - (const char *) self->pdf->data);
}

/* cairo writes the tags in the order in which they were begun. */
static void
add_figures (Update    *self,
             GPtrArray *alternatives)
{
  gsize from = 0;

  for (guint i = 0; i < alternatives->len && (i == 0 || from > 0); i++)
    from = add_figure (self, from, g_ptr_array_index (alternatives, i));
}

/* Viewers use the later one of two objects. ISO 32000-1, 7.5.6, incremental updates. */
static void
append_update (Update *self)
{
  const gsize table = self->pdf->len + self->objects->len;

  g_string_append_printf (self->objects, "xref\n%s", self->entries->str);
  g_string_append_printf (self->objects, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %"
                                         G_GUINT64_FORMAT " 0 R\n   /Info %" G_GUINT64_FORMAT
                                         " 0 R\n   /Prev %" G_GUINT64_FORMAT
                                         "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          self->size, self->root, self->info, self->xref, table);
  g_byte_array_append (self->pdf, (const guint8 *) self->objects->str, (guint) self->objects->len);
}

/* Finds the catalog, if the file is one that cairo wrote and nobody has added to. */
static gboolean
find_catalog (Update *self)
{
  const char *start = find_last (self->pdf, "startxref\n");
  const char *end;
  gsize object;

  if (start == NULL)
    return FALSE;
  self->xref = g_ascii_strtoull (start + strlen ("startxref\n"), NULL, 10);
  if (find (self->pdf, self->xref, "xref") != (const char *) self->pdf->data + self->xref
      || !read_number (self->pdf, self->xref, "/Size ", &self->size)
      || !read_number (self->pdf, self->xref, "/Root ", &self->root)
      || !read_number (self->pdf, self->xref, "/Info ", &self->info))
    return FALSE;

  object = find_object (self->pdf, self->xref, self->root, self->size);
  self->catalog = object > 0 ? find (self->pdf, object, "<<") : NULL;
  end = object > 0 ? find (self->pdf, object, "endobj") : NULL;
  if (self->catalog == NULL || end == NULL || end < self->catalog
      || memmem (self->catalog, (gsize) (end - self->catalog), "/Lang", strlen ("/Lang")) != NULL)
    return FALSE;
  self->catalog += strlen ("<<");
  self->length = (gsize) (end - self->catalog);

  return TRUE;
}

/*
 * vac_pdf_set_language:
 * @pdf: a file as cairo writes it, with a plain cross-reference table
 * @language: a BCP 47 tag
 * @alternatives: (element-type utf8): what is read in place of its pictures and charts, in their
 *   order
 *
 * Records the language of the text and the words for pictures, so that both are read aloud
 * correctly; cairo cannot.
 *
 * Returns: whether that was possible; if not, the file stays as it is
 */
gboolean
vac_pdf_set_language (GByteArray *pdf,
                      const char *language,
                      GPtrArray  *alternatives)
{
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);
  Update update = { .pdf = pdf, .objects = objects, .entries = entries };

  if (!is_language (language) || !find_catalog (&update))
    return FALSE;

  add_catalog (&update, language);
  add_figures (&update, alternatives);
  append_update (&update);

  return TRUE;
}
