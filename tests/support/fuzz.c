/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "support.h"

#define N_ROUNDS 500
#define N_SLOW_ROUNDS 60000

void
fuzz_init (Fuzz        *self,
           const char **names)
{
  self->rand = g_rand_new_with_seed (g_test_slow () ? (guint32) g_test_rand_int () : 20);
  self->seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; names[i] != NULL; i++)
      g_ptr_array_add (self->seeds, support_load_bytes (names[i]));
}

void
fuzz_clear (Fuzz *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->seeds);
}

guint
fuzz_below (Fuzz  *self,
            gsize  limit)
{
  return limit == 0 ? 0 : (guint) g_rand_int_range (self->rand, 0, (gint32) limit);
}

guint
fuzz_n_rounds (void)
{
  return g_test_slow () ? N_SLOW_ROUNDS : N_ROUNDS;
}

static const char *const pieces[] = {
  "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "1.5", "1e3",
  "\"\"", "\" \"", "\"team\"", "\"Team\"", "\"candidate\"", "\"2026-02-30\"", "\"{{\"",
  "\"{{employer}}\"",
  "\"{{{{title}}}}\"", "\"\\u0001\\u001f\\u007f\"", "\"\\u2028\\ufffe\\uffff\"",
  "\"</script><!--\"",
  "\"\\n\\n\\n\"", "\"\\r\\t\"", "\"javascript:alert(1)\"", "\"https://a.example/?(')\\\"<>\"",
  "\"mailto:a@b\"", "\"\\ud83d\\ude00\\u0301\\u200f\"", "\"| *a* `b` # [c](d) <e> &f; \\\\\"", "[]",
  "{}",
  "[[]]", "[{}]", "[null]", "[1,\"a\"]", "{\"a\":[{\"b\":null}]}", "\"year\"", "\"hour\"",
  "\"USD\"", "\"QQQ\"",
  "\"salaries\"", "\"variations\"", "\"industries\"",
  "\"&lt;p&gt;a&amp;nbsp;\"", "\"<li>\\n<b>&#x0;\"", "{\"@id\":\"a\"}",
  "[{\"@type\":\"JobPosting\"}]", "{\"@id\":\"a\",\"value\":[{\"@id\":\"a\"}]}",
  "\"2026-01-05T17:00\"",
};

/* Returns: (transfer none): a JSON value that many a program is not ready for */
const char *
fuzz_get_value (Fuzz *self)
{
  return pieces[fuzz_below (self, G_N_ELEMENTS (pieces))];
}

/* The end of the JSON value that begins at @at, roughly. */
static gsize
find_end (const GString *text,
          gsize          at)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = at; i < text->len; i++)
    {
      char c = text->str[i];

      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        depth++;
      else if (!quoted && (c == '}' || c == ']') && depth-- == 0)
        return i;
      else if (!quoted && depth == 0 && (c == ',' || c == '\n'))
        return i;
    }

  return text->len;
}

static gsize
find_value (Fuzz          *self,
            const GString *text)
{
  const char *start = text->str + fuzz_below (self, text->len);
  const char *colon = strstr (start, ": ");

  return colon != NULL ? (gsize) (colon - text->str) + 2 : 0;
}

/* Another value, a well-formed one, where one was. */
static void
replace_value (Fuzz    *self,
               GString *text)
{
  gsize at = find_value (self, text);
  const char *piece = fuzz_get_value (self);

  if (at == 0)
    return;
  g_string_erase (text, (gssize) at, (gssize) (find_end (text, at) - at));
  g_string_insert (text, (gssize) at, piece);
}

/* A value of this posting in another place of it. */
static void
copy_value (Fuzz    *self,
            GString *text)
{
  gsize from = find_value (self, text);
  gsize at = find_value (self, text);
  g_autofree char *value = from == 0 ? NULL
                                     : g_strndup (text->str + from, find_end (text, from) - from);

  if (at == 0 || value == NULL || strlen (value) > FUZZ_LONGEST / 4)
    return;
  g_string_erase (text, (gssize) at, (gssize) (find_end (text, at) - at));
  g_string_insert (text, (gssize) at, value);
}

/* A member that no version of ours knows, before another one. */
static void
add_member (Fuzz    *self,
            GString *text)
{
  g_autofree char *member = g_strdup_printf ("\"x-%u\": %s,", fuzz_below (self, 1000000),
                                             fuzz_get_value (self));
  const char *start = text->str + fuzz_below (self, text->len);
  const char *brace = strstr (start, "{\n");

  if (brace != NULL)
    g_string_insert (text, brace - text->str + 1, member);
}

void
fuzz_damage_bytes (Fuzz    *self,
                   GString *text)
{
  gsize at = fuzz_below (self, text->len + 1);
  gsize most = MIN (20, text->len - at);
  gsize size = fuzz_below (self, most + 1);
  char byte = (char) fuzz_below (self, 256);

  switch (fuzz_below (self, 3))
    {
    case 0:
      g_string_erase (text, (gssize) at, (gssize) size);
      break;
    case 1:
      g_string_insert_len (text, (gssize) at, &byte, 1);
      break;
    default:
      if (at < text->len)
        text->str[at] = byte;
    }
}

GBytes *
fuzz_make_bytes (Fuzz     *self,
                 gboolean  well_formed)
{
  GBytes *seed = g_ptr_array_index (self->seeds, fuzz_below (self, self->seeds->len));
  GString *text = g_string_new_len (g_bytes_get_data (seed, NULL),
                                    (gssize) g_bytes_get_size (seed));
  guint n = 1 + fuzz_below (self, 12);

  for (guint i = 0; i < n && text->len < 2 * FUZZ_LONGEST; i++)
    switch (fuzz_below (self, well_formed ? 8 : 9))
      {
      case 0:
        copy_value (self, text);
        break;
      case 1:
        add_member (self, text);
        break;
      case 8:
        fuzz_damage_bytes (self, text);
        break;
      default:
        replace_value (self, text);
      }

  return g_string_free_to_bytes (text);
}
