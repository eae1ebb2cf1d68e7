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

/* The catalog once more, with what it had and the language; viewers use the later one.
 * ISO 32000-1, 7.5.6, incremental updates. */
static char *
create_update (GByteArray *pdf,
               const char *catalog,
               gsize       length,
               guint64     root,
               guint64     size,
               guint64     info,
               guint64     xref,
               const char *language)
{
  g_autoptr (GString) update = g_string_new (NULL);
  gsize object = pdf->len;
  gsize table;

  g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n<< /Lang (%s)\n"
                                  "   /ViewerPreferences << /DisplayDocTitle true >>", root,
                          language);
  g_string_append_len (update, catalog, (gssize) length);
  g_string_append (update, "endobj\n");
  table = object + update->len;
  g_string_append_printf (update, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT
                                  " 00000 n \n", root, object);
  g_string_append_printf (update, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %"
                                  G_GUINT64_FORMAT " 0 R\n   /Info %" G_GUINT64_FORMAT
                                  " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%"
                                  G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, root, info, xref, table);

  return g_string_free (g_steal_pointer (&update), FALSE);
}

/*
 * vac_pdf_set_language:
 * @pdf: a file as cairo writes it, with a plain cross-reference table
 * @language: a BCP 47 tag
 *
 * Records the language of the text, so that it is read aloud correctly; cairo cannot.
 *
 * Returns: whether that was possible; if not, the file stays as it is
 */
gboolean
vac_pdf_set_language (GByteArray *pdf,
                      const char *language)
{
  const char *start = find_last (pdf, "startxref\n");
  g_autofree char *update = NULL;
  const char *catalog;
  const char *end;
  guint64 xref;
  guint64 root;
  guint64 info;
  guint64 size;
  gsize object;

  if (start == NULL || !is_language (language))
    return FALSE;

  xref = g_ascii_strtoull (start + strlen ("startxref\n"), NULL, 10);
  if (find (pdf, xref, "xref") != (const char *) pdf->data + xref
      || !read_number (pdf, xref, "/Size ", &size) || !read_number (pdf, xref, "/Root ", &root)
      || !read_number (pdf, xref, "/Info ", &info))
    return FALSE;

  object = find_object (pdf, xref, root, size);
  catalog = object > 0 ? find (pdf, object, "<<") : NULL;
  end = object > 0 ? find (pdf, object, "endobj") : NULL;
  if (catalog == NULL || end == NULL || end < catalog
      || memmem (catalog, (gsize) (end - catalog), "/Lang", strlen ("/Lang")) != NULL)
    return FALSE;

  update = create_update (pdf, catalog + 2, (gsize) (end - catalog - 2), root, size, info, xref,
                          language);
  g_byte_array_append (pdf, (const guint8 *) update, (guint) strlen (update));
  return TRUE;
}
