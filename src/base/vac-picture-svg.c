/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture-svg"

#include "config.h"

#include <string.h>

#include "vac-picture-private.h"

/* A stranger's drawing is written anew before anything draws it. Left out are scripts; whatever
 * loads or holds something else, such as an embedded picture whose size nothing limits; and effects
 * that take hours at a radius of choice. Entities of its own make a drawing unreadable here, which
 * ends those that grow without bounds. */

#define MAX_BYTES (2 * 1024 * 1024)
#define MAX_DEPTH 200
#define BOM       "\357\273\277"

typedef struct
{
  GString *out;
  guint    depth;
  guint    dropped;   /* the depth of the element that is left out, or 0 */
} Cleaning;

static const char *
get_local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* Names are compared without regard to case and prefix. */
static gboolean
is_dropped (const char *element)
{
  static const char *const dropped[] = { "script", "image", "foreignObject", "Include", "handler",
                                         "audio", "video", "iframe", "canvas", "feImage",
                                         "feTurbulence", "feMorphology", "feConvolveMatrix" };

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (g_ascii_strcasecmp (get_local_name (element), dropped[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A drawing may refer to its own parts. */
static gboolean
is_kept (const char *attribute,
         const char *value)
{
  const char *local = get_local_name (attribute);

  if (g_ascii_strncasecmp (local, "on", 2) == 0 || g_str_equal (attribute, "xml:base"))
    return FALSE;

  return g_ascii_strcasecmp (local, "href") != 0 || *value == '#';
}

static void
on_start (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  Cleaning *self = user_data;

  self->depth++;
  if (self->depth > MAX_DEPTH ||
      (self->depth == 1 && !g_str_equal (get_local_name (element), "svg")))
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "no drawing");
      return;
    }
  if (self->dropped == 0 && is_dropped (element))
    self->dropped = self->depth;
  if (self->dropped > 0)
    return;

  g_string_append_printf (self->out, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++)
    if (is_kept (names[i], values[i]))
      {
        g_autofree char *value = g_markup_escape_text (values[i], -1);

        g_string_append_printf (self->out, " %s=\"%s\"", names[i], value);
      }
  g_string_append_c (self->out, '>');
}

static void
on_end (GMarkupParseContext *context,
        const char          *element,
        gpointer             user_data,
        GError             **error)
{
  Cleaning *self = user_data;

  if (self->dropped == 0)
    g_string_append_printf (self->out, "</%s>", element);
  if (self->dropped == self->depth)
    self->dropped = 0;
  self->depth--;
}

static void
on_text (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Cleaning *self = user_data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  if (self->dropped == 0)
    g_string_append (self->out, escaped);
}

/* Returns: how many bytes come before the text */
static gsize
measure_bom (const guint8 *data,
             gsize         length)
{
  return length >= strlen (BOM) && memcmp (data, BOM, strlen (BOM)) == 0 ? strlen (BOM) : 0;
}

/*
 * vac_svg_recognize:
 *
 * Returns: whether @data begins as XML does
 */
gboolean
vac_svg_recognize (const guint8 *data,
                   gsize         length)
{
  gsize at = measure_bom (data, length);

  while (at < length && g_ascii_isspace (data[at]))
    at++;

  return at < length && data[at] == '<';
}

/*
 * vac_svg_clean:
 *
 * Returns: (transfer full) (nullable): the drawing without what could do harm, as UTF-8; %NULL if
 *   it is none, or too much of one
 */
char *
vac_svg_clean (const guint8 *data,
               gsize         length)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  Cleaning self = { .out = out };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  const gsize skipped = measure_bom (data, length);

  if (length > MAX_BYTES ||
      !g_markup_parse_context_parse (context, (const char *) data + skipped,
                                     (gssize) (length - skipped), NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}
